package org.jieshi.geometry.kernel;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** Rings that run the right way, made into polygons: every hole goes to the smallest outer ring around it. */
final class PolygonAssembly {

  private PolygonAssembly() {}

  static Geometry of(FlatRings rings, GeometryFactory factory) {
    List<LinearRing> shells = new ArrayList<>();
    List<Double> areas = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (int ring = 0; ring < rings.count; ring++) {
      if (rings.ringAreas[ring] >= OverlapKernel.NOISE) {
        shells.add(ring(rings, ring, factory));
        areas.add(rings.ringAreas[ring]);
      } else if (rings.ringAreas[ring] < 0) {
        holes.add(ring(rings, ring, factory));
      }
    }
    List<List<LinearRing>> holesOf = new ArrayList<>();
    shells.forEach(shell -> holesOf.add(new ArrayList<>()));
    for (LinearRing hole : holes) {
      int around = smallestAround(hole, shells, areas);
      if (around >= 0) {
        holesOf.get(around).add(hole);
      }
    }
    Polygon[] polygons = new Polygon[shells.size()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = factory.createPolygon(shells.get(i), holesOf.get(i).toArray(LinearRing[]::new));
    }
    Geometry land = polygons.length == 1 ? polygons[0] : factory.createMultiPolygon(polygons);
    land.normalize();
    return land;
  }

  private static int smallestAround(LinearRing hole, List<LinearRing> shells, List<Double> areas) {
    if (shells.size() == 1) {
      return 0;
    }
    int smallest = -1;
    for (int i = 0; i < shells.size(); i++) {
      if ((smallest < 0 || areas.get(i) < areas.get(smallest))
          && shells.get(i).getEnvelopeInternal().contains(hole.getEnvelopeInternal())
          && PointLocation.isInRing(hole.getCoordinateN(0), shells.get(i).getCoordinates())) {
        smallest = i;
      }
    }
    return smallest;
  }

  private static LinearRing ring(FlatRings rings, int ring, GeometryFactory factory) {
    int from = rings.start(ring);
    int n = rings.ringEnds[ring] - from;
    double[] closed = new double[2 * n + 2];
    System.arraycopy(rings.xy, 2 * from, closed, 0, 2 * n);
    closed[2 * n] = closed[0];
    closed[2 * n + 1] = closed[1];
    return factory.createLinearRing(new PackedCoordinateSequence.Double(closed, 2, 0));
  }
}
