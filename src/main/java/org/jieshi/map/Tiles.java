package org.jieshi.map;

import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.List;
import org.jieshi.map.RegisterChanges.Changed;
import org.jieshi.store.Box;
import org.jieshi.store.RegisterReads;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/** Draws tiles, or finds them drawn. */
@Service
class Tiles {

  /** More places than this are not told one by one. */
  private static final int NAMED = 50;

  private final TileQuery query;
  private final RegisterChanges changes;
  private final RegisterReads reads;
  private final TileCache cache;
  private final TileDrawing drawing;
  private final FarTiles far;

  /** @param cache how much memory drawn tiles may take; 0B: every tile is drawn each time */
  Tiles(TileQuery query, RegisterChanges changes, RegisterReads reads, @Value("${jieshi.map.tile-cache:48MB}") DataSize cache) {
    this.query = query;
    this.changes = changes;
    this.reads = reads;
    this.cache = new TileCache(cache.toBytes());
    this.drawing = new TileDrawing(this.cache);
    this.far = new FarTiles(cache.toBytes() / 2);
  }

  /** The version that a tile had after this call has at least; the cache forgets what has changed up to it. */
  long version() {
    long now = changes.newest();
    long known = cache.version();
    if (now > known) {
      cache.forget(known < 0 ? new Changed(now, true, List.of()) : changes.between(known, now));
    }
    return now;
  }

  /**
   * A tile far out that takes long may be older, and is drawn beside: see {@link FarTiles}.
   *
   * @param version of the register, asked for before: what changed in between is drawn or not, and drawn again when the
   *     change is known
   * @param district of the person asking, whose tiles are drawn each time; null: everywhere
   */
  DrawnTile tile(TileAddress tile, long version, @Nullable String district) {
    if (!tile.layer().shownAt(tile.z())) {
      return DrawnTile.EMPTY;
    }
    if (district != null) {
      return drawing.alone(tile, () -> reads.run(version, () -> query.drawn(tile, district)));
    }
    DrawnTile known = cache.find(tile);
    if (known != null) {
      return known;
    }
    return TileDrawing.isFar(tile) ? far.of(tile, () -> present(tile)) : present(tile, version);
  }

  private DrawnTile present(TileAddress tile) {
    long version = version();
    DrawnTile known = cache.find(tile);
    return known != null ? known : present(tile, version);
  }

  private DrawnTile present(TileAddress tile, long version) {
    return drawing.shared(tile, version, () -> reads.run(version, () -> query.drawn(tile, null)));
  }

  /** Where the map changed after a version of the register; null: anywhere, or in too many places to name. */
  @Nullable List<Box> changedAfter(long version) {
    version();
    List<Box> places = cache.changedAfter(version);
    return places == null || places.size() > NAMED ? null : places;
  }

  /** Whether far-out tiles were renewed since this was asked last. */
  boolean takeRenewed() {
    return far.takeRenewed();
  }

  @PreDestroy
  void stop() {
    far.stop();
  }

  /** A tile as it was at a moment; drawn each time it is asked for. */
  byte[] past(TileAddress tile, Instant moment, @Nullable String district) {
    return tile.layer().shownAt(tile.z())
        ? drawing.alone(tile, () -> reads.run(() -> query.drawn(tile, moment, district))).bytes() : new byte[0];
  }

  TileIndex index() {
    long newest = changes.newest();
    return new TileIndex(newest, reads.run(newest, query::extent));
  }
}
