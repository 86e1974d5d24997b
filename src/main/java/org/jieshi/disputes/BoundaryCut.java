package org.jieshi.disputes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.relateng.IntersectionMatrixPattern;
import org.locationtech.jts.operation.relateng.RelateNG;

/**
 * A boundary less the land that is given up.
 *
 * <p>Parts that the given-up land doesn't reach are kept as they are. In the others only new corners are computed,
 * where the two boundaries cross; every corner that was surveyed and is not given up stays bit for bit, which is
 * checked, not assumed. The overlay runs near the origin, where a double resolves far below the 7 nanometres of
 * eight-digit eastings: subtracting a nearby whole number is exact, and so is adding it again for coordinates that came
 * from there.
 *
 * @param kept the parts that remain, without slivers
 * @param slivers parts the cut left over that rule G6 calls slivers
 */
record BoundaryCut(List<Polygon> kept, List<Polygon> slivers) {

  /** Rule G6: tiny parcel, m². */
  static final double TINY_AREA = 1;
  /** Rule G6: thread-like parcel, 4πA/P². */
  static final double THREAD = 0.01;

  /** A computed corner this near to a surveyed one is that one, metres; surveys are written to the millimetre. */
  private static final double SAME_POINT = 1e-6;

  /**
   * @param boundary valid polygonal geometry in a plane system
   * @param givenUp valid polygonal geometry in the same system
   * @return empty if it can't be computed without moving a surveyed corner, or not validly
   */
  static Optional<BoundaryCut> of(Geometry boundary, Geometry givenUp) {
    List<Polygon> kept = new ArrayList<>();
    List<Polygon> slivers = new ArrayList<>();
    for (Polygon part : polygons(boundary)) {
      if (!RelateNG.relate(part, givenUp, IntersectionMatrixPattern.INTERIOR_INTERSECTS)) {
        kept.add(part);
        continue;
      }
      List<Polygon> rest = difference(part, givenUp);
      if (!isExact(part, givenUp, rest)) {
        return Optional.empty();
      }
      double thread = Math.min(THREAD, compactness(part));
      rest.forEach(piece -> (piece.getArea() < TINY_AREA || compactness(piece) < thread ? slivers : kept).add(piece));
    }
    return Optional.of(new BoundaryCut(List.copyOf(kept), List.copyOf(slivers)));
  }

  /** The boundary that remains, as a Polygon or MultiPolygon of the same system; with the slivers or without. */
  Geometry boundary(boolean withSlivers) {
    List<Polygon> parts = new ArrayList<>(kept);
    if (withSlivers) {
      parts.addAll(slivers);
    }
    Polygon first = parts.get(0);
    Geometry boundary = parts.size() == 1 ? first
        : first.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
    boundary.setSRID(first.getSRID());
    return boundary;
  }

  private static List<Polygon> difference(Polygon part, Geometry givenUp) {
    Envelope envelope = part.getEnvelopeInternal();
    double east = Math.rint(envelope.getMinX());
    double north = Math.rint(envelope.getMinY());
    Geometry rest = OverlayNGRobust.overlay(moved(part, -east, -north), moved(givenUp, -east, -north),
        OverlayNG.DIFFERENCE);
    Geometry back = moved(rest, east, north);
    back.apply(new ToSurveyed(part, givenUp));
    back.geometryChanged();
    List<Polygon> pieces = polygons(back);
    pieces.forEach(piece -> piece.setSRID(part.getSRID()));
    return pieces;
  }

  /** Valid, and no corner outside the given-up land is missing or moved. */
  private static boolean isExact(Polygon part, Geometry givenUp, List<Polygon> rest) {
    if (!rest.stream().allMatch(Geometry::isValid)) {
      return false;
    }
    Set<Coordinate> remaining = new HashSet<>();
    rest.forEach(piece -> remaining.addAll(List.of(piece.getCoordinates())));
    PointOnGeometryLocator inGivenUp = new IndexedPointInAreaLocator(givenUp);
    for (Coordinate corner : part.getCoordinates()) {
      if (inGivenUp.locate(corner) == Location.EXTERIOR && !remaining.contains(corner)) {
        return false;
      }
    }
    return true;
  }

  private static double compactness(Polygon polygon) {
    return 4 * Math.PI * polygon.getArea() / (polygon.getLength() * polygon.getLength());
  }

  private static List<Polygon> polygons(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    for (Object polygon : PolygonExtracter.getPolygons(geometry)) {
      if (!((Polygon) polygon).isEmpty()) {
        polygons.add((Polygon) polygon);
      }
    }
    return polygons;
  }

  private static Geometry moved(Geometry geometry, double dx, double dy) {
    Geometry copy = geometry.copy();
    copy.apply(new EachPoint() {
      @Override
      void move(Coordinate c) {
        c.x += dx;
        c.y += dy;
      }
    });
    copy.geometryChanged();
    return copy;
  }

  /** Undoes what snapping in the overlay may have done to corners that were surveyed. */
  private static final class ToSurveyed extends EachPoint {

    private final KdTree surveyed = new KdTree();

    ToSurveyed(Geometry... geometries) {
      for (Geometry geometry : geometries) {
        for (Coordinate corner : geometry.getCoordinates()) {
          surveyed.insert(corner);
        }
      }
    }

    @Override
    void move(Coordinate c) {
      Envelope around = new Envelope(c);
      around.expandBy(SAME_POINT);
      Coordinate nearest = null;
      for (Object node : surveyed.query(around)) {
        Coordinate corner = ((KdNode) node).getCoordinate();
        if (nearest == null || c.distance(corner) < c.distance(nearest)) {
          nearest = corner;
        }
      }
      if (nearest != null) {
        c.x = nearest.x;
        c.y = nearest.y;
      }
    }
  }

  private abstract static class EachPoint implements CoordinateSequenceFilter {

    private final Coordinate point = new Coordinate();

    abstract void move(Coordinate c);

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      point.x = sequence.getX(i);
      point.y = sequence.getY(i);
      move(point);
      sequence.setOrdinate(i, 0, point.x);
      sequence.setOrdinate(i, 1, point.y);
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
