package org.jieshi.map;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tiles drawn last, of one version of the register, up to a number of bytes. A newer version empties it.
 */
final class TileCache {

  private final long capacity;
  private final Map<TileAddress, byte[]> tiles = new LinkedHashMap<>(64, 0.75f, true);
  private long version = -1;
  private long held;

  /** @param capacity bytes */
  TileCache(long capacity) {
    this.capacity = capacity;
  }

  synchronized byte @Nullable [] find(long ofVersion, TileAddress tile) {
    return ofVersion == version ? tiles.get(tile) : null;
  }

  synchronized void keep(long ofVersion, TileAddress tile, byte[] bytes) {
    if (ofVersion < version) {
      return;
    }
    if (ofVersion > version) {
      tiles.clear();
      held = 0;
      version = ofVersion;
    }
    byte[] before = tiles.put(tile, bytes);
    held += weight(bytes) - (before == null ? 0 : weight(before));
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
  private static long weight(byte[] bytes) {
    return bytes.length + 128L;
  }
}
