package org.jieshi.ingest.kml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.DeclaredSystem;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.RecordShapes;
import org.jieshi.ingest.source.Severity;
import org.jieshi.ingest.source.StreamedLayer;
import org.jieshi.ingest.source.Summary;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** One file, read through once before it is opened. Pins and tracks beside the polygons are counted, told and left out. */
final class KmlLayer implements SurveyLayer {

  private static final int WGS_1984 = 4326;

  private final NamedFile file;
  private final Summary summary;
  private final boolean landOnly;
  private final List<Finding> findings = new ArrayList<>();

  KmlLayer(NamedFile file) throws IOException {
    this.file = file;
    Summary land = new Summary(file.name());
    Summary others = new Summary(file.name());
    boolean heights;
    try (KmlReader reader = new KmlReader(file, WGS_1984, false)) {
      while (reader.hasNext()) {
        SurveyRecord record = reader.next();
        Summary belongs = reader.kind() == Kind.POLYGONS ? land : others;
        for (String column : record.values().keySet()) {
          belongs.column(column);
        }
        belongs.record(reader.kind());
      }
      heights = reader.heights();
    }
    this.landOnly = land.records() > 0;
    this.summary = landOnly ? land : others;
    tell(landOnly ? others.records() : 0, heights);
  }

  private void tell(int leftOut, boolean heights) {
    if (leftOut > 0) {
      findings.add(Finding.ofFile("F5", Severity.WARN, new Bilingual(
          "%2$s placemarks of %1$s are points, lines or other things and were left out.",
          "%s 中有 %s 个地标是点、线或其他对象，未读取。").formatted(file.name(), leftOut)));
    }
    if (heights) {
      findings.add(RecordShapes.heightsDropped(file.name()));
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
  public DeclaredSystem declaredSystem() {
    return DeclaredSystem.byCode(file.name(), WGS_1984);
  }

  /** XML says its own encoding. */
  @Override
  public OpenLayer open(int srid, @Nullable String encoding) throws IOException {
    String ownEncoding;
    try (KmlReader reader = new KmlReader(file, srid, landOnly)) {
      ownEncoding = reader.encoding();
    }
    return new StreamedLayer(summary, ownEncoding, findings, () -> new KmlReader(file, srid, landOnly));
  }
}
