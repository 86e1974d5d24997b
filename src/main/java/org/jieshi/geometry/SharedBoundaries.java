package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jieshi.geometry.VertexMismatch.Kind;
import org.jieshi.geometry.kernel.FlatLand;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

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
    EdgeGrid edges = new EdgeGrid(parcels.stream().map(FlatLand::of).toList(), EdgeChoice.ALL, tolerance + ROUNDING);
    return mismatches(IntStream.range(0, edges.size()).parallel(), edges, tolerance);
  }

  /**
   * As {@link #mismatches(List, double)}, of those edges that may miss any, and on this thread alone.
   *
   * @param parcels of one plane system
   * @param chosen every edge but those that a neighbour has too, to the last digit
   */
  public static List<VertexMismatch> mismatches(List<FlatLand> parcels, EdgeChoice chosen, double tolerance) {
    EdgeGrid edges = new EdgeGrid(parcels, chosen, tolerance + ROUNDING);
    return mismatches(IntStream.range(0, edges.size()), edges, tolerance);
  }

  /** Two vertices that miss each other are seen from both sides, and told once. */
  private static List<VertexMismatch> mismatches(IntStream all, EdgeGrid edges, double tolerance) {
    List<VertexMismatch> seen = all.boxed()
        .<VertexMismatch>mapMulti((edge, found) -> look(edge, edges, tolerance, found))
        .sorted(SharedBoundaries::inOrder).toList();
    List<VertexMismatch> once = new ArrayList<>();
    for (VertexMismatch each : seen) {
      if (once.isEmpty() || inOrder(once.get(once.size() - 1), each) != 0) {
        once.add(each);
      }
    }
    return once;
  }

  private static int inOrder(VertexMismatch one, VertexMismatch other) {
    int order = Integer.compare(one.parcel(), other.parcel());
    order = order != 0 ? order : Integer.compare(one.neighbour(), other.neighbour());
    order = order != 0 ? order : one.at().compareTo(other.at());
    order = order != 0 ? order : one.there().compareTo(other.there());
    return order != 0 ? order : one.kind().compareTo(other.kind());
  }

  /** Of the vertices that are this edge's to look at: where it starts, and where it ends if no other starts there. */
  private static void look(int edge, EdgeGrid edges, double tolerance, Consumer<VertexMismatch> found) {
    look(edge, edges.fromX(edge), edges.fromY(edge), edges, tolerance, found);
    if (edges.endsAlone(edge)) {
      look(edge, edges.toX(edge), edges.toY(edge), edges, tolerance, found);
    }
  }

  private static void look(
      int edge, double x, double y, EdgeGrid edges, double tolerance, Consumer<VertexMismatch> found) {
    new NearVertices(edges, edges.parcel(edge), x, y, tolerance + ROUNDING).unmatched().forEach((neighbour, nearest) -> {
      VertexMismatch mismatch = nearest.mismatch(edges.parcel(edge), neighbour, tolerance);
      if (mismatch != null) {
        found.accept(mismatch);
      }
    });
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
      nearest.computeIfAbsent(edges.parcel(edge), any -> new Nearest(x, y)).look(
          edges.fromX(edge), edges.fromY(edge), edges.toX(edge), edges.toY(edge));
    }
  }

  /** The neighbour's vertex and point of an edge that are nearest to a vertex. */
  private static final class Nearest {

    private final double x;
    private final double y;
    /** Squared. */
    private double toVertex = Double.POSITIVE_INFINITY;
    private double toEdge = Double.POSITIVE_INFINITY;
    private double vertexX;
    private double vertexY;
    private double onEdgeX;
    private double onEdgeY;

    Nearest(double x, double y) {
      this.x = x;
      this.y = y;
    }

    void look(double fromX, double fromY, double toX, double toY) {
      lookAtVertex(fromX, fromY);
      lookAtVertex(toX, toY);
      double dx = toX - fromX;
      double dy = toY - fromY;
      double along = Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy)));
      double nearX = along == 1 ? toX : fromX + along * dx;
      double nearY = along == 1 ? toY : fromY + along * dy;
      double distance = squaredTo(nearX, nearY);
      if (distance < toEdge) {
        toEdge = distance;
        onEdgeX = nearX;
        onEdgeY = nearY;
      }
    }

    private void lookAtVertex(double endX, double endY) {
      double distance = squaredTo(endX, endY);
      if (distance < toVertex) {
        toVertex = distance;
        vertexX = endX;
        vertexY = endY;
      }
    }

    private double squaredTo(double otherX, double otherY) {
      return (otherX - x) * (otherX - x) + (otherY - y) * (otherY - y);
    }

    @Nullable VertexMismatch mismatch(int own, int neighbour, double tolerance) {
      double vertexDistance = Math.hypot(vertexX - x, vertexY - y);
      double edgeDistance = Math.hypot(onEdgeX - x, onEdgeY - y);
      if (edgeDistance > tolerance + ROUNDING || vertexDistance <= SAME_POINT) {
        return null;
      }
      Coordinate at = new Coordinate(x, y);
      if (vertexDistance > tolerance + ROUNDING) {
        return new VertexMismatch(own, neighbour, Kind.VERTEX_MISSING, at, new Coordinate(onEdgeX, onEdgeY), edgeDistance);
      }
      Coordinate vertex = new Coordinate(vertexX, vertexY);
      return own < neighbour
          ? new VertexMismatch(own, neighbour, Kind.VERTEX_DIFFERS, at, vertex, vertexDistance)
          : new VertexMismatch(neighbour, own, Kind.VERTEX_DIFFERS, vertex, at, vertexDistance);
    }
  }
}
