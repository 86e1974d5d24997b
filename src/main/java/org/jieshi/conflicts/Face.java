package org.jieshi.conflicts;

import java.util.List;
import org.jieshi.parcels.UnitRef;
import org.locationtech.jts.geom.Geometry;

/**
 * A connected piece of land with the same units over all of it.
 *
 * @param area m² in the plane of the first unit of the window, unrounded
 * @param meanWidth m, 2·area / perimeter
 * @param coveredBy parcels, claims and forest certificates of others, at least one
 * @param degrees CGCS2000 degrees
 */
public record Face(double area, double meanWidth, List<UnitRef> coveredBy, Geometry degrees) {
}
