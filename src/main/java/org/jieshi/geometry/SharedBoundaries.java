package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jieshi.geometry.VertexMismatch.Kind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Rule C7: the vertices on a shared boundary match. A vertex that comes within the tolerance of a neighbour's boundary
 * must be a vertex of the neighbour too; where it is not, either the neighbour's vertex lies a little beside it or the
 * neighbour runs past without one. Both sides' vertices are looked at, so edges that run along each other with different
 * vertices are found at each of them. The parcels may overlap or leave gaps.
 */
public final class SharedBoundaries {

  /** Rule C7, metres. */
  public static final double TOLERANCE = 0.05;

  /** Coordinates are written to the millimetre (domain sheet §3): one in the last place of both, √2 mm, is no miss. */
  private static final double SAME_POINT = 0.0015;

  /** What a double leaves of a tolerance on eastings of eight digits, metres. */
  private static final double ROUNDING = 1e-7;

  /** One edge of a parcel; each ring's vertices are the starts of its edges. */
  private record Edge(int parcel, Coordinate from, Coordinate to) {
  }

  private record Vertex(int parcel, Coordinate at) {
  }

  private SharedBoundaries() {}

  /**
   * Every vertex that a neighbour lacks; two vertices that miss each other are one mismatch, under the parcel that comes
   * first in the list. In order of parcel, neighbour and place.
   *
   * @param parcels valid polygonal geometries of one plane system
   * @param tolerance metres, {@link #TOLERANCE} by the rules sheet
   * @throws GeometryRefusal {@code SYSTEMS_DIFFER} for more than one SRID, {@code NOT_POLYGONAL}
   */
  public static List<VertexMismatch> mismatches(List<? extends Geometry> parcels, double tolerance) {
    if (parcels.size() < 2) {
      return List.of();
    }
    Gaps.requireOnePlane(parcels);
    HPRtree tree = new HPRtree();
    List<Vertex> vertices = new ArrayList<>();
    for (int i = 0; i < parcels.size(); i++) {
      for (Edge edge : edges(i, parcels.get(i))) {
        tree.insert(new Envelope(edge.from(), edge.to()), edge);
        vertices.add(new Vertex(i, edge.from()));
      }
    }
    List<VertexMismatch> found = new ArrayList<>();
    Set<List<Object>> pairs = new HashSet<>();
    for (Vertex vertex : vertices) {
      for (Map.Entry<Integer, Nearest> other : nearest(vertex, tree, tolerance).entrySet()) {
        VertexMismatch mismatch = other.getValue().mismatch(vertex, other.getKey(), tolerance);
        if (mismatch != null && pairs.add(identity(mismatch))) {
          found.add(mismatch);
        }
      }
    }
    found.sort(Comparator.comparingInt(VertexMismatch::parcel).thenComparingInt(VertexMismatch::neighbour)
        .thenComparing(VertexMismatch::at));
    return found;
  }

  private static List<Edge> edges(int parcel, Geometry boundary) {
    List<Edge> edges = new ArrayList<>();
    for (Polygon polygon : Polygons.of(boundary)) {
      for (LinearRing ring : Polygons.rings(polygon)) {
        Coordinate[] points = ring.getCoordinates();
        for (int i = 1; i < points.length; i++) {
          if (!points[i - 1].equals2D(points[i])) {
            edges.add(new Edge(parcel, points[i - 1], points[i]));
          }
        }
      }
    }
    return edges;
  }

  /** What each other parcel has within the tolerance of a vertex. */
  private static Map<Integer, Nearest> nearest(Vertex vertex, HPRtree tree, double tolerance) {
    Envelope around = new Envelope(vertex.at());
    around.expandBy(tolerance + ROUNDING);
    Map<Integer, Nearest> nearest = new TreeMap<>();
    for (Object candidate : tree.query(around)) {
      Edge edge = (Edge) candidate;
      if (edge.parcel() != vertex.parcel()) {
        nearest.computeIfAbsent(edge.parcel(), any -> new Nearest()).look(edge, vertex.at());
      }
    }
    return nearest;
  }

  /** Two vertices that miss each other are seen from both sides. */
  private static List<Object> identity(VertexMismatch mismatch) {
    return List.of(mismatch.parcel(), mismatch.neighbour(), mismatch.kind(), mismatch.at().x, mismatch.at().y,
        mismatch.there().x, mismatch.there().y);
  }

  /** The neighbour's vertex and point of an edge that are nearest to a vertex. */
  private static final class Nearest {

    private double toVertex = Double.POSITIVE_INFINITY;
    private double toEdge = Double.POSITIVE_INFINITY;
    private @Nullable Coordinate vertex;
    private @Nullable Coordinate onEdge;

    void look(Edge edge, Coordinate from) {
      for (Coordinate end : new Coordinate[] {edge.from(), edge.to()}) {
        if (end.distance(from) < toVertex) {
          toVertex = end.distance(from);
          vertex = end;
        }
      }
      Coordinate closest = new LineSegment(edge.from(), edge.to()).closestPoint(from);
      if (closest.distance(from) < toEdge) {
        toEdge = closest.distance(from);
        onEdge = closest;
      }
    }

    @Nullable VertexMismatch mismatch(Vertex own, int neighbour, double tolerance) {
      if (toEdge > tolerance + ROUNDING || toVertex <= SAME_POINT) {
        return null;
      }
      if (toVertex > tolerance + ROUNDING && onEdge != null) {
        return new VertexMismatch(own.parcel(), neighbour, Kind.VERTEX_MISSING, own.at(), onEdge, toEdge);
      }
      if (vertex == null) {
        return null;
      }
      return own.parcel() < neighbour
          ? new VertexMismatch(own.parcel(), neighbour, Kind.VERTEX_DIFFERS, own.at(), vertex, toVertex)
          : new VertexMismatch(neighbour, own.parcel(), Kind.VERTEX_DIFFERS, vertex, own.at(), toVertex);
    }
  }
}
