package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jieshi.geometry.VertexMismatch.Kind;
import org.locationtech.jts.geom.Coordinate;

/** What other parcels have near a vertex: looked at for one vertex after the other. Belongs to one thread. */
final class NearVertices {

  private final EdgeGrid edges;
  private final double reach;
  private int own;
  private double x;
  private double y;
  /** Of each parcel that has anything near, the first ones of a list that only grows. */
  private final List<Nearest> nearest = new ArrayList<>();
  private int near;

  /** @param reach metres */
  NearVertices(EdgeGrid edges, double reach) {
    this.edges = edges;
    this.reach = reach;
  }

  /** Looks at what is near a vertex of a parcel. */
  void look(int parcel, double vertexX, double vertexY) {
    own = parcel;
    x = vertexX;
    y = vertexY;
    near = 0;
    edges.forEachNear(x, y, this::lookAt);
  }

  /** Tells what parcels have there that haven't the very vertex; most vertices have nothing near but the same. */
  void forEachMismatch(double tolerance, Consumer<VertexMismatch> action) {
    for (int i = 0; i < near; i++) {
      nearest.get(i).tell(tolerance, action);
    }
  }

  private void lookAt(int edge) {
    int parcel = edges.parcel(edge);
    if (parcel == own || !edges.isNear(edge, x, y, reach)) {
      return;
    }
    Nearest there = of(parcel);
    if (edges.endsAt(edge, x, y)) {
      there.isShared = true;
    } else {
      there.look(edges.fromX(edge), edges.fromY(edge), edges.toX(edge), edges.toY(edge));
    }
  }

  private Nearest of(int parcel) {
    for (int i = 0; i < near; i++) {
      if (nearest.get(i).parcel == parcel) {
        return nearest.get(i);
      }
    }
    if (near == nearest.size()) {
      nearest.add(new Nearest());
    }
    Nearest first = nearest.get(near++);
    first.begin(parcel);
    return first;
  }

  /** The vertex and the point of an edge of another parcel that are nearest. */
  private final class Nearest {

    private int parcel;
    /** Whether it has the very vertex. */
    private boolean isShared;
    /** Squared, m². */
    private double toVertex;
    private double toEdge;
    private double vertexX;
    private double vertexY;
    private double onEdgeX;
    private double onEdgeY;

    void begin(int of) {
      parcel = of;
      isShared = false;
      toVertex = Double.POSITIVE_INFINITY;
      toEdge = Double.POSITIVE_INFINITY;
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

    void tell(double tolerance, Consumer<VertexMismatch> action) {
      if (isShared) {
        return;
      }
      double vertexDistance = Math.hypot(vertexX - x, vertexY - y);
      double edgeDistance = Math.hypot(onEdgeX - x, onEdgeY - y);
      if (edgeDistance > tolerance + SharedBoundaries.ROUNDING || vertexDistance <= SharedBoundaries.SAME_POINT) {
        return;
      }
      Coordinate at = new Coordinate(x, y);
      Coordinate vertex = new Coordinate(vertexX, vertexY);
      if (vertexDistance > tolerance + SharedBoundaries.ROUNDING) {
        action.accept(new VertexMismatch(
            own, parcel, Kind.VERTEX_MISSING, at, new Coordinate(onEdgeX, onEdgeY), edgeDistance));
      } else if (own < parcel) {
        action.accept(new VertexMismatch(own, parcel, Kind.VERTEX_DIFFERS, at, vertex, vertexDistance));
      } else {
        action.accept(new VertexMismatch(parcel, own, Kind.VERTEX_DIFFERS, vertex, at, vertexDistance));
      }
    }
  }
}
