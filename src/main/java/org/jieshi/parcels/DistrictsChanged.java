package org.jieshi.parcels;

/** Boundaries of sub-farms, towns or villages are others than before; published in the transaction of the change. */
public record DistrictsChanged() {
}
