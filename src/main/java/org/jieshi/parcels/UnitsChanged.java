package org.jieshi.parcels;

import java.util.List;

/**
 * Published synchronously inside the transaction of the change; a listener that throws rolls the change back.
 *
 * @param changed units that are new, have a new version, or became or ceased to be certified
 * @param gone units without a version in force any more
 */
public record UnitsChanged(List<UnitRef> changed, List<UnitRef> gone) {
}
