package org.jieshi.ingest.points;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.SurveyFormat;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.TextFile;
import org.jieshi.ingest.source.UploadedFiles;

/** A text whose first row names columns of coordinates. A table without them beside a survey is a code list. */
public final class CsvFormat implements SurveyFormat {

  private static final Set<String> TABLES = Set.of("csv", "txt", "tsv");

  @Override
  public String name() {
    return "CSV";
  }

  @Override
  public List<SurveyLayer> layers(UploadedFiles upload) throws IOException {
    List<SurveyLayer> layers = new ArrayList<>();
    for (NamedFile file : upload.files()) {
      if (TABLES.contains(file.extension()) && looksLikeText(file)) {
        CsvColumns columns = columns(file);
        if (columns.hasPlace()) {
          layers.add(CsvLayer.of(file, columns));
        } else if (file.extension().equals("csv") && upload.files().size() == 1) {
          throw FileFault.CSV_NO_PLACE.problem(file.name(), String.join(", ", columns.names()));
        }
      }
    }
    return layers;
  }

  private static boolean looksLikeText(NamedFile file) throws IOException {
    return TextFile.head(file.path()).indexOf('\0') < 0;
  }

  private static CsvColumns columns(NamedFile file) throws IOException {
    try (CsvRows rows = new CsvRows(TextFile.of(file, null))) {
      return CsvColumns.of(rows.columns());
    }
  }
}
