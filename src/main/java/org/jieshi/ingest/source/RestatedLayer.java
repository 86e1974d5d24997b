package org.jieshi.ingest.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer whose boundaries are seen otherwise than they were written: in another system, or with their axes exchanged.
 * Everything else is the written layer's. The places of what its reader found are in coordinates of the file and are left
 * out.
 */
public abstract class RestatedLayer implements OpenLayer {

  private final OpenLayer written;

  protected RestatedLayer(OpenLayer written) {
    this.written = written;
  }

  /**
   * @param record the number of the record that the boundary is of
   * @param findings of the record, to be added to
   * @return null if the boundary cannot be seen that way; a finding says why
   */
  protected abstract @Nullable Geometry restate(int record, Geometry boundary, List<Finding> findings);

  @Override
  public int records() {
    return written.records();
  }

  @Override
  public List<String> columns() {
    return written.columns();
  }

  @Override
  public String encoding() {
    return written.encoding();
  }

  @Override
  public List<Finding> findings() {
    return written.findings();
  }

  @Override
  public void close() throws IOException {
    written.close();
  }

  @Override
  public Records read() throws IOException {
    Records records = written.read();
    return new Records() {
      @Override
      public boolean hasNext() throws IOException {
        return records.hasNext();
      }

      @Override
      public SurveyRecord next() throws IOException {
        return restated(records.next());
      }

      @Override
      public void close() throws IOException {
        records.close();
      }
    };
  }

  private SurveyRecord restated(SurveyRecord record) {
    Geometry boundary = record.boundary();
    if (boundary == null) {
      return record;
    }
    List<Finding> findings = new ArrayList<>();
    record.findings().forEach(finding -> findings.add(finding.at(null)));
    return new SurveyRecord(record.number(), restate(record.number(), boundary, findings), record.values(), findings);
  }
}
