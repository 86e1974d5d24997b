package org.jieshi.export;

import java.util.List;
import java.util.function.Consumer;
import org.jieshi.ingest.source.OutputLayer;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveyRecord;

/** The records of one export. All questions are asked in one transaction. */
interface ExportSource {

  /** The plane systems its records were surveyed in, EPSG codes. */
  List<Integer> systems();

  /** The columns of its records, names all different whatever their case. */
  List<OutputLayer.Column> columns();

  /** The records of one system, numbered from 1, as surveyed. */
  void forEach(int srid, Consumer<SurveyRecord> action);

  /** What its records are. */
  default SurveyLayer.Kind shapes() {
    return SurveyLayer.Kind.POLYGONS;
  }

  /** The columns that formats with places of their own for them ask for. */
  ColumnRoles roles();

  /** @param areaM2 the area in m²; names of columns that needn't exist */
  record ColumnRoles(String number, String areaM2, String name, String sheet, String holder, String landClass) {}
}
