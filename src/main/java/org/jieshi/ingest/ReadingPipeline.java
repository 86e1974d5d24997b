package org.jieshi.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.SurveyRecord;

/**
 * Reads, checks and stores side by side: this thread parses and stores, batch by batch in the order of the file, while
 * others check the batches in between. A handful of batches is under way at a time, whatever the size of the file.
 */
final class ReadingPipeline {

  /** Records of a batch at most, and points from which it is full: each batch is a transaction. */
  private static final int BATCH = 2000;
  private static final int POINTS = 100_000;

  private ReadingPipeline() {}

  /**
   * @param check called on any thread, for several batches at once
   * @param store called on this thread, for one batch after the other in the order of the file
   */
  static <T> void run(OpenLayer.Records records, Function<List<SurveyRecord>, T> check, Consumer<T> store)
      throws IOException {
    try (InOrder<T> batches = new InOrder<>("import-checks", store)) {
      while (records.hasNext()) {
        List<SurveyRecord> batch = next(records);
        batches.give(() -> check.apply(batch));
      }
      batches.finish();
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
}
