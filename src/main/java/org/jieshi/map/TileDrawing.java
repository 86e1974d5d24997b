package org.jieshi.map;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Draws a tile once for everybody who asks for it meanwhile. Far out one takes half a second and tens of megabytes: no more
 * of those at a time than there are processors; near ones take milliseconds and do not wait for them. Whoever waits holds no
 * connection, and all together leave most of the connections to others.
 */
final class TileDrawing {

  /** Up to this zoom a tile may show all of a farm. */
  private static final int FAR = 12;

  private static final int NEAR_AT_ONCE = 6;

  private final TileCache cache;
  private final Semaphore far = new Semaphore(Math.min(NEAR_AT_ONCE, Runtime.getRuntime().availableProcessors()), true);
  private final Semaphore near = new Semaphore(NEAR_AT_ONCE, true);
  private final Map<TileAddress, Running> running = new ConcurrentHashMap<>();

  private record Running(long version, CompletableFuture<DrawnTile> drawn) {}

  TileDrawing(TileCache cache) {
    this.cache = cache;
  }

  static boolean isFar(TileAddress tile) {
    return tile.z() <= FAR;
  }

  /** @param version that it has at least; one that is being drawn is shared if nothing has changed on it since it was begun */
  DrawnTile shared(TileAddress tile, long version, Supplier<byte[]> query) {
    Running mine = new Running(version, new CompletableFuture<>());
    Running now = running.compute(tile, (key, other) ->
        other != null && (other.version() >= version || cache.holds(other.version(), key)) ? other : mine);
    return now == mine ? drawn(tile, mine, query) : result(now);
  }

  private DrawnTile drawn(TileAddress tile, Running mine, Supplier<byte[]> query) {
    try {
      DrawnTile drawn = alone(tile, query);
      cache.keep(mine.version(), tile, drawn);
      mine.drawn().complete(drawn);
      return drawn;
    } catch (RuntimeException | Error failed) {
      mine.drawn().completeExceptionally(failed);
      throw failed;
    } finally {
      running.remove(tile, mine);
    }
  }

  /** For one person only. */
  DrawnTile alone(TileAddress tile, Supplier<byte[]> query) {
    Semaphore room = isFar(tile) ? far : near;
    room.acquireUninterruptibly();
    try {
      return DrawnTile.of(query.get());
    } finally {
      room.release();
    }
  }

  private static DrawnTile result(Running other) {
    try {
      return other.drawn().join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw failed;
    }
  }
}
