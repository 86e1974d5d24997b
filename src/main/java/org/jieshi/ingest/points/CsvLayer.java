package org.jieshi.ingest.points;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieshi.ingest.source.DeclaredSystem;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.Severity;
import org.jieshi.ingest.source.SummarisedLayer;
import org.jieshi.ingest.source.Summary;
import org.jieshi.ingest.source.SurveyLayer.Kind;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.ingest.source.TextFile;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** The first reading of a table. */
final class CsvLayer {

  private static final Pattern CODE = Pattern.compile("(?i)\\s*(?:EPSG:)?(\\d{4,5})\\s*");

  private CsvLayer() {}

  static SummarisedLayer of(NamedFile file, CsvColumns columns) throws IOException {
    if (columns.arePoints() && columns.parcel() < 0) {
      throw FileFault.CSV_NO_PARCEL.problem(file.name(), String.join(", ", columns.names()));
    }
    Summary summary = new Summary(file.name());
    for (int i = 0; i < columns.names().size(); i++) {
      if (columns.isAttribute(i)) {
        summary.column(columns.names().get(i));
      }
    }
    List<Finding> findings = new ArrayList<>();
    try (CsvReader reader = new CsvReader(TextFile.of(file, null), 0)) {
      while (reader.hasNext()) {
        SurveyRecord record = reader.next();
        summary.record(record.boundary() != null ? Kind.POLYGONS : reader.kind());
      }
      if (reader.northFirst()) {
        findings.add(Finding.ofFile("F3", Severity.INFO, new Bilingual(
            "In %s the column X holds northings and Y eastings, as surveyors write them; they were taken so by the size"
                + " of the numbers.",
            "%s 中 X 列为北坐标、Y 列为东坐标（测绘习惯），已按数值大小识别。").formatted(file.name())));
      }
      @Nullable String system = reader.system();
      return SummarisedLayer.ofText(file, summary, () -> declared(file, system), findings, CsvReader::new);
    }
  }

  private static DeclaredSystem declared(NamedFile file, @Nullable String system) throws IOException {
    if (system == null) {
      return DeclaredSystem.none(file.name(), FileFault.CRS_NOT_SAID);
    }
    Matcher code = CODE.matcher(system);
    if (!code.matches()) {
      throw FileFault.CRS_UNKNOWN.problem(system);
    }
    return DeclaredSystem.byCode(file.name(), Integer.parseInt(code.group(1)));
  }
}
