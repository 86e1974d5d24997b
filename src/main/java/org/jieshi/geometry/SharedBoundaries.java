package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jieshi.geometry.VertexMismatch.Kind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

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

  /** The edges of all parcels, each with the parcel it is of; every vertex is the start of one. */
  private record Edges(List<Coordinate> from, List<Coordinate> to, List<Integer> parcel) {

    static Edges of(List<? extends Geometry> parcels) {
      Edges edges = new Edges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < parcels.size(); i++) {
        for (Polygon polygon : Polygons.of(parcels.get(i))) {
          for (LinearRing ring : Polygons.rings(polygon)) {
            edges.add(i, ring.getCoordinates());
          }
        }
      }
      return edges;
    }

    private void add(int of, Coordinate[] ring) {
      for (int i = 1; i < ring.length; i++) {
        if (!ring[i - 1].equals2D(ring[i])) {
          from.add(ring[i - 1]);
          to.add(ring[i]);
          parcel.add(of);
        }
      }
    }
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
    Edges edges = Edges.of(parcels);
    EdgeGrid grid = new EdgeGrid(edges.from(), edges.to(), tolerance + ROUNDING);
    Set<List<Object>> pairs = ConcurrentHashMap.newKeySet();
    List<VertexMismatch> found = IntStream.range(0, edges.from().size()).parallel().boxed()
        .flatMap(i -> mismatches(edges.from().get(i), edges.parcel().get(i), edges, grid, tolerance))
        .filter(mismatch -> pairs.add(identity(mismatch))).collect(Collectors.toCollection(ArrayList::new));
    found.sort(Comparator.comparingInt(VertexMismatch::parcel).thenComparingInt(VertexMismatch::neighbour)
        .thenComparing(VertexMismatch::at));
    return found;
  }

  private static Stream<VertexMismatch> mismatches(Coordinate vertex, int own, Edges edges, EdgeGrid grid,
      double tolerance) {
    Map<Integer, Nearest> nearest = nearest(vertex, own, edges, grid, tolerance);
    return nearest.isEmpty() ? Stream.empty() : nearest.entrySet().stream()
        .map(other -> other.getValue().mismatch(vertex, own, other.getKey(), tolerance)).filter(Objects::nonNull);
  }

  /** What each other parcel has within the tolerance of a vertex, unless it has the very vertex. */
  private static Map<Integer, Nearest> nearest(Coordinate vertex, int own, Edges edges, EdgeGrid grid,
      double tolerance) {
    Map<Integer, Nearest> nearest = new TreeMap<>();
    List<Integer> shared = new ArrayList<>();
    grid.forEachNear(vertex, i -> {
      Coordinate from = edges.from().get(i);
      Coordinate to = edges.to().get(i);
      Integer parcel = edges.parcel().get(i);
      if (parcel == own) {
        return;
      }
      if (from.equals2D(vertex) || to.equals2D(vertex)) {
        shared.add(parcel);
      } else if (Distance.pointToSegment(vertex, from, to) <= tolerance + ROUNDING) {
        nearest.computeIfAbsent(parcel, any -> new Nearest()).look(from, to, vertex);
      }
    });
    nearest.keySet().removeAll(shared);
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

    void look(Coordinate from, Coordinate to, Coordinate own) {
      for (Coordinate end : new Coordinate[] {from, to}) {
        if (end.distance(own) < toVertex) {
          toVertex = end.distance(own);
          vertex = end;
        }
      }
      Coordinate closest = new LineSegment(from, to).closestPoint(own);
      if (closest.distance(own) < toEdge) {
        toEdge = closest.distance(own);
        onEdge = closest;
      }
    }

    @Nullable VertexMismatch mismatch(Coordinate at, int own, int neighbour, double tolerance) {
      if (toEdge > tolerance + ROUNDING || toVertex <= SAME_POINT) {
        return null;
      }
      if (toVertex > tolerance + ROUNDING && onEdge != null) {
        return new VertexMismatch(own, neighbour, Kind.VERTEX_MISSING, at, onEdge, toEdge);
      }
      if (vertex == null) {
        return null;
      }
      return own < neighbour
          ? new VertexMismatch(own, neighbour, Kind.VERTEX_DIFFERS, at, vertex, toVertex)
          : new VertexMismatch(neighbour, own, Kind.VERTEX_DIFFERS, vertex, at, toVertex);
    }
  }
}
