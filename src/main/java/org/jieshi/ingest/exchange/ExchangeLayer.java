package org.jieshi.ingest.exchange;

import java.io.IOException;
import java.util.List;
import org.jieshi.ingest.source.DeclaredSystem;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.RecordShapes;
import org.jieshi.ingest.source.StreamedLayer;
import org.jieshi.ingest.source.Summary;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.ingest.source.TextFile;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** One file, read through once before it is opened. */
final class ExchangeLayer implements SurveyLayer {

  private final NamedFile file;
  private final Summary summary;
  private ExchangeHead head = new ExchangeHead();
  private @Nullable Coordinate first;
  private boolean heights;

  ExchangeLayer(NamedFile file) throws IOException {
    this.file = file;
    this.summary = new Summary(file.name());
    scan(TextFile.of(file, null));
  }

  private void scan(TextFile text) throws IOException {
    try (ExchangeReader reader = new ExchangeReader(text, 0)) {
      while (reader.hasNext()) {
        SurveyRecord record = reader.next();
        ExchangeParcel parcel = reader.last();
        for (String column : record.values().keySet()) {
          summary.column(column);
        }
        summary.record(parcel.kind());
        heights |= parcel.heights();
        first = first == null ? parcel.first() : first;
      }
      head = reader.head();
    }
  }

  @Override
  public String name() {
    return file.stem();
  }

  @Override
  public String fileName() {
    return file.name();
  }

  @Override
  public Kind kind() {
    return summary.kind();
  }

  @Override
  public DeclaredSystem declaredSystem() throws IOException {
    return head.system(file.name(), first);
  }

  @Override
  public OpenLayer open(int srid, @Nullable String encoding) throws IOException {
    TextFile text = TextFile.of(file, encoding);
    List<Finding> findings = heights ? List.of(RecordShapes.heightsDropped(file.name())) : List.of();
    return new StreamedLayer(summary, text.encoding(), findings, () -> new ExchangeReader(text, srid));
  }
}
