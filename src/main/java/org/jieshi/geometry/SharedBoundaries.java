package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jieshi.geometry.VertexMismatch.Kind;
import org.jieshi.geometry.kernel.FlatLand;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;

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
    parcels.forEach(Polygons::of);
    return mismatches(parcels.stream().map(FlatLand::of).toList(), EdgeChoice.ALL, tolerance);
  }

  /**
   * As {@link #mismatches(List, double)}, of those edges that may miss any.
   *
   * @param parcels of one plane system
   * @param chosen every edge but those that a neighbour has too, to the last digit
   */
  public static List<VertexMismatch> mismatches(List<FlatLand> parcels, EdgeChoice chosen, double tolerance) {
    EdgeGrid edges = new EdgeGrid(parcels, chosen, tolerance + ROUNDING);
    Set<List<Object>> pairs = ConcurrentHashMap.newKeySet();
    List<VertexMismatch> found = IntStream.range(0, edges.size()).parallel()
        .mapToObj(edge -> mismatches(edge, edges, tolerance)).flatMap(Function.identity())
        .filter(mismatch -> pairs.add(identity(mismatch))).collect(Collectors.toCollection(ArrayList::new));
    found.sort(Comparator.comparingInt(VertexMismatch::parcel).thenComparingInt(VertexMismatch::neighbour)
        .thenComparing(VertexMismatch::at));
    return found;
  }

  /** Of the vertices that are this edge's to look at: where it starts, and where it ends if no other starts there. */
  private static Stream<VertexMismatch> mismatches(int edge, EdgeGrid edges, double tolerance) {
    Stream<VertexMismatch> atStart = mismatches(edge, edges.fromX(edge), edges.fromY(edge), edges, tolerance);
    return edges.endsAlone(edge)
        ? Stream.concat(atStart, mismatches(edge, edges.toX(edge), edges.toY(edge), edges, tolerance)) : atStart;
  }

  private static Stream<VertexMismatch> mismatches(int edge, double x, double y, EdgeGrid edges, double tolerance) {
    Map<Integer, Nearest> nearest = new NearVertices(edges, edges.parcel(edge), x, y, tolerance + ROUNDING).unmatched();
    if (nearest.isEmpty()) {
      return Stream.empty();
    }
    Coordinate vertex = new Coordinate(x, y);
    return nearest.entrySet().stream()
        .map(other -> other.getValue().mismatch(vertex, edges.parcel(edge), other.getKey(), tolerance))
        .filter(Objects::nonNull);
  }

  /** What each other parcel has near a vertex, unless it has the very vertex. */
  private static final class NearVertices {

    private final EdgeGrid edges;
    private final int own;
    private final double x;
    private final double y;
    private final double reach;
    private @Nullable Map<Integer, Nearest> nearest;
    private int[] shared = new int[4];
    private int sharing;

    NearVertices(EdgeGrid edges, int own, double x, double y, double reach) {
      this.edges = edges;
      this.own = own;
      this.x = x;
      this.y = y;
      this.reach = reach;
    }

    /** In order of parcel; most vertices have nothing near that isn't the same vertex. */
    Map<Integer, Nearest> unmatched() {
      edges.forEachNear(x, y, this::look);
      if (nearest == null) {
        return Map.of();
      }
      for (int i = 0; i < sharing; i++) {
        nearest.remove(shared[i]);
      }
      return nearest;
    }

    private void look(int edge) {
      if (edges.parcel(edge) == own || !edges.isNear(edge, x, y, reach)) {
        return;
      }
      if (edges.endsAt(edge, x, y)) {
        if (sharing == shared.length) {
          shared = Arrays.copyOf(shared, 2 * sharing);
        }
        shared[sharing++] = edges.parcel(edge);
        return;
      }
      if (nearest == null) {
        nearest = new TreeMap<>();
      }
      nearest.computeIfAbsent(edges.parcel(edge), any -> new Nearest()).look(
          new Coordinate(edges.fromX(edge), edges.fromY(edge)), new Coordinate(edges.toX(edge), edges.toY(edge)),
          new Coordinate(x, y));
    }
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
