package org.jieshi.ingest.shapefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Which rings are outer ones and which are holes of which: a ring inside an even number of others is an outer one,
 * inside an odd number a hole of the smallest of them.
 */
final class RingNesting {

  private RingNesting() {}

  /** A polygon, or a multipolygon when there are several outer rings; rings keep their direction and first vertex. */
  static Geometry nest(List<LinearRing> rings) {
    GeometryFactory factory = rings.get(0).getFactory();
    if (rings.size() == 1) {
      return factory.createPolygon(rings.get(0));
    }
    List<LinearRing> bySize = new ArrayList<>(rings);
    bySize.sort(Comparator.comparingDouble(ring -> -Area.ofRing(ring.getCoordinateSequence())));
    int[] depth = new int[bySize.size()];
    Map<LinearRing, List<LinearRing>> holes = new LinkedHashMap<>();
    for (int i = 0; i < bySize.size(); i++) {
      LinearRing ring = bySize.get(i);
      LinearRing container = null;
      for (int j = 0; j < i; j++) {
        if (isInside(ring, bySize.get(j))) {
          depth[i]++;
          container = bySize.get(j);
        }
      }
      if (depth[i] % 2 == 0) {
        holes.put(ring, new ArrayList<>());
      } else {
        holes.computeIfAbsent(container, shell -> new ArrayList<>()).add(ring);
      }
    }
    List<Polygon> polygons = new ArrayList<>();
    holes.forEach((shell, own) -> polygons.add(factory.createPolygon(shell, own.toArray(LinearRing[]::new))));
    return polygons.size() == 1
        ? polygons.get(0)
        : factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  /** Judged by the first vertex that doesn't lie on the other ring; rings that only touch lie outside each other. */
  private static boolean isInside(LinearRing ring, LinearRing other) {
    if (!other.getEnvelopeInternal().contains(ring.getEnvelopeInternal())) {
      return false;
    }
    CoordinateSequence points = ring.getCoordinateSequence();
    for (int i = 0; i < points.size(); i++) {
      int location = PointLocation.locateInRing(points.getCoordinate(i), other.getCoordinates());
      if (location != Location.BOUNDARY) {
        return location == Location.INTERIOR;
      }
    }
    return false;
  }
}
