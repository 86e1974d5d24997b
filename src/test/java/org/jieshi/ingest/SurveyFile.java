package org.jieshi.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * A shapefile made in a test, byte by byte, as surveyors' programs write it: rings go into the file in the order and
 * direction of the WKT, so a test can also draw them wrong.
 */
public final class SurveyFile {

  /** The system of the farm, as ESRI programs write it. */
  public static final String ZONE_36 = prj("CGCS2000_3_Degree_GK_Zone_36", 36_500_000, 108);

  public static final Charset GBK = Charset.forName("GBK");

  private record Column(String name, char type, int length, int decimals) {}

  private final String name;
  private final List<Column> columns = new ArrayList<>();
  private final List<@Nullable Geometry> shapes = new ArrayList<>();
  private final List<String[]> rows = new ArrayList<>();
  private final Map<String, byte[]> replaced = new LinkedHashMap<>();
  private int shapeType = 5;
  private Charset charset = StandardCharsets.UTF_8;
  private @Nullable String cpg;
  private @Nullable String prj = ZONE_36;
  private int languageDriver;

  private SurveyFile(String name) {
    this.name = name;
  }

  public static SurveyFile named(String name) {
    return new SurveyFile(name);
  }

  public static String prj(String system, int falseEasting, int centralMeridian) {
    return ("PROJCS[\"%s\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
        + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
        + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",%d.0],"
        + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",%d.0],PARAMETER[\"Scale_Factor\",1.0],"
        + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]").formatted(system, falseEasting, centralMeridian);
  }

  public SurveyFile text(String column, int length) {
    columns.add(new Column(column, 'C', length, 0));
    return this;
  }

  public SurveyFile number(String column, int length, int decimals) {
    columns.add(new Column(column, 'N', length, decimals));
    return this;
  }

  public SurveyFile date(String column) {
    columns.add(new Column(column, 'D', 8, 0));
    return this;
  }

  /** A record; values are written as they stand, "" for nothing. A null WKT is a null shape. */
  public SurveyFile record(@Nullable String wkt, String... values) {
    shapes.add(wkt == null ? null : geometry(wkt));
    rows.add(values);
    return this;
  }

  public SurveyFile encoding(Charset encoding) {
    charset = encoding;
    return this;
  }

  public SurveyFile cpg(String content) {
    cpg = content;
    return this;
  }

  public SurveyFile languageDriver(int id) {
    languageDriver = id;
    return this;
  }

  public SurveyFile prj(@Nullable String content) {
    prj = content;
    return this;
  }

  /** 5 plane, 15 with heights, 25 with measures. */
  public SurveyFile shapeType(int type) {
    shapeType = type;
    return this;
  }

  /** Puts other bytes in the place of a file; null leaves it out. */
  public SurveyFile replace(String extension, byte @Nullable [] content) {
    replaced.put(extension, content);
    return this;
  }

  /** The files by extension. */
  public Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("shp", shp());
    files.put("dbf", dbf());
    if (prj != null) {
      files.put("prj", prj.getBytes(StandardCharsets.US_ASCII));
    }
    if (cpg != null) {
      files.put("cpg", cpg.getBytes(StandardCharsets.US_ASCII));
    }
    replaced.forEach((extension, content) -> {
      if (content == null) {
        files.remove(extension);
      } else {
        files.put(extension, content);
      }
    });
    return files;
  }

  public byte[] zip() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    files().forEach((extension, content) -> entries.put(name + "." + extension, content));
    return zip(entries, StandardCharsets.UTF_8);
  }

  /** A zip of entries, their names in that encoding; without the flag that says so unless it is UTF-8. */
  public static byte[] zip(Map<String, byte[]> entries, Charset names) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public byte[] shp() {
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    for (int i = 0; i < shapes.size(); i++) {
      byte[] content = content(shapes.get(i));
      records.writeBytes(ByteBuffer.allocate(8).putInt(i + 1).putInt(content.length / 2).array());
      records.writeBytes(content);
    }
    ByteBuffer file = ByteBuffer.allocate(100 + records.size());
    file.putInt(0, 9994).putInt(24, file.capacity() / 2);
    file.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, shapeType);
    file.put(100, records.toByteArray());
    return file.array();
  }

  private byte[] content(@Nullable Geometry shape) {
    if (shape == null) {
      return new byte[4];
    }
    List<Coordinate[]> rings = rings(shape);
    int points = rings.stream().mapToInt(ring -> ring.length).sum();
    int blocks = shapeType == 15 ? 2 : shapeType == 25 ? 1 : 0;
    ByteBuffer content = ByteBuffer.allocate(44 + 4 * rings.size() + 16 * points + blocks * (16 + 8 * points))
        .order(ByteOrder.LITTLE_ENDIAN);
    content.putInt(shapeType).putDouble(0).putDouble(0).putDouble(0).putDouble(0).putInt(rings.size()).putInt(points);
    int first = 0;
    for (Coordinate[] ring : rings) {
      content.putInt(first);
      first += ring.length;
    }
    rings.forEach(ring -> Arrays.stream(ring).forEach(point -> content.putDouble(point.x).putDouble(point.y)));
    return content.array();
  }

  private static List<Coordinate[]> rings(Geometry shape) {
    List<Coordinate[]> rings = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon) {
        rings.add(polygon.getExteriorRing().getCoordinates());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(polygon.getInteriorRingN(hole).getCoordinates());
        }
      } else {
        // a line stands for a ring as it is, closed or not
        rings.add(shape.getGeometryN(i).getCoordinates());
      }
    }
    return rings;
  }

  public byte[] dbf() {
    int rowLength = 1 + columns.stream().mapToInt(Column::length).sum();
    int headerLength = 32 + 32 * columns.size() + 1;
    ByteBuffer file = ByteBuffer.allocate(headerLength + rowLength * rows.size() + 1).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 3).put((byte) 113).put((byte) 7).put((byte) 1);
    file.putInt(rows.size()).putShort((short) headerLength).putShort((short) rowLength);
    file.put(29, (byte) languageDriver).position(32);
    for (Column column : columns) {
      file.put(Arrays.copyOf(column.name().getBytes(charset), 11)).put((byte) column.type()).putInt(0);
      file.put((byte) column.length()).put((byte) column.decimals()).put(new byte[14]);
    }
    file.put((byte) 0x0D);
    rows.forEach(row -> putRow(file, row));
    file.put((byte) 0x1A);
    return file.array();
  }

  private void putRow(ByteBuffer file, String[] row) {
    boolean deleted = row.length > columns.size() && row[columns.size()].equals("deleted");
    file.put((byte) (deleted ? '*' : ' '));
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      byte[] field = new byte[column.length()];
      Arrays.fill(field, (byte) ' ');
      byte[] value = row[i].getBytes(charset);
      int length = Math.min(value.length, field.length);
      System.arraycopy(value, 0, field, column.type() == 'N' ? field.length - length : 0, length);
      file.put(field);
    }
  }

  private static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
