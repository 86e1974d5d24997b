package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.algorithm.Intersection;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Cuts land along lines, in one plane system.
 *
 * <p>Every boundary point of the land stays where it is, to the bit. Where a line crosses the boundary a new point is made,
 * on the whole millimetre as legal coordinates are written, so that an edge bends by less than a millimetre there; both
 * sides of a cut get the same points. A line that passes within {@link #SNAP} of a boundary point goes through it, since
 * two points nearer than that are one point of the survey (rule G4).
 */
public final class LandCut {

  /** Metres. */
  static final double SNAP = 0.05;

  private static final double PER_METRE = 1000;

  private final GeometryFactory factory;
  private final boolean bends;
  private final List<Edge> boundary = new ArrayList<>();
  private final List<Edge> cuts = new ArrayList<>();

  private LandCut(GeometryFactory factory, boolean bends) {
    this.factory = factory;
    this.bends = bends;
  }

  /** A straight piece and the points where it is to be divided. */
  private record Edge(Coordinate from, Coordinate to, Set<Coordinate> nodes) {

    Edge(Coordinate from, Coordinate to) {
      this(from, to, new LinkedHashSet<>());
    }

    void divideAt(Coordinate node) {
      if (!node.equals2D(from) && !node.equals2D(to)) {
        nodes.add(node);
      }
    }

    List<Coordinate> points() {
      List<Coordinate> points = new ArrayList<>(nodes);
      points.sort(Comparator.comparingDouble(from::distance));
      points.add(0, from);
      points.add(to);
      return points;
    }
  }

  /**
   * The pieces of the land, from the north-west, each a polygon; one piece if no line divides it.
   *
   * @param land valid polygonal geometry with its SRID
   * @param lines each two or more points in the same system; they should reach across the boundary
   * @throws GeometryRefusal {@code NOT_POLYGONAL}, {@code DEGREES_NOT_PLANE}
   */
  public static List<Polygon> pieces(Geometry land, List<Coordinate[]> lines) {
    return cut(land, lines, true);
  }

  /**
   * The same for land that others are cut along afterwards, as the overlap of two: new points lie on the edge itself and
   * not on the whole millimetre beside it, so that no thread stays between the edge and what it was cut from.
   */
  public static List<Polygon> piecesOfOverlap(Geometry overlap, List<Coordinate[]> lines) {
    return cut(overlap, lines, false);
  }

  private static List<Polygon> cut(Geometry land, List<Coordinate[]> lines, boolean bends) {
    if (CoordinateSystems.isGeographic(land.getSRID())) {
      CoordinateSystems.bySrid(land.getSRID());
    }
    LandCut cut = new LandCut(new GeometryFactory(land.getPrecisionModel(), land.getSRID()), bends);
    for (Polygon part : Polygons.of(land)) {
      Polygons.rings(part).forEach(cut::addRing);
    }
    lines.forEach(cut::addLine);
    cut.node();
    return cut.polygons(land);
  }

  private void addRing(LinearRing ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    for (int i = 1; i < points.size(); i++) {
      Coordinate from = points.getCoordinate(i - 1);
      Coordinate to = points.getCoordinate(i);
      if (!from.equals2D(to)) {
        boundary.add(new Edge(from, to));
      }
    }
  }

  private void addLine(Coordinate[] line) {
    Coordinate from = placed(line[0]);
    for (int i = 1; i < line.length; i++) {
      Coordinate to = placed(line[i]);
      if (!from.equals2D(to)) {
        cuts.add(new Edge(from, to));
      }
      from = to;
    }
  }

  /** A point of a line: the boundary point or the place on the boundary it was meant for, or the nearest millimetre. */
  private Coordinate placed(Coordinate drawn) {
    Optional<Coordinate> vertex = boundary.stream().map(Edge::from).min(Comparator.comparingDouble(drawn::distance))
        .filter(nearest -> nearest.distance(drawn) <= SNAP);
    if (vertex.isPresent()) {
      return vertex.get();
    }
    Edge nearest = boundary.stream().min(Comparator.comparingDouble(
        edge -> new LineSegment(edge.from, edge.to).distance(drawn))).orElseThrow();
    LineSegment side = new LineSegment(nearest.from, nearest.to);
    if (side.distance(drawn) > SNAP) {
      return millimetre(drawn);
    }
    Coordinate foot = onEdge(nearest, side.closestPoint(drawn));
    nearest.divideAt(foot);
    return foot;
  }

  private void node() {
    List<Edge> bent = cuts.stream().flatMap(cut -> throughBoundaryPoints(cut).stream()).toList();
    cuts.clear();
    cuts.addAll(bent);
    for (int i = 0; i < cuts.size(); i++) {
      for (Edge side : boundary) {
        cross(cuts.get(i), side);
      }
      for (int j = 0; j < i; j++) {
        cross(cuts.get(i), cuts.get(j));
      }
    }
  }

  private List<Edge> throughBoundaryPoints(Edge cut) {
    LineSegment line = new LineSegment(cut.from, cut.to);
    for (Edge side : boundary) {
      if (line.distance(side.from) <= SNAP) {
        cut.divideAt(side.from);
      }
    }
    List<Coordinate> points = cut.points();
    List<Edge> edges = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      edges.add(new Edge(points.get(i - 1), points.get(i)));
    }
    return edges;
  }

  private void cross(Edge cut, Edge other) {
    if (!properlyCross(cut, other)) {
      return;
    }
    Coordinate crossing = Intersection.intersection(cut.from, cut.to, other.from, other.to);
    if (crossing == null) {
      return;
    }
    Coordinate node = onEdge(other, crossing);
    cut.divideAt(node);
    other.divideAt(node);
  }

  private static boolean properlyCross(Edge a, Edge b) {
    return Orientation.index(a.from, a.to, b.from) * Orientation.index(a.from, a.to, b.to) < 0
        && Orientation.index(b.from, b.to, a.from) * Orientation.index(b.from, b.to, a.to) < 0;
  }

  /** An end or a node of the edge where one is near, else the nearest millimetre, or the very point. */
  private Coordinate onEdge(Edge edge, Coordinate point) {
    return edge.points().stream().filter(known -> known.distance(point) <= SNAP)
        .min(Comparator.comparingDouble(point::distance)).orElseGet(() -> bends ? millimetre(point) : point);
  }

  private static Coordinate millimetre(Coordinate point) {
    return new Coordinate(Math.rint(point.x * PER_METRE) / PER_METRE, Math.rint(point.y * PER_METRE) / PER_METRE);
  }

  private List<Polygon> polygons(Geometry land) {
    Polygonizer polygonizer = new Polygonizer();
    Set<LineSegment> known = new LinkedHashSet<>();
    for (List<Edge> edges : List.of(boundary, cuts)) {
      for (Edge edge : edges) {
        List<Coordinate> points = edge.points();
        for (int i = 1; i < points.size(); i++) {
          LineSegment piece = new LineSegment(points.get(i - 1), points.get(i));
          piece.normalize();
          if (known.add(piece)) {
            polygonizer.add(factory.createLineString(new Coordinate[] {piece.p0, piece.p1}));
          }
        }
      }
    }
    IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(land);
    List<Polygon> pieces = new ArrayList<>();
    for (Object each : polygonizer.getPolygons()) {
      Polygon piece = (Polygon) each;
      if (inside.locate(piece.getInteriorPoint().getCoordinate()) == Location.INTERIOR) {
        piece.setSRID(land.getSRID());
        pieces.add(piece);
      }
    }
    pieces.sort(Comparator.comparingDouble((Polygon piece) -> piece.getEnvelopeInternal().getMinX()
        - piece.getEnvelopeInternal().getMaxY()).thenComparingDouble(piece -> piece.getEnvelopeInternal().getMinX()));
    return pieces;
  }
}
