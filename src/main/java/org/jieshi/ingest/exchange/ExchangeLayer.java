package org.jieshi.ingest.exchange;

import java.io.IOException;
import java.util.List;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.RecordShapes;
import org.jieshi.ingest.source.SummarisedLayer;
import org.jieshi.ingest.source.Summary;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.ingest.source.TextFile;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** The first reading of an exchange text. */
final class ExchangeLayer {

  private ExchangeLayer() {}

  static SummarisedLayer of(NamedFile file) throws IOException {
    Summary summary = new Summary(file.name());
    Coordinate first = null;
    boolean heights = false;
    ExchangeHead head;
    try (ExchangeReader reader = new ExchangeReader(TextFile.of(file, null), 0)) {
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
    @Nullable Coordinate place = first;
    List<Finding> findings = heights ? List.of(RecordShapes.heightsDropped(file.name())) : List.of();
    return SummarisedLayer.ofText(
        file, summary, () -> head.system(file.name(), place), findings, ExchangeReader::new);
  }
}
