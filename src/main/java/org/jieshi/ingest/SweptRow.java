package org.jieshi.ingest;

import java.util.BitSet;
import org.jieshi.geometry.kernel.FlatLand;
import org.jieshi.store.Box;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A staged row as the checks between neighbours see it; its boundary is decoded when somebody looks at it. Thread-safe. */
final class SweptRow {

  private final int record;
  private final Box bounds;
  private final @Nullable Double accuracy;
  private final @Nullable String party;
  private final byte[] encoded;
  private volatile @Nullable FlatLand land;
  /** The edges, by the vertex of {@link #land} they begin at, that another row has too; null: none yet. */
  private @Nullable BitSet shared;

  /**
   * @param bounds CGCS2000 degrees
   * @param accuracy RMSE of the boundary points, m
   * @param encoded the boundary as EWKB
   */
  SweptRow(int record, Box bounds, @Nullable Double accuracy, @Nullable String party, byte[] encoded) {
    this.record = record;
    this.bounds = bounds;
    this.accuracy = accuracy;
    this.party = party;
    this.encoded = encoded;
  }

  int record() {
    return record;
  }

  Box bounds() {
    return bounds;
  }

  @Nullable Double accuracy() {
    return accuracy;
  }

  @Nullable String party() {
    return party;
  }

  /** Bytes of the boundary. */
  int size() {
    return encoded.length;
  }

  /** Plane coordinates as surveyed; made anew each time, since few rows are looked at so closely. */
  Geometry boundary() {
    return GeometryCodec.read(encoded);
  }

  /** The same land as plain arrays, which every neighbour is compared with. */
  FlatLand land() {
    FlatLand known = land;
    if (known == null) {
      known = FlatLand.of(boundary());
      land = known;
    }
    return known;
  }

  /** @param vertex of {@link #land}, at which an edge begins that another row has to the last digit */
  synchronized void share(int vertex) {
    if (shared == null) {
      shared = new BitSet();
    }
    shared.set(vertex);
  }

  /** Whether it has an edge that none of the rows it was compared with has. */
  synchronized boolean hasLooseEdge() {
    return shared == null || shared.cardinality() < land().vertices();
  }

  /** Whether none of the rows it was compared with has the edge that begins at a vertex of {@link #land}. */
  synchronized boolean isLoose(int vertex) {
    return shared == null || !shared.get(vertex);
  }
}
