package org.jieshi.parcels;

import java.util.List;

/**
 * Published synchronously inside the transaction that corrects how exactly the boundaries of units in force are known;
 * the boundaries themselves stay.
 */
public record AccuracyCorrected(List<Long> unitIds) {
}
