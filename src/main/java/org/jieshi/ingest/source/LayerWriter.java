package org.jieshi.ingest.source;

import java.io.Closeable;
import java.io.IOException;

/** Writes one layer, record by record; the file is whole once it is closed. Memory doesn't grow with the records. */
public interface LayerWriter extends Closeable {

  /**
   * @param record with a boundary in the layer's system
   * @throws FileProblem when the format can't carry it without loss
   */
  void write(SurveyRecord record) throws IOException;
}
