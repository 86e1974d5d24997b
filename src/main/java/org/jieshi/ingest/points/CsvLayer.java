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
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.Severity;
import org.jieshi.ingest.source.StreamedLayer;
import org.jieshi.ingest.source.Summary;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.ingest.source.TextFile;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** One table, read through once before it is opened. */
final class CsvLayer implements SurveyLayer {

  private static final Pattern CODE = Pattern.compile("(?i)\\s*(?:EPSG:)?(\\d{4,5})\\s*");

  private final NamedFile file;
  private final CsvColumns columns;
  private final Summary summary;
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable String system;

  CsvLayer(NamedFile file, CsvColumns columns) throws IOException {
    this.file = file;
    this.columns = columns;
    this.summary = new Summary(file.name());
    if (columns.arePoints() && columns.parcel() < 0) {
      throw FileFault.CSV_NO_PARCEL.problem(file.name(), String.join(", ", columns.names()));
    }
    scan();
  }

  private void scan() throws IOException {
    for (int i = 0; i < columns.names().size(); i++) {
      if (columns.isAttribute(i)) {
        summary.column(columns.names().get(i));
      }
    }
    try (CsvReader reader = new CsvReader(TextFile.of(file, null), 0)) {
      while (reader.hasNext()) {
        SurveyRecord record = reader.next();
        summary.record(record.boundary() != null ? Kind.POLYGONS : reader.kind());
      }
      system = reader.system();
      if (reader.northFirst()) {
        findings.add(Finding.ofFile("F3", Severity.INFO, new Bilingual(
            "In %s the column X holds northings and Y eastings, as surveyors write them; they were taken so by the size"
                + " of the numbers.",
            "%s 中 X 列为北坐标、Y 列为东坐标（测绘习惯），已按数值大小识别。").formatted(file.name())));
      }
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
    if (system == null) {
      return DeclaredSystem.none(file.name(), FileFault.CRS_NOT_SAID);
    }
    Matcher code = CODE.matcher(system);
    if (!code.matches()) {
      throw FileFault.CRS_UNKNOWN.problem(system);
    }
    return DeclaredSystem.byCode(file.name(), Integer.parseInt(code.group(1)));
  }

  @Override
  public OpenLayer open(int srid, @Nullable String encoding) throws IOException {
    TextFile text = TextFile.of(file, encoding);
    return new StreamedLayer(summary, text.encoding(), findings, () -> new CsvReader(text, srid));
  }
}
