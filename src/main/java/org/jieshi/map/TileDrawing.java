package org.jieshi.map;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Draws a tile once for everybody who asks for it meanwhile, and no more tiles at a time than there are processors: far out
 * one takes half a second and tens of megabytes. Whoever waits holds no connection.
 */
final class TileDrawing {

  private final TileCache cache;
  private final Semaphore room = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
  private final Map<TileAddress, Running> running = new ConcurrentHashMap<>();

  private record Running(long version, CompletableFuture<DrawnTile> drawn) {}

  TileDrawing(TileCache cache) {
    this.cache = cache;
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
      DrawnTile drawn = alone(query);
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
  DrawnTile alone(Supplier<byte[]> query) {
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
