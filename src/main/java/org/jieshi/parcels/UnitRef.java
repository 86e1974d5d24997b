package org.jieshi.parcels;

/** A unit in one of its versions. */
public record UnitRef(long id, UnitKind kind, String code, int version) {
}
