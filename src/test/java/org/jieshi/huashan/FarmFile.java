package org.jieshi.huashan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * One layer of the demonstration farm read back from its zip, after the ESRI and dBASE specifications and with no help
 * from the generator. Files of this farm keep a hole behind its shell.
 */
record FarmFile(Map<String, byte[]> entries, List<Row> rows) {

  private static final Charset GBK = Charset.forName("GBK");
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** One record; geometry in EPSG:4524. */
  record Row(Geometry shape, Map<String, String> values) {

    String get(String column) {
      return values.get(column);
    }

    /** Plane area in m², half up to 0.01. */
    BigDecimal area() {
      return FarmFile.area(shape);
    }
  }

  static FarmFile read(Path zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip)), GBK)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    List<Geometry> shapes = shapes(ByteBuffer.wrap(part(entries, ".shp")));
    List<Map<String, String>> table = table(ByteBuffer.wrap(part(entries, ".dbf")));
    if (shapes.size() != table.size()) {
      throw new IOException(zip + " has " + shapes.size() + " shapes and " + table.size() + " records");
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      rows.add(new Row(shapes.get(i), table.get(i)));
    }
    return new FarmFile(entries, rows);
  }

  List<Geometry> shapes() {
    return rows.stream().map(Row::shape).toList();
  }

  BigDecimal area() {
    return rows.stream().map(Row::area).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  byte[] part(String extension) {
    return part(entries, extension);
  }

  private static byte[] part(Map<String, byte[]> entries, String extension) {
    return entries.entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("__MACOSX") && entry.getKey().toLowerCase().endsWith(extension))
        .map(Map.Entry::getValue).findFirst().orElseThrow();
  }

  /** Shoelace in exact decimals of the coordinates as they stand in the file. */
  static BigDecimal area(Geometry geometry) {
    BigDecimal doubled = BigDecimal.ZERO;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) geometry.getGeometryN(i);
      doubled = doubled.add(doubled(polygon.getExteriorRing()));
      for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
        doubled = doubled.subtract(doubled(polygon.getInteriorRingN(k)));
      }
    }
    return doubled.divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP);
  }

  private static BigDecimal doubled(LinearRing ring) {
    Coordinate[] points = ring.getCoordinates();
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 1; i < points.length; i++) {
      BigDecimal x1 = BigDecimal.valueOf(points[i - 1].x);
      BigDecimal y1 = BigDecimal.valueOf(points[i - 1].y);
      BigDecimal x2 = BigDecimal.valueOf(points[i].x);
      BigDecimal y2 = BigDecimal.valueOf(points[i].y);
      sum = sum.add(x1.multiply(y2)).subtract(x2.multiply(y1));
    }
    return sum.abs();
  }

  private static List<Geometry> shapes(ByteBuffer shp) {
    List<Geometry> shapes = new ArrayList<>();
    shp.position(100);
    while (shp.hasRemaining()) {
      shp.order(ByteOrder.BIG_ENDIAN).position(shp.position() + 8);
      shp.order(ByteOrder.LITTLE_ENDIAN).position(shp.position() + 36);
      int[] starts = new int[shp.getInt() + 1];
      int points = shp.getInt();
      for (int i = 0; i < starts.length; i++) {
        starts[i] = i < starts.length - 1 ? shp.getInt() : points;
      }
      List<LinearRing> rings = new ArrayList<>();
      for (int i = 1; i < starts.length; i++) {
        Coordinate[] ring = new Coordinate[starts[i] - starts[i - 1]];
        for (int k = 0; k < ring.length; k++) {
          ring[k] = new Coordinate(shp.getDouble(), shp.getDouble());
        }
        rings.add(FACTORY.createLinearRing(ring));
      }
      shapes.add(assemble(rings));
    }
    return shapes;
  }

  private static Geometry assemble(List<LinearRing> rings) {
    List<Polygon> polygons = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (int i = rings.size() - 1; i >= 0; i--) {
      LinearRing ring = rings.get(i);
      if (Orientation.isCCW(ring.getCoordinates())) {
        holes.add(0, ring);
      } else {
        polygons.add(0, FACTORY.createPolygon(ring, holes.toArray(LinearRing[]::new)));
        holes.clear();
      }
    }
    return FACTORY.buildGeometry(polygons);
  }

  private static List<Map<String, String>> table(ByteBuffer dbf) {
    dbf.order(ByteOrder.LITTLE_ENDIAN);
    int records = dbf.getInt(4);
    int header = dbf.getShort(8);
    int width = dbf.getShort(10);
    List<Map<String, String>> table = new ArrayList<>();
    for (int record = 0; record < records; record++) {
      Map<String, String> row = new LinkedHashMap<>();
      int at = header + record * width + 1;
      for (int field = 32; dbf.get(field) != 0x0D; field += 32) {
        int length = dbf.get(field + 16) & 0xFF;
        row.put(text(dbf, field, 11).replace("\0", ""), text(dbf, at, length).strip());
        at += length;
      }
      table.add(row);
    }
    return table;
  }

  private static String text(ByteBuffer dbf, int at, int length) {
    return new String(dbf.array(), at, length, GBK);
  }
}
