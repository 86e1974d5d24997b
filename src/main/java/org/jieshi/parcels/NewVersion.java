package org.jieshi.parcels;

/** A version about to be written: {@code facts} and {@code measured} stand for those of the draft. */
record NewVersion(UnitDraft draft, UnitFacts facts, MeasuredUnit measured) {
}
