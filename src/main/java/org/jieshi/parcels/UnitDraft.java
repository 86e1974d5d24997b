package org.jieshi.parcels;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A unit as it comes from a survey, a claimant or an archive.
 *
 * @param boundary valid Polygon or MultiPolygon, plane coordinates of {@code srid}, x = east, y = north, metres
 * @param srid EPSG code of a plane system of domain.md §3. Beijing 1954 and Xian 1980 are taken only with a known
 *     {@code accuracy}, into which the ballpark move to CGCS2000 that somebody accepted on the record is reckoned
 * @param declaredArea m², as the file says
 * @param accuracy RMSE of the boundary points, m; null when nobody knows, which is judged most severely
 */
public record UnitDraft(String code, Geometry boundary, int srid, @Nullable BigDecimal declaredArea,
    @Nullable Double accuracy, UnitFacts facts, @Nullable Long importId, @Nullable Integer importRecord) {
}
