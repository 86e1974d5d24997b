package org.jieshi.disputes.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jieshi.geometry.LandCut;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Disputed land cut into pieces by a line, each with the side it naturally falls to.
 *
 * <p>A piece falls to the side whose undisputed land it borders longer. Where it runs along the other side's boundary,
 * the undisputed land of the one begins beyond it. A piece that borders both alike, or neither, falls to nobody by
 * itself: people say whose it is. The line is laid by {@link LandCut}, as for every other cut of land: through a
 * boundary point that it passes within its tolerance.
 */
public final class LandDivision {

  /** Points this near to a boundary are on it, m: coordinates are written to the millimetre. */
  private static final double ON_BOUNDARY = 1e-3;

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
    Geometry firstEdge = first.getBoundary();
    Geometry secondEdge = second.getBoundary();
    List<Piece> pieces = new ArrayList<>();
    for (Polygon piece : LandCut.piecesOfOverlap(disputed, List.<Coordinate[]>of(line.getCoordinates()))) {
      pieces.add(new Piece(piece, natural(piece, firstEdge, secondEdge)));
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
