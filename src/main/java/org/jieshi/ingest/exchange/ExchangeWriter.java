package org.jieshi.ingest.exchange;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.PlaneSystem;
import org.jieshi.ingest.source.EncodedWriter;
import org.jieshi.ingest.source.LayerWriter;
import org.jieshi.ingest.source.OutputLayer;
import org.jieshi.ingest.source.OutputNumbers;
import org.jieshi.ingest.source.OutputShapes;
import org.jieshi.ingest.source.SurveyRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The plain form. It carries number, area, name, sheet, use and land class; nothing else has a place in it. Areas are
 * hm² to the digit they were declared in m².
 */
public final class ExchangeWriter implements LayerWriter {

  /** The columns a parcel's line is made of, by the names they have in a {@link SurveyRecord} of the register. */
  public record Fields(String number, String areaM2, String name, String sheet, String landClass) {}

  private static final int HECTARE_DIGITS = 4;

  private final OutputLayer layer;
  private final Fields fields;
  private final EncodedWriter out;

  public ExchangeWriter(Path target, OutputLayer layer, Fields fields, LocalDate today) throws IOException {
    this.layer = layer;
    this.fields = fields;
    this.out = new EncodedWriter(target, layer.encoding());
    head(today);
  }

  private void head(LocalDate today) throws IOException {
    PlaneSystem system = CoordinateSystems.bySrid(layer.srid());
    String datum = switch (system.datum()) {
      case XIAN_1980 -> "80国家大地坐标系";
      case BEIJING_1954 -> "1954年北京坐标系";
      default -> "2000国家大地坐标系";
    };
    for (Map.Entry<String, String> key : List.of(Map.entry("格式版本号", "1.01版本"), Map.entry("数据产生单位", ""),
        Map.entry("数据产生日期", today.toString()), Map.entry(ExchangeHead.SYSTEM, datum),
        Map.entry(ExchangeHead.ZONE_WIDTH, String.valueOf(system.zoneWidth())), Map.entry("投影类型", "高斯克吕格"),
        Map.entry("计量单位", "米"), Map.entry(ExchangeHead.ZONE, String.valueOf(system.zone())),
        Map.entry("精度", "0.001"), Map.entry("转换参数", ",,,,,,"))) {
      out.put(key.getKey().equals("格式版本号") ? "[属性描述]\r\n" : "").put(key.getKey()).put("=").put(key.getValue())
          .put("\r\n");
    }
    out.put("[地块坐标]\r\n");
  }

  @Override
  public void write(SurveyRecord record) throws IOException {
    List<Polygon> parts = OutputShapes.parts(record);
    int points = parts.stream().mapToInt(Polygon::getNumPoints).sum();
    out.put(String.valueOf(points)).put(",").put(hectares(record.value(fields.areaM2())));
    for (String column : List.of(fields.number(), fields.name())) {
      out.put(",").value(record.number(), field(record, column));
    }
    out.put(",面,").value(record.number(), field(record, fields.sheet())).put(",,")
        .value(record.number(), field(record, fields.landClass())).put(",@\r\n");
    vertices(parts);
  }

  private void vertices(List<Polygon> parts) throws IOException {
    int ringNumber = 0;
    int point = 0;
    for (Polygon part : parts) {
      for (LinearRing ring : OutputShapes.rings(part)) {
        ringNumber++;
        int first = point + 1;
        for (int i = 0; i < ring.getNumPoints(); i++) {
          boolean closing = i == ring.getNumPoints() - 1;
          point += closing ? 0 : 1;
          out.put("J").put(String.valueOf(closing ? first : point)).put(",").put(String.valueOf(ringNumber)).put(",")
              .put(OutputNumbers.metres(ring.getCoordinateSequence().getY(i))).put(",")
              .put(OutputNumbers.metres(ring.getCoordinateSequence().getX(i))).put("\r\n");
        }
      }
    }
  }

  /** A comma or a line break would end the field. */
  private static String field(SurveyRecord record, String column) {
    Object value = record.value(column);
    return value == null ? "" : OutputLayer.text(value).replace(',', '、').replace('@', ' ').replaceAll("\\R", " ");
  }

  private static String hectares(@Nullable Object area) {
    if (!(area instanceof BigDecimal squareMetres)) {
      return "";
    }
    BigDecimal hectares = squareMetres.movePointLeft(HECTARE_DIGITS);
    return hectares.setScale(Math.max(HECTARE_DIGITS, hectares.scale())).toPlainString();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
