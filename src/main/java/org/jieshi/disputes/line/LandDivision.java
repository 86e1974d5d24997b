package org.jieshi.disputes.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Disputed land cut into pieces by a line, each with the side it naturally falls to.
 *
 * <p>A piece falls to the side whose undisputed land it borders longer. Where it runs along the other side's boundary,
 * the undisputed land of the one begins beyond it. A piece that borders both alike, or neither, falls to nobody by
 * itself: people say whose it is.
 */
public final class LandDivision {

  /** Points this near to a boundary are on it, m: coordinates are written to the millimetre. */
  private static final double ON_BOUNDARY = 1e-3;
  private static final double SAME_POINT = 1e-6;

  private LandDivision() {
  }

  /** Which of the two sides a piece falls to. */
  public enum Side { FIRST, SECOND }

  /** @param land plane coordinates in the system of the disputed land; @param natural null: people have to say */
  public record Piece(Polygon land, @Nullable Side natural) {
  }

  /**
   * @param disputed what both sides cover, polygonal, plane coordinates carrying their SRID
   * @param line in the same system; what of it lies outside the disputed land has no effect
   * @param first boundary of the one side, {@code second} of the other, in the same system
   * @return from west to east, then south to north, by the inner points of the pieces
   */
  public static List<Piece> divide(Geometry disputed, LineString line, Geometry first, Geometry second) {
    Envelope envelope = disputed.getEnvelopeInternal();
    double east = Math.rint(envelope.getMinX());
    double north = Math.rint(envelope.getMinY());
    Geometry land = BoundaryCut.moved(disputed, -east, -north);
    Geometry lines = OverlayNG.overlay(land.getBoundary(), BoundaryCut.moved(line, -east, -north), OverlayNG.UNION,
        new SnappingNoder(SAME_POINT));
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(lines);
    IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(land);
    Geometry firstEdge = BoundaryCut.moved(first, -east, -north).getBoundary();
    Geometry secondEdge = BoundaryCut.moved(second, -east, -north).getBoundary();
    List<Piece> pieces = new ArrayList<>();
    for (Object each : polygonizer.getPolygons()) {
      Polygon polygon = (Polygon) each;
      Point point = polygon.getInteriorPoint();
      if (inside.locate(point.getCoordinate()) == Location.INTERIOR
          && 2 * polygon.getArea() > 10 * SAME_POINT * polygon.getLength()) {
        Polygon back = (Polygon) BoundaryCut.moved(polygon, east, north);
        back.setSRID(disputed.getSRID());
        pieces.add(new Piece(back, natural(polygon, firstEdge, secondEdge)));
      }
    }
    pieces.sort(Comparator.comparingDouble((Piece piece) -> Math.rint(piece.land().getInteriorPoint().getX() * 1000))
        .thenComparingDouble(piece -> piece.land().getInteriorPoint().getY()));
    return List.copyOf(pieces);
  }

  private static @Nullable Side natural(Polygon piece, Geometry firstEdge, Geometry secondEdge) {
    double toFirst = 0;
    double toSecond = 0;
    GeometryFactory factory = piece.getFactory();
    for (int ring = -1; ring < piece.getNumInteriorRing(); ring++) {
      Coordinate[] corners = (ring < 0 ? piece.getExteriorRing() : piece.getInteriorRingN(ring)).getCoordinates();
      for (int i = 1; i < corners.length; i++) {
        Point middle = factory.createPoint(new Coordinate((corners[i - 1].x + corners[i].x) / 2,
            (corners[i - 1].y + corners[i].y) / 2));
        boolean onFirst = firstEdge.distance(middle) < ON_BOUNDARY;
        boolean onSecond = secondEdge.distance(middle) < ON_BOUNDARY;
        double length = corners[i - 1].distance(corners[i]);
        toFirst += onSecond && !onFirst ? length : 0;
        toSecond += onFirst && !onSecond ? length : 0;
      }
    }
    return Math.abs(toFirst - toSecond) < ON_BOUNDARY ? null : toFirst > toSecond ? Side.FIRST : Side.SECOND;
  }
}
