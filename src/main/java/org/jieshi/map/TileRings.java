package org.jieshi.map;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Polygons in degrees made into polygons of one tile: projected, thinned, clipped, rounded to whole units.
 *
 * <p>Thinning is Douglas–Peucker ring by ring, clipping is Sutherland–Hodgman. Both may leave a ring that touches itself,
 * along the outer edge of the buffer or by a fraction of a pixel: a canvas fills it rightly, and nothing else is done with
 * it. What stays below {@link #TOLERANCE} cannot be seen, so that neighbours show no gap although each is thinned alone.
 */
final class TileRings {

  /** A quarter of a pixel. */
  private static final double TOLERANCE = TileAddress.EXTENT / (double) TileAddress.PIXELS / 4;

  private static final int CLOSED_TRIANGLE = 4;
  private static final GeometryFactory UNITS = new GeometryFactory();

  private final TileProjection projection;
  private final TileClip clip;

  TileRings(TileAddress tile) {
    projection = new TileProjection(tile);
    clip = new TileClip(-TileAddress.BUFFER, TileAddress.EXTENT + TileAddress.BUFFER);
  }

  /** The parts of the geometry that this tile shows; none if it lies outside or is too small to see. */
  List<Polygon> of(Geometry degrees) {
    List<Polygon> shown = new ArrayList<>();
    for (int i = 0; i < degrees.getNumGeometries(); i++) {
      if (degrees.getGeometryN(i) instanceof Polygon polygon) {
        Polygon part = of(polygon);
        if (part != null) {
          shown.add(part);
        }
      }
    }
    return shown;
  }

  private @Nullable Polygon of(Polygon degrees) {
    LinearRing shell = ring(degrees.getExteriorRing());
    if (shell == null) {
      return null;
    }
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < degrees.getNumInteriorRing(); i++) {
      LinearRing hole = ring(degrees.getInteriorRingN(i));
      if (hole != null) {
        holes.add(hole);
      }
    }
    return UNITS.createPolygon(shell, holes.toArray(LinearRing[]::new));
  }

  private @Nullable LinearRing ring(LinearRing degrees) {
    Coordinate[] projected = new Coordinate[degrees.getNumPoints()];
    for (int i = 0; i < projected.length; i++) {
      projected[i] = projection.toTile(degrees.getCoordinateN(i));
    }
    Coordinate[] thinned = DouglasPeuckerSimplifier
        .simplify(UNITS.createLineString(projected), TOLERANCE).getCoordinates();
    if (thinned.length < CLOSED_TRIANGLE) {
      return null;
    }
    Coordinate[] rounded = rounded(clip.ring(thinned));
    return rounded.length < CLOSED_TRIANGLE ? null : UNITS.createLinearRing(rounded);
  }

  private static Coordinate[] rounded(List<Coordinate> open) {
    List<Coordinate> whole = new ArrayList<>(open.size() + 1);
    for (Coordinate c : open) {
      Coordinate unit = new Coordinate(Math.rint(c.x), Math.rint(c.y));
      if (whole.isEmpty() || !whole.get(whole.size() - 1).equals2D(unit)) {
        whole.add(unit);
      }
    }
    if (!whole.isEmpty() && (whole.size() == 1 || !whole.get(0).equals2D(whole.get(whole.size() - 1)))) {
      whole.add(whole.get(0));
    }
    return whole.toArray(Coordinate[]::new);
  }
}
