package org.jieshi.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Has pieces of work done on all processors and takes their results in the order in which the work was given. A handful is
 * under way at a time: who gives more waits, and takes results meanwhile. Belongs to one thread.
 */
final class InOrder<T> implements AutoCloseable {

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService workers;
  private final Consumer<T> take;
  private final Deque<Future<T>> underWay = new ArrayDeque<>();

  /**
   * @param name of the threads
   * @param take takes a result, on the thread that gives work
   */
  InOrder(String name, Consumer<T> take) {
    this.take = take;
    this.workers = Executors.newFixedThreadPool(threads, work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    });
  }

  /** @throws RuntimeException what kept an earlier piece from being done */
  void give(Callable<T> work) {
    if (underWay.size() > 2 * threads) {
      takeNext();
    }
    underWay.add(workers.submit(work));
  }

  /** Comes back when everything is done and taken. */
  void finish() {
    while (!underWay.isEmpty()) {
      takeNext();
    }
  }

  private void takeNext() {
    take.accept(result(underWay.remove()));
  }

  /** What was made beside, or what kept it from being made. */
  static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while checking", stopped);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failure.getCause());
    }
  }

  /** What is under way is given up. */
  @Override
  public void close() {
    workers.shutdownNow();
  }
}
