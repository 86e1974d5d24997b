package org.jieshi.ingest.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.GeometryRefusal;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A layer in degrees, longitude first, seen in a plane system. */
record ProjectedLayer(OpenLayer degrees, int from, int to) implements OpenLayer {

  @Override
  public int records() {
    return degrees.records();
  }

  @Override
  public List<String> columns() {
    return degrees.columns();
  }

  @Override
  public String encoding() {
    return degrees.encoding();
  }

  @Override
  public List<Finding> findings() {
    return degrees.findings();
  }

  @Override
  public void close() throws IOException {
    degrees.close();
  }

  @Override
  public Records read() throws IOException {
    Records records = degrees.read();
    return new Records() {
      @Override
      public boolean hasNext() throws IOException {
        return records.hasNext();
      }

      @Override
      public SurveyRecord next() throws IOException {
        return projected(records.next());
      }

      @Override
      public void close() throws IOException {
        records.close();
      }
    };
  }

  private SurveyRecord projected(SurveyRecord record) {
    Geometry boundary = record.boundary();
    if (boundary == null) {
      return record;
    }
    List<Finding> findings = new ArrayList<>();
    record.findings().forEach(finding -> findings.add(finding.at(null)));
    return new SurveyRecord(record.number(), project(record.number(), boundary, findings), record.values(), findings);
  }

  private @Nullable Geometry project(int record, Geometry boundary, List<Finding> findings) {
    var misfits = CoordinateSystems.checkMagnitudes(boundary.getEnvelopeInternal(), from);
    if (!misfits.isEmpty()) {
      findings.add(blocked(record, misfits.get(0).message(), misfits.get(0).messageZh()));
      return null;
    }
    try {
      return CoordinateSystems.transform(boundary, from, to);
    } catch (GeometryRefusal refusal) {
      findings.add(blocked(record, refusal.getMessage(), refusal.messageZh()));
      return null;
    }
  }

  private static Finding blocked(int record, String en, String zh) {
    return Finding.ofRecord("F3", Severity.BLOCK, record,
        new Bilingual("Record %s: %s".formatted(record, en), "第 %s 条记录：%s".formatted(record, zh)));
  }
}
