package org.jieshi.parcels;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A town, village or sub-farm.
 *
 * @param boundary plane coordinates as delivered, carrying {@code srid}
 * @param degrees CGCS2000 degrees
 * @param planeArea m², 2 decimals
 */
public record AdministrativeUnit(long id, AdministrativeKind kind, String code, String name,
    @Nullable String parentCode, Geometry boundary, int srid, Geometry degrees, BigDecimal planeArea,
    BigDecimal ellipsoidArea) {
}
