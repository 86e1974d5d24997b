package org.jieshi.ingest;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.SurveyRecord;

/**
 * Reads, checks and stores side by side: this thread parses and stores, batch by batch in the order of the file, while
 * others check the batches in between. A handful of batches is under way at a time, whatever the size of the file.
 */
final class ReadingPipeline implements AutoCloseable {

  /** Records of a batch at most, and points from which it is full: each batch is a transaction, and waits for the disk. */
  private static final int BATCH = 1000;
  private static final int POINTS = 50_000;

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService workers = Executors.newFixedThreadPool(threads, work -> {
    Thread thread = new Thread(work, "import-checks");
    thread.setDaemon(true);
    return thread;
  });

  /**
   * @param check called on any thread, for several batches at once
   * @param store called on this thread, for one batch after the other in the order of the file
   */
  <T> void run(OpenLayer.Records records, Function<List<SurveyRecord>, T> check, Consumer<T> store)
      throws IOException {
    Deque<Future<T>> underWay = new ArrayDeque<>();
    while (records.hasNext() || !underWay.isEmpty()) {
      while (records.hasNext() && underWay.size() <= 2 * threads) {
        List<SurveyRecord> batch = next(records);
        underWay.add(workers.submit(() -> check.apply(batch)));
      }
      store.accept(result(underWay.remove()));
    }
  }

  private static List<SurveyRecord> next(OpenLayer.Records records) throws IOException {
    List<SurveyRecord> batch = new ArrayList<>(BATCH);
    int points = 0;
    while (batch.size() < BATCH && points < POINTS && records.hasNext()) {
      SurveyRecord record = records.next();
      batch.add(record);
      points += record.boundary() == null ? 0 : record.boundary().getNumPoints();
    }
    return batch;
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

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
