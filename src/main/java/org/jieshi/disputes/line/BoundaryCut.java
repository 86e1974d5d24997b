package org.jieshi.disputes.line;

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
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;
import org.locationtech.jts.noding.snap.SnappingNoder;
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
    return of(boundary, givenUp, false);
  }

  /**
   * As {@link #of} for land whose edges run along the boundary itself, as a piece of an overlap does: corners that were
   * computed on an edge are taken for points of it, or a thread of less than a millionth of a metre would stay.
   */
  static Optional<BoundaryCut> along(Geometry boundary, Geometry givenUp) {
    return of(boundary, givenUp, true);
  }

  /**
   * The boundary with more land, which may touch it or lie apart. Corners of both that were surveyed stay bit for bit.
   *
   * @return empty if it can't be computed without moving a surveyed corner, or not validly
   */
  static Optional<Geometry> joined(Geometry boundary, Geometry land) {
    Envelope envelope = boundary.getEnvelopeInternal();
    double east = Math.rint(envelope.getMinX());
    double north = Math.rint(envelope.getMinY());
    Geometry sum = overlay(moved(boundary, -east, -north), moved(land, -east, -north), OverlayNG.UNION, true);
    Geometry back = moved(sum, east, north);
    back.apply(new ToSurveyed(boundary, land));
    back.geometryChanged();
    List<Polygon> parts = polygons(back);
    Geometry joined = parts.size() == 1 ? parts.get(0)
        : back.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
    joined.setSRID(boundary.getSRID());
    return joined.isValid() && keepsCorners(boundary, land, joined) && keepsCorners(land, boundary, joined)
        ? Optional.of(joined) : Optional.empty();
  }

  private static boolean keepsCorners(Geometry of, Geometry other, Geometry in) {
    Set<Coordinate> remaining = new HashSet<>(List.of(in.getCoordinates()));
    PointOnGeometryLocator locator = new IndexedPointInAreaLocator(other);
    for (Coordinate corner : of.getCoordinates()) {
      if (!remaining.contains(corner) && locator.locate(corner) == Location.EXTERIOR && isApart(corner, other)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<BoundaryCut> of(Geometry boundary, Geometry givenUp, boolean along) {
    List<Polygon> kept = new ArrayList<>();
    List<Polygon> slivers = new ArrayList<>();
    for (Polygon part : polygons(boundary)) {
      if (!RelateNG.relate(part, givenUp, IntersectionMatrixPattern.INTERIOR_INTERSECTS)) {
        kept.add(part);
        continue;
      }
      List<Polygon> rest = difference(part, givenUp, along);
      if (!isExact(part, givenUp, rest)) {
        return Optional.empty();
      }
      double thread = Math.min(THREAD, compactness(part));
      rest.stream().filter(piece -> !along || !isDust(piece)).forEach(piece ->
          (piece.getArea() < TINY_AREA || compactness(piece) < thread ? slivers : kept).add(piece));
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

  private static List<Polygon> difference(Polygon part, Geometry givenUp, boolean along) {
    Envelope envelope = part.getEnvelopeInternal();
    double east = Math.rint(envelope.getMinX());
    double north = Math.rint(envelope.getMinY());
    Geometry rest = overlay(moved(part, -east, -north), moved(givenUp, -east, -north), OverlayNG.DIFFERENCE, along);
    Geometry back = moved(rest, east, north);
    back.apply(new ToSurveyed(part, givenUp));
    back.geometryChanged();
    List<Polygon> pieces = polygons(back);
    pieces.forEach(piece -> piece.setSRID(part.getSRID()));
    return pieces;
  }

  private static Geometry overlay(Geometry one, Geometry other, int operation, boolean snapping) {
    if (snapping) {
      try {
        return OverlayNG.overlay(one, other, operation, new SnappingNoder(SAME_POINT));
      } catch (TopologyException collapsed) {
        return OverlayNGRobust.overlay(one, other, operation);
      }
    }
    return OverlayNGRobust.overlay(one, other, operation);
  }

  /** What computing in doubles leaves, far thinner than the millimetre that coordinates are written to. */
  private static boolean isDust(Polygon piece) {
    return 2 * piece.getArea() < 10 * SAME_POINT * piece.getLength();
  }

  private static boolean isApart(Coordinate corner, Geometry other) {
    return other.distance(other.getFactory().createPoint(corner)) > SAME_POINT;
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
      if (inGivenUp.locate(corner) == Location.EXTERIOR && !remaining.contains(corner)
          && isApart(corner, givenUp)) {
        return false;
      }
    }
    return true;
  }

  private static double compactness(Polygon polygon) {
    return 4 * Math.PI * polygon.getArea() / (polygon.getLength() * polygon.getLength());
  }

  static List<Polygon> polygons(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    for (Object polygon : PolygonExtracter.getPolygons(geometry)) {
      if (!((Polygon) polygon).isEmpty()) {
        polygons.add((Polygon) polygon);
      }
    }
    return polygons;
  }

  static Geometry moved(Geometry geometry, double dx, double dy) {
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
