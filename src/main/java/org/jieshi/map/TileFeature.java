package org.jieshi.map;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing on the map.
 *
 * @param degrees its area in CGCS2000 degrees
 * @param properties what the browser needs to paint it and to ask for more; text and numbers only
 */
record TileFeature(long id, Geometry degrees, Map<String, Object> properties) {
}
