package org.jieshi.ingest.dxf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jieshi.ingest.source.EncodedWriter;
import org.jieshi.ingest.source.LayerWriter;
import org.jieshi.ingest.source.OutputLayer;
import org.jieshi.ingest.source.OutputNumbers;
import org.jieshi.ingest.source.OutputShapes;
import org.jieshi.ingest.source.SurveyRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The oldest form that every CAD program opens (R12, ANSI_936): closed polylines on JZD, numbers as labels on ZDH, and the
 * data CASS keeps with a parcel. Each polyline also says its parcel, its part and whether it is a hole, so that nothing
 * has to be found out from where the rings lie when it is read again.
 */
public final class DxfWriter implements LayerWriter {

  private static final int LONGEST_DATA = 250;
  private static final String LABEL_HEIGHT = "5";

  private final Fields fields;
  private final EncodedWriter out;

  /** The columns a drawing carries, by the names they have in a {@link SurveyRecord} of the register. */
  public record Fields(String number, String holder, String landClass) {}

  public DxfWriter(Path target, OutputLayer layer, Fields fields) throws IOException {
    this.fields = fields;
    this.out = new EncodedWriter(target, layer.encoding());
    pair(999, "EPSG:" + layer.srid());
    pair(0, "SECTION").pair(2, "HEADER").pair(9, "$ACADVER").pair(1, "AC1009").pair(9, "$DWGCODEPAGE")
        .pair(3, layer.encoding().name().equals("GBK") ? "ANSI_936" : "UTF-8").pair(0, "ENDSEC");
    pair(0, "SECTION").pair(2, "TABLES");
    pair(0, "TABLE").pair(2, "LAYER").pair(70, "2");
    for (String name : List.of("JZD", "ZDH")) {
      pair(0, "LAYER").pair(2, name).pair(70, "0").pair(62, name.equals("JZD") ? "1" : "7").pair(6, "CONTINUOUS");
    }
    pair(0, "ENDTAB").pair(0, "TABLE").pair(2, "APPID").pair(70, "2");
    for (String name : List.of(DxfData.CASS, DxfData.OURS)) {
      pair(0, "APPID").pair(2, name).pair(70, "0");
    }
    pair(0, "ENDTAB").pair(0, "ENDSEC").pair(0, "SECTION").pair(2, "ENTITIES");
  }

  @Override
  public void write(SurveyRecord record) throws IOException {
    List<Polygon> parts = OutputShapes.parts(record);
    for (int part = 0; part < parts.size(); part++) {
      List<LinearRing> rings = OutputShapes.rings(parts.get(part));
      for (int i = 0; i < rings.size(); i++) {
        polyline(rings.get(i), record, part + 1, i == 0);
      }
    }
    String number = text(record, fields.number());
    if (number != null) {
      Coordinate place = Objects.requireNonNull(record.boundary()).getInteriorPoint().getCoordinate();
      pair(0, "TEXT").pair(8, "ZDH").pair(10, OutputNumbers.plain(place.x)).pair(20, OutputNumbers.plain(place.y))
          .pair(30, "0").pair(40, LABEL_HEIGHT).pair(1, number);
    }
  }

  private void polyline(LinearRing ring, SurveyRecord record, int part, boolean outer) throws IOException {
    pair(0, "POLYLINE").pair(8, "JZD").pair(66, "1").pair(10, "0").pair(20, "0").pair(30, "0").pair(70, "1");
    if (outer) {
      pair(1001, DxfData.CASS).pair(1000, DxfData.PARCEL).pair(1000, data(record, fields.number()))
          .pair(1000, data(record, fields.holder())).pair(1000, data(record, fields.landClass()));
    }
    pair(1001, DxfData.OURS).pair(1000, outer ? DxfData.OUTER : DxfData.INNER)
        .pair(1000, record.number() + "/" + part);
    for (int i = 0; i < ring.getNumPoints() - 1; i++) {
      pair(0, "VERTEX").pair(8, "JZD").pair(10, OutputNumbers.plain(ring.getCoordinateSequence().getX(i)))
          .pair(20, OutputNumbers.plain(ring.getCoordinateSequence().getY(i))).pair(30, "0");
    }
    pair(0, "SEQEND").pair(8, "JZD");
  }

  private static @Nullable String text(SurveyRecord record, String column) {
    Object value = record.value(column);
    return value == null ? null : OutputLayer.text(value).replaceAll("\\R", " ");
  }

  private static String data(SurveyRecord record, String column) {
    String text = text(record, column);
    return text == null || text.length() > LONGEST_DATA ? "" : text;
  }

  private DxfWriter pair(int code, String value) throws IOException {
    out.put(String.valueOf(code)).put("\r\n");
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      out.put(out.has(String.valueOf(c)) && c != '\\' ? String.valueOf(c) : "\\U+%04X".formatted((int) c));
    }
    out.put("\r\n");
    return this;
  }

  @Override
  public void close() throws IOException {
    pair(0, "ENDSEC").pair(0, "EOF");
    out.close();
  }
}
