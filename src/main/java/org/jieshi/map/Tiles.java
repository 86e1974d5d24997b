package org.jieshi.map;

import java.time.Instant;
import org.springframework.stereotype.Service;

/** Draws tiles, or finds them drawn. */
@Service
class Tiles {

  private static final long CACHE_BYTES = 48L << 20;

  private final TileQuery query;
  private final TileCache cache = new TileCache(CACHE_BYTES);

  Tiles(TileQuery query) {
    this.query = query;
  }

  /** The version that a tile drawn after this call has at least. */
  long version() {
    return query.registerVersion();
  }

  /**
   * @param version of the register, asked for before: a change in between is then drawn under the older number, and drawn
   *     again under its own
   */
  byte[] tile(TileAddress tile, long version) {
    if (!tile.layer().shownAt(tile.z())) {
      return new byte[0];
    }
    byte[] known = cache.find(version, tile);
    if (known != null) {
      return known;
    }
    byte[] drawn = TileEncoder.encode(tile, query.features(tile));
    cache.keep(version, tile, drawn);
    return drawn;
  }

  /** A tile as it was at a moment; drawn each time it is asked for. */
  byte[] past(TileAddress tile, Instant moment) {
    return tile.layer().shownAt(tile.z()) ? TileEncoder.encode(tile, query.features(tile, moment)) : new byte[0];
  }

  TileIndex index() {
    return new TileIndex(query.registerVersion(), query.extent());
  }
}
