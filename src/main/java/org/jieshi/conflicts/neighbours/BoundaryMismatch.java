package org.jieshi.conflicts.neighbours;

import java.math.BigDecimal;
import org.jieshi.geometry.VertexMismatch;

/**
 * A vertex of a parcel on the register that the neighbour lacks or has elsewhere.
 *
 * @param coordinate east, north in {@code crs}, 3 decimals as coordinates are written
 * @param there the neighbour's nearest vertex or point of an edge, likewise
 * @param distance m, 3 decimals
 * @param at the vertex, CGCS2000 longitude and latitude
 */
record BoundaryMismatch(String parcel, String neighbour, VertexMismatch.Kind kind, BigDecimal[] coordinate,
    BigDecimal[] there, BigDecimal distance, String crs, double[] at) {
}
