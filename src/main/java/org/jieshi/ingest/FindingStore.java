package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jieshi.ingest.source.Finding;

/**
 * Stores findings beside the comparison that makes them, many at a time in the order they were told. Two batches
 * are held at most: who tells more waits. Belongs to one thread.
 */
final class FindingStore implements AutoCloseable {

  private static final int BATCH = 1500;

  private final Consumer<List<Finding>> store;
  private final ExecutorService beside = Executors.newSingleThreadExecutor(work -> {
    Thread thread = new Thread(work, "import-findings");
    thread.setDaemon(true);
    return thread;
  });
  private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);
  private List<Finding> told = new ArrayList<>();

  /** @param store stores a batch for good, on another thread */
  FindingStore(Consumer<List<Finding>> store) {
    this.store = store;
  }

  /** @throws RuntimeException what kept an earlier batch from being stored */
  void add(Finding finding) {
    told.add(finding);
    if (told.size() == BATCH) {
      pass();
    }
  }

  /** Comes back when everything is stored. */
  void finish() {
    pass();
    await();
  }

  private void pass() {
    await();
    List<Finding> batch = told;
    told = new ArrayList<>();
    if (!batch.isEmpty()) {
      underWay = CompletableFuture.runAsync(() -> store.accept(batch), beside);
    }
  }

  private void await() {
    InOrder.result(underWay);
  }

  /** What is still being stored is ended; nothing more is. */
  @Override
  public void close() {
    beside.shutdown();
    underWay.exceptionally(failed -> null).join();
  }
}
