package org.jieshi.mutation;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * What somebody wants changed.
 *
 * @param parcels codes
 * @param lines along which one parcel is split, in its own plane system
 * @param shapes of the new parcels, in the plane system of the parcels; instead of lines, or for an adjustment
 */
record Order(MutationKind kind, List<String> parcels, List<Coordinate[]> lines, List<Geometry> shapes) {
}
