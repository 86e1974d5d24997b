package org.jieshi.disputes.line;

import org.jieshi.parcels.UnitRef;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Land that goes from one unit to another.
 *
 * @param from in the version it was computed for, {@code to} likewise
 * @param land plane coordinates carrying their SRID
 * @param conflict the overlap it is a piece of; null: land of {@code from} alone, which {@code to} doesn't cover yet
 */
public record Transfer(UnitRef from, UnitRef to, Geometry land, @Nullable Long conflict) {
}
