package org.jieshi.geometry;

import org.locationtech.jts.geom.Coordinate;

/**
 * A vertex on a shared boundary that the neighbour does not have (rule C7): neighbours share one physical point (domain
 * sheet §5).
 *
 * @param parcel place, in the list that was asked about, of the parcel whose vertex it is
 * @param neighbour place of the other one
 * @param at the vertex
 * @param there the neighbour's vertex, or the point of its edge, that is nearest
 * @param distance from one to the other, metres; 0 for a vertex on the neighbour's edge
 */
public record VertexMismatch(int parcel, int neighbour, Kind kind, Coordinate at, Coordinate there, double distance) {

  /** What the neighbour has there. */
  public enum Kind {
    /** A vertex of its own, but at another place. */
    VERTEX_DIFFERS,
    /** An edge and no vertex. */
    VERTEX_MISSING
  }
}
