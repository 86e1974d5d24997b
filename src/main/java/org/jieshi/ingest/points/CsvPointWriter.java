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

/** A row for each boundary point, with the columns of its record; rings are not closed. North and east by name. */
public final class CsvPointWriter implements LayerWriter {

  private final OutputLayer layer;
  private final CsvWriter out;

  public CsvPointWriter(Path target, OutputLayer layer) throws IOException {
    this.layer = layer;
    this.out = new CsvWriter(target, layer);
    for (OutputLayer.Column column : layer.columns()) {
      out.cell(0, column.name());
    }
    for (String name : List.of("部分", "圈号", "顺序号", "北坐标", "东坐标", "CRS")) {
      out.cell(0, name);
    }
    out.end();
  }

  @Override
  public void write(SurveyRecord record) throws IOException {
    int part = 0;
    for (Polygon polygon : OutputShapes.parts(record)) {
      part++;
      int ring = 0;
      for (LinearRing line : OutputShapes.rings(polygon)) {
        ring++;
        for (int i = 0; i < line.getNumPoints() - 1; i++) {
          point(record, part, ring, i + 1, line.getCoordinateSequence().getY(i), line.getCoordinateSequence().getX(i));
        }
      }
    }
  }

  private void point(SurveyRecord record, int part, int ring, int order, double north, double east) throws IOException {
    for (OutputLayer.Column column : layer.columns()) {
      Object value = record.value(column.name());
      out.cell(record.number(), value == null ? null : OutputLayer.text(value));
    }
    out.cell(0, String.valueOf(part)).cell(0, String.valueOf(ring)).cell(0, String.valueOf(order))
        .cell(0, OutputNumbers.metres(north)).cell(0, OutputNumbers.metres(east)).cell(0, "EPSG:" + layer.srid()).end();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
