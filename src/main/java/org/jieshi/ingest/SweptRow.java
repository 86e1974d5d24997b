package org.jieshi.ingest;

import org.jieshi.geometry.kernel.FlatLand;
import org.jieshi.store.Box;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * A staged row as the checks between neighbours see it.
 *
 * @param bounds CGCS2000 degrees
 * @param accuracy RMSE of the boundary points, m
 * @param land plane coordinates as surveyed
 * @param srid the system of these
 */
record SweptRow(int record, Box bounds, @Nullable Double accuracy, @Nullable String party, FlatLand land, int srid) {

  private static final PrecisionModel PRECISION = new PrecisionModel();
  private static final int BYTES_OF_A_VERTEX = 16;

  /** @param boundary valid */
  static SweptRow of(
      int record, Box bounds, @Nullable Double accuracy, @Nullable String party, Geometry boundary) {
    return new SweptRow(record, bounds, accuracy, party, FlatLand.of(boundary), boundary.getSRID());
  }

  /** The land for JTS; made anew each time, since few rows are looked at so. */
  Geometry boundary() {
    return land.toGeometry(new GeometryFactory(PRECISION, srid));
  }

  /** Bytes of the land. */
  int size() {
    return BYTES_OF_A_VERTEX * land.vertices();
  }
}
