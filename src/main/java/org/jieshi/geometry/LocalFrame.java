package org.jieshi.geometry;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * An origin on whole metres near the place of work. Eastings of eight digits leave a double seven nanometres; near the
 * origin it resolves a thousand times finer and more. Subtracting a nearby whole number is exact: no surveyed
 * coordinate moves.
 */
record LocalFrame(double east, double north) {

  /** Grids on which {@link #back} re-nodes a result that would not stay valid otherwise: 0.1 µm, 1 µm, 10 µm. */
  private static final double[] GRIDS_PER_METRE = {1e7, 1e6, 1e5};

  static LocalFrame around(Envelope envelope) {
    return new LocalFrame(Math.rint(envelope.getMinX()), Math.rint(envelope.getMinY()));
  }

  /** A canonical copy: rings start and run the same way however they were drawn. */
  Geometry local(Geometry geometry) {
    Geometry copy = moved(geometry, -east, -north);
    copy.normalize();
    return copy;
  }

  /**
   * Back to the survey's system, valid. Full coordinates are coarser, which may close a needle narrower than they can
   * express; empty when nothing wider is left.
   */
  Geometry back(Geometry local, int srid) {
    Geometry geometry = moved(local, east, north);
    for (int i = 0; !geometry.isValid() && i < GRIDS_PER_METRE.length; i++) {
      geometry = moved(GeometryPrecisionReducer.reduce(local, new PrecisionModel(GRIDS_PER_METRE[i])), east, north);
    }
    geometry.setSRID(srid);
    return geometry;
  }

  /** As {@link #back} for land whose vertices and edges keep further apart than coordinates are coarse. */
  Geometry backUnchecked(Geometry local, int srid) {
    Geometry geometry = moved(local, east, north);
    geometry.setSRID(srid);
    return geometry;
  }

  private static Geometry moved(Geometry geometry, double dx, double dy) {
    Geometry copy = geometry.copy();
    copy.apply(new Move(dx, dy));
    return copy;
  }

  private record Move(double dx, double dy) implements CoordinateSequenceFilter {

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      sequence.setOrdinate(i, 0, sequence.getX(i) + dx);
      sequence.setOrdinate(i, 1, sequence.getY(i) + dy);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
