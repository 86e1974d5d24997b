package org.jieshi.ingest.source;

import java.io.IOException;
import java.util.List;

/** A layer that was read through once already, and is read again from its file each time. */
public record StreamedLayer(Summary summary, String encoding, List<Finding> findings, Opening opening)
    implements OpenLayer {

  /** Opens the file anew. */
  @FunctionalInterface
  public interface Opening {
    Records open() throws IOException;
  }

  @Override
  public int records() {
    return summary.records();
  }

  @Override
  public List<String> columns() {
    return summary.columns();
  }

  @Override
  public Records read() throws IOException {
    return opening.open();
  }

  @Override
  public void close() {
    // each reading closes its own file
  }
}
