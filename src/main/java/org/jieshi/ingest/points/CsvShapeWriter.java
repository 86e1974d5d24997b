package org.jieshi.ingest.points;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jieshi.ingest.source.LayerWriter;
import org.jieshi.ingest.source.OutputLayer;
import org.jieshi.ingest.source.OutputNumbers;
import org.jieshi.ingest.source.OutputShapes;
import org.jieshi.ingest.source.SurveyRecord;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** A row for each record: its columns, its system, its shape as WKT. */
public final class CsvShapeWriter implements LayerWriter {

  private final OutputLayer layer;
  private final CsvWriter out;

  public CsvShapeWriter(Path target, OutputLayer layer) throws IOException {
    this.layer = layer;
    this.out = new CsvWriter(target, layer);
    for (OutputLayer.Column column : layer.columns()) {
      out.cell(0, column.name());
    }
    out.cell(0, "CRS").cell(0, "WKT").end();
  }

  @Override
  public void write(SurveyRecord record) throws IOException {
    for (OutputLayer.Column column : layer.columns()) {
      Object value = record.value(column.name());
      out.cell(record.number(), value == null ? null : OutputLayer.text(value));
    }
    out.cell(record.number(), "EPSG:" + layer.srid()).cell(record.number(), wkt(OutputShapes.parts(record))).end();
  }

  private static String wkt(List<Polygon> parts) {
    StringBuilder text = new StringBuilder(parts.size() == 1 ? "POLYGON " : "MULTIPOLYGON (");
    for (int i = 0; i < parts.size(); i++) {
      text.append(i == 0 ? "(" : ", (");
      List<LinearRing> rings = OutputShapes.rings(parts.get(i));
      for (int ring = 0; ring < rings.size(); ring++) {
        text.append(ring == 0 ? "(" : ", (");
        append(rings.get(ring), text);
        text.append(')');
      }
      text.append(')');
    }
    return text.append(parts.size() == 1 ? "" : ")").toString();
  }

  private static void append(LinearRing ring, StringBuilder text) {
    for (int i = 0; i < ring.getNumPoints(); i++) {
      text.append(i == 0 ? "" : ", ").append(OutputNumbers.plain(ring.getCoordinateSequence().getX(i))).append(' ')
          .append(OutputNumbers.plain(ring.getCoordinateSequence().getY(i)));
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
