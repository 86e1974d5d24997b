/**
 * Pure geometry of the land register: coordinate systems, plane and ellipsoid area, exact overlaps, accuracy,
 * validity, ring nesting, boundary points. No Spring, no database, no state a caller can see; everything is thread-safe.
 *
 * <p>Invariants:
 * <ul>
 * <li>Plane coordinates are x = east, y = north in metres, degrees are x = longitude, y = latitude. A geometry's SRID
 * is the EPSG code of its system; two geometries meet only in one plane system.</li>
 * <li>Surveyed coordinates are never rounded or moved here; what a repair changes is returned with the difference.</li>
 * <li>No datum shift happens silently (domain sheet, rule 4), no area is taken from degrees (rule A3).</li>
 * <li>Who covers whose land is computed by {@link org.jieshi.geometry.Overlap} alone.</li>
 * </ul>
 *
 * <p>Start reading at {@link org.jieshi.geometry.CoordinateSystems}, {@link org.jieshi.geometry.Overlap} and
 * {@link org.jieshi.geometry.GeometryChecks}; how neighbours fit together is in {@link org.jieshi.geometry.Gaps} and
 * {@link org.jieshi.geometry.SharedBoundaries}. May use {@code shared} only, plus JTS, GeoTools' referencing and
 * GeographicLib.
 */
@NullMarked
package org.jieshi.geometry;

import org.jspecify.annotations.NullMarked;
