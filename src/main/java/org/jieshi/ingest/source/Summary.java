package org.jieshi.ingest.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a first pass over a streamed file finds out: enough to open it, bounded in memory by its columns. */
public final class Summary {

  /** More columns than any table has; a file that claims more is made to fill the memory. */
  private static final int MOST_COLUMNS = 2_000;

  private final String fileName;
  private final Set<String> columns = new LinkedHashSet<>();
  private int records;
  private int polygons;
  private int points;
  private int lines;

  public Summary(String fileName) {
    this.fileName = fileName;
  }

  public void column(String name) throws FileProblem {
    if (columns.add(name) && columns.size() > MOST_COLUMNS) {
      throw FileFault.TOO_MANY_COLUMNS.inRecord(records, fileName, MOST_COLUMNS);
    }
  }

  public void record(SurveyLayer.Kind kind) {
    records++;
    switch (kind) {
      case POLYGONS -> polygons++;
      case POINTS -> points++;
      case LINES -> lines++;
      case OTHER -> { }
    }
  }

  public int records() {
    return records;
  }

  public List<String> columns() {
    return List.copyOf(columns);
  }

  /** Polygons among others still make a layer of polygons; the others are told by their records. */
  public SurveyLayer.Kind kind() {
    if (polygons > 0 || records == 0) {
      return SurveyLayer.Kind.POLYGONS;
    }
    return points == records ? SurveyLayer.Kind.POINTS
        : lines == records ? SurveyLayer.Kind.LINES : SurveyLayer.Kind.OTHER;
  }
}
