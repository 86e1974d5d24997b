package org.jieshi.map;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.map.RegisterChanges.Changed;
import org.jieshi.map.RegisterChanges.ChangedArea;
import org.jieshi.store.Box;
import org.jspecify.annotations.Nullable;

/**
 * The tiles drawn last, up to a number of bytes. A change of the register takes out the tiles that it touches; the others
 * stay.
 */
final class TileCache {

  /** Changes that are remembered, to know whether a tile drawn meanwhile still holds. */
  private static final int REMEMBERED = 500;

  private final long capacity;
  private final Deque<Changed> lately = new ArrayDeque<>();
  /** All changes after this one are remembered. */
  private long knownFrom = -1;
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
    if (version < 0) {
      knownFrom = changed.upTo();
    }
    version = changed.upTo();
    lately.addLast(changed);
    if (lately.size() > REMEMBERED) {
      knownFrom = lately.removeFirst().upTo();
    }
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

  /** Whether nothing has changed on the tile since, as far as it is known what changed. */
  synchronized boolean holds(long ofVersion, TileAddress tile) {
    return ofVersion >= version || ofVersion >= knownFrom && lately.stream()
        .filter(changed -> changed.upTo() > ofVersion).noneMatch(changed -> changed.touches(tile));
  }

  /** Where something changed after a version; null: anywhere, or longer ago than is remembered. */
  synchronized @Nullable List<Box> changedAfter(long ofVersion) {
    List<Changed> since = lately.stream().filter(changed -> changed.upTo() > ofVersion).toList();
    if (ofVersion < knownFrom || since.stream().anyMatch(Changed::everywhere)) {
      return null;
    }
    return since.stream().flatMap(changed -> changed.areas().stream()).map(ChangedArea::bounds).distinct().toList();
  }

  /** @param ofVersion of the register, asked for before it was drawn; a tile that may lack a later change is not kept */
  synchronized void keep(long ofVersion, TileAddress tile, DrawnTile drawn) {
    if (!holds(ofVersion, tile)) {
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
