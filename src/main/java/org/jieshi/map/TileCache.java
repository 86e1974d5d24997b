package org.jieshi.map;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jieshi.map.RegisterChanges.Changed;
import org.jspecify.annotations.Nullable;

/**
 * The tiles drawn last, up to a number of bytes. A change of the register takes out the tiles that it touches; the others
 * stay.
 */
final class TileCache {

  private final long capacity;
  private final Map<TileAddress, DrawnTile> tiles = new LinkedHashMap<>(64, 0.75f, true);
  private long version = -1;
  private long held;

  /** @param capacity bytes */
  TileCache(long capacity) {
    this.capacity = capacity;
  }

  /** The number of the audit entry up to which it is known what changed; -1 at first. */
  synchronized long version() {
    return version;
  }

  synchronized @Nullable DrawnTile find(TileAddress tile) {
    return tiles.get(tile);
  }

  /** @param changed since {@link #version} or before */
  synchronized void forget(Changed changed) {
    if (changed.upTo() <= version) {
      return;
    }
    version = changed.upTo();
    if (changed.everywhere()) {
      tiles.clear();
      held = 0;
    } else if (!changed.areas().isEmpty()) {
      tiles.entrySet().removeIf(entry -> {
        boolean touched = changed.touches(entry.getKey());
        held -= touched ? weight(entry.getValue()) : 0;
        return touched;
      });
    }
  }

  /** @param ofVersion of the register, asked for before it was drawn; a tile that may lack a later change is not kept */
  synchronized void keep(long ofVersion, TileAddress tile, DrawnTile drawn) {
    if (ofVersion < version) {
      return;
    }
    DrawnTile before = tiles.put(tile, drawn);
    held += weight(drawn) - (before == null ? 0 : weight(before));
    var eldest = tiles.entrySet().iterator();
    while (held > capacity && eldest.hasNext()) {
      held -= weight(eldest.next().getValue());
      eldest.remove();
    }
  }

  synchronized int size() {
    return tiles.size();
  }

  /** The bytes and what the map's entry takes beside them, roughly. */
  private static long weight(DrawnTile drawn) {
    return drawn.bytes().length + 144L;
  }
}
