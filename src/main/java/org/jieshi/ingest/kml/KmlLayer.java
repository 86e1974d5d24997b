package org.jieshi.ingest.kml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.DeclaredSystem;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.RecordShapes;
import org.jieshi.ingest.source.Severity;
import org.jieshi.ingest.source.StreamedLayer;
import org.jieshi.ingest.source.SummarisedLayer;
import org.jieshi.ingest.source.Summary;
import org.jieshi.ingest.source.SurveyLayer.Kind;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.shared.Bilingual;

/** The first reading of a KML file. Pins and tracks beside the polygons are counted, told and left out. */
final class KmlLayer {

  private static final int WGS_1984 = 4326;

  private KmlLayer() {}

  static SummarisedLayer of(NamedFile file) throws IOException {
    Summary land = new Summary(file.name());
    Summary others = new Summary(file.name());
    boolean heights;
    String encoding;
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
      encoding = reader.encoding();
    }
    boolean landOnly = land.records() > 0;
    Summary summary = landOnly ? land : others;
    List<Finding> findings = told(file, landOnly ? others.records() : 0, heights);
    // XML says its own encoding
    return new SummarisedLayer(file, summary, () -> DeclaredSystem.byCode(file.name(), WGS_1984),
        (srid, unasked) -> new StreamedLayer(summary, encoding, findings, () -> new KmlReader(file, srid, landOnly)));
  }

  private static List<Finding> told(NamedFile file, int leftOut, boolean heights) {
    List<Finding> findings = new ArrayList<>();
    if (leftOut > 0) {
      findings.add(Finding.ofFile("F5", Severity.WARN, new Bilingual(
          "%2$s placemarks of %1$s are points, lines or other things and were left out.",
          "%s 中有 %s 个地标是点、线或其他对象，未读取。").formatted(file.name(), leftOut)));
    }
    if (heights) {
      findings.add(RecordShapes.heightsDropped(file.name()));
    }
    return findings;
  }
}
