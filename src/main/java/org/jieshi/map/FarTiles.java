package org.jieshi.map;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tiles far out, as they were drawn last. One that shows tens of thousands of parcels takes up to seconds, and any change
 * anywhere touches it: drawn anew for each change it would take the program from everybody. So whoever asks gets the last
 * drawing at once, and what has changed on it since is drawn beside: one tile after the other, by a worker that rests
 * three times as long as it draws. A light tile is drawn quickly, is not kept here, and is never old.
 */
final class FarTiles {

  private static final Logger LOG = LoggerFactory.getLogger(FarTiles.class);

  /** Bytes of a layer that some ten thousand parcels take, and a tenth of a second or more. */
  static final int HEAVY = 128 * 1024;
  private static final int REST = 3;

  private final long capacity;
  private final Map<TileAddress, DrawnTile> last = new LinkedHashMap<>(64, 0.75f, true);
  /** In the order in which they were asked for. */
  private final Map<TileAddress, Supplier<DrawnTile>> wanted = new LinkedHashMap<>();
  private final AtomicBoolean renewed = new AtomicBoolean();
  private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
    Thread thread = new Thread(work, "far-tiles");
    thread.setDaemon(true);
    return thread;
  });
  private long held;
  private boolean working;

  /** @param capacity bytes */
  FarTiles(long capacity) {
    this.capacity = capacity;
  }

  /**
   * @param tile far out
   * @param draw draws it as it is now
   * @return as it is, or as it was drawn last
   */
  DrawnTile of(TileAddress tile, Supplier<DrawnTile> draw) {
    synchronized (this) {
      DrawnTile before = last.get(tile);
      if (before != null) {
        want(tile, draw);
        return before;
      }
    }
    return drawn(tile, draw);
  }

  /** Whether a tile was drawn beside since this was asked last, so that those who look at the map ask for it. */
  boolean takeRenewed() {
    return renewed.getAndSet(false);
  }

  void stop() {
    worker.shutdownNow();
  }

  private void want(TileAddress tile, Supplier<DrawnTile> draw) {
    wanted.putIfAbsent(tile, draw);
    if (!working) {
      working = true;
      worker.execute(this::work);
    }
  }

  private void work() {
    Map.Entry<TileAddress, Supplier<DrawnTile>> next = next();
    if (next == null) {
      return;
    }
    long begun = System.nanoTime();
    try {
      DrawnTile before = lastOf(next.getKey());
      if (before == null || drawn(next.getKey(), next.getValue()).mark() != before.mark()) {
        renewed.set(true);
      }
    } catch (RuntimeException failed) {
      LOG.warn("A tile was not drawn, and is when it is asked for again: {}", failed.getMessage());
    } finally {
      worker.schedule(this::work, REST * (System.nanoTime() - begun), TimeUnit.NANOSECONDS);
    }
  }

  private synchronized Map.@Nullable Entry<TileAddress, Supplier<DrawnTile>> next() {
    var first = wanted.entrySet().iterator();
    if (!first.hasNext()) {
      working = false;
      return null;
    }
    Map.Entry<TileAddress, Supplier<DrawnTile>> next = Map.Entry.copyOf(first.next());
    first.remove();
    return next;
  }

  private synchronized @Nullable DrawnTile lastOf(TileAddress tile) {
    return last.get(tile);
  }

  private DrawnTile drawn(TileAddress tile, Supplier<DrawnTile> draw) {
    DrawnTile drawn = draw.get();
    keep(tile, drawn.bytes().length < HEAVY ? null : drawn);
    return drawn;
  }

  private synchronized void keep(TileAddress tile, @Nullable DrawnTile drawn) {
    DrawnTile before = drawn == null ? last.remove(tile) : last.put(tile, drawn);
    held += (drawn == null ? 0 : drawn.bytes().length) - (before == null ? 0 : before.bytes().length);
    var eldest = last.values().iterator();
    while (held > capacity && eldest.hasNext()) {
      held -= eldest.next().bytes().length;
      eldest.remove();
    }
  }
}
