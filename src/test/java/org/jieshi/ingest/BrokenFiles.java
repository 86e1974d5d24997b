package org.jieshi.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Broken files by name, each with what has to be said of it: a refusal ({@code CODE: sentence}) or, where the rest of the
 * file can be taken, the sentence that blocks a record.
 */
public final class BrokenFiles {

  /** @param crs what the surveyor says, where the format says nothing */
  public record Broken(String name, String fileName, byte[] content, @Nullable String crs, String said) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Charset UTF_8 = StandardCharsets.UTF_8;
  private static final String RING = "[[36632000,2480000],[36632100,2480000],[36632100,2480100],[36632000,2480000]]";

  private final List<Broken> all = new ArrayList<>();

  private BrokenFiles() {}

  public static List<Broken> all() {
    BrokenFiles files = new BrokenFiles();
    files.geoJson();
    files.geoPackage();
    files.kml();
    files.csv();
    files.dxf();
    files.exchange();
    files.wrongKinds();
    return files.all;
  }

  private void add(String name, String fileName, byte[] content, @Nullable String crs, String said) {
    all.add(new Broken(name, fileName, content, crs, said));
  }

  private void text(String name, String fileName, String content, @Nullable String crs, String said) {
    add(name, fileName, content.getBytes(UTF_8), crs, said);
  }

  private static String collection(String... geometries) {
    StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{"
        + "\"name\":\"urn:ogc:def:crs:EPSG::4524\"}},\"features\":[");
    for (int i = 0; i < geometries.length; i++) {
      text.append(i == 0 ? "" : ",").append("{\"type\":\"Feature\",\"properties\":{\"ZDDM\":\"1\"},\"geometry\":")
          .append(geometries[i]).append('}');
    }
    return text.append("]}").toString();
  }

  private static String polygon(String rings) {
    return "{\"type\":\"Polygon\",\"coordinates\":[" + rings + "]}";
  }

  private void geoJson() {
    String good = collection(polygon(RING));
    text("geojson cut in the middle", "a.geojson", good.substring(0, good.length() - 30), null,
        "GEOJSON_CUT: a.geojson ends in feature 1; export or copy the file again and send the whole of it.");
    text("geojson with a comma too many", "a.geojson", good.replace("[36632100,2480000]", "[36632100,,2480000]"), null,
        "GEOJSON_DAMAGED: a.geojson can't be read as GeoJSON at line 1, column 233 (feature 1); export the layer again.");
    text("geojson without features", "a.geojson", "{\"type\":\"Topology\",\"objects\":{}}", null,
        "GEOJSON_NOT_FEATURES: a.geojson is JSON without features; export the layer as a GeoJSON FeatureCollection.");
    text("geojson with another name's system", "a.geojson", good.replace("EPSG::4524", "EPSG::32649"), null,
        "CRS_UNKNOWN: The coordinate system EPSG:32649 isn't one that is used here; use CGCS2000 in 3° or 6° zones, e.g."
            + " EPSG:4524.");
    text("geojson without a system", "a.geojson", good.replaceFirst("\"crs\":\\{.*?\\}\\},", ""), null,
        "CRS_NOT_SAID: a.geojson doesn't say its coordinate system, and it can't be guessed; give crs, e.g. EPSG:4524.");
    text("geojson with a point", "a.geojson", collection("{\"type\":\"Point\",\"coordinates\":[36632000,2480000]}"), null,
        "Record 1 is a Point, but land is a polygon; draw it as a polygon or leave the row out.");
    text("geojson with null", "a.geojson", collection(polygon(RING), "null"), null,
        "Record 2 has no shape; draw it or delete the row.");
    text("geojson with NaN", "a.geojson", collection(polygon(RING.replace("36632100,2480100", "NaN,2480100"))), null,
        "Record 1: A ring has a coordinate that is not a number: (NaN, 2480100.0).");
    text("geojson nested too little", "a.geojson", collection("{\"type\":\"Polygon\",\"coordinates\":" + RING + "}"), null,
        "Record 1: its coordinates aren't nested like those of a Polygon; export the layer again.");
    text("geojson with a hole outside", "a.geojson", collection(polygon(RING + "," + RING.replace("36632", "36642"))), null,
        "Record 1 has a hole that doesn't lie in its outer ring; draw it as a part of its own or inside.");
    text("geojson with an open ring", "a.geojson",
        collection(polygon(RING.replace(",[36632000,2480000]]", ",[36632000,2480050]]"))), null,
        "Record 1: A ring does not end where it begins at (36632000.000, 2480000.000).");
    text("geojson nested a million deep", "a.geojson", collection("{\"type\":\"Polygon\",\"coordinates\":"
            + "[".repeat(1_000_000)), null,
        "GEOJSON_DAMAGED: a.geojson can't be read as GeoJSON at line 1, column 206 (feature 1); export the layer again.");
  }

  private void geoPackage() {
    byte[] good = database(statement -> geoPackage(statement, wkb()));
    add("gpkg cut", "a.gpkg", Arrays.copyOf(good, good.length / 2), null,
        "GPKG_DAMAGED: The GeoPackage a.gpkg is damaged and can't be read to its end; export the layer again.");
    add("gpkg that is text", "a.gpkg", "宗地".repeat(100).getBytes(UTF_8), null,
        "GPKG_DAMAGED: The GeoPackage a.gpkg is damaged and can't be read to its end; export the layer again.");
    add("sqlite that is no gpkg", "a.db", database(statement -> statement.execute("create table parcel (id int)")), null,
        "GPKG_NOT_ONE: a.db is a database, but no GeoPackage (gpkg_contents and gpkg_geometry_columns are missing); export"
            + " the layer as a GeoPackage.");
    add("gpkg without features", "a.gpkg", database(statement -> {
      geoPackage(statement, wkb());
      statement.execute("update gpkg_contents set data_type = 'tiles'");
    }), null, "GPKG_NO_FEATURES: The GeoPackage a.gpkg holds no layer of features; export the layer with its parcels.");
    add("gpkg whose layer is a view", "a.gpkg", database(statement -> {
      geoPackage(statement, wkb());
      statement.execute("alter table parcels rename to land");
      statement.execute("create view parcels as with recursive n(i) as (select 1 union all select i + 1 from n)"
          + " select i as fid, geom, code from n, land");
    }), null, "GPKG_NO_TABLE: parcels is listed in a.gpkg, but there is no such table or column (views aren't read); export"
        + " the layer as a table.");
    byte[] promising = wkb();
    promising[8 + 1 + 4 + 4] = 127;
    add("gpkg whose geometry promises too much", "a.gpkg", database(statement -> geoPackage(statement, promising)), null,
        "GPKG_SHAPE_DAMAGED: Record 1 of a.gpkg is damaged (it promises 127 elements in 64 bytes); export the layer again.");
    add("gpkg whose geometry isn't one", "a.gpkg",
        database(statement -> geoPackage(statement, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9})), null,
        "GPKG_SHAPE_DAMAGED: Record 1 of a.gpkg is damaged (its geometry doesn't begin with GP); export the layer again.");
    byte[] curve = wkb();
    curve[8 + 1] = 10;
    add("gpkg with arcs", "a.gpkg", database(statement -> geoPackage(statement, curve)), null,
        "Record 1 is a curve with arcs, but land is a polygon; draw it as a polygon or leave the row out.");
    add("gpkg without a system", "a.gpkg", database(statement -> {
      geoPackage(statement, wkb());
      statement.execute("update gpkg_geometry_columns set srs_id = -1");
    }), null,
        "CRS_NOT_SAID: a.gpkg doesn't say its coordinate system, and it can't be guessed; give crs, e.g. EPSG:4524.");
  }

  private interface Making {
    void make(Statement statement) throws SQLException;
  }

  /** Bytes of an SQLite file. */
  private static byte[] database(Making making) {
    try {
      Path file = Files.createTempFile("broken", ".db");
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = connection.createStatement()) {
        making.make(statement);
      }
      byte[] content = Files.readAllBytes(file);
      Files.delete(file);
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void geoPackage(Statement statement, byte[] shape) throws SQLException {
    statement.execute("create table gpkg_spatial_ref_sys (srs_id int, organization text, organization_coordsys_id int,"
        + " definition text)");
    statement.execute("insert into gpkg_spatial_ref_sys values (4524, 'EPSG', 4524, ''), (-1, 'NONE', -1, 'undefined')");
    statement.execute("create table gpkg_contents (table_name text, data_type text)");
    statement.execute("insert into gpkg_contents values ('parcels', 'features')");
    statement.execute("create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text,"
        + " srs_id int, z int, m int)");
    statement.execute("insert into gpkg_geometry_columns values ('parcels', 'geom', 'POLYGON', 4524, 0, 0)");
    statement.execute("create table parcels (fid integer primary key, geom blob, code text)");
    statement.execute("insert into parcels values (1, x'" + java.util.HexFormat.of().formatHex(shape) + "', 'A')");
  }

  /** A triangle in little-endian WKB behind a head without an envelope. */
  private static byte[] wkb() {
    java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(8 + 13 + 64).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 1).putInt(4524);
    bytes.put((byte) 1).putInt(3).putInt(1).putInt(4);
    for (double ordinate : new double[] {36632000, 2480000, 36632100, 2480000, 36632100, 2480100, 36632000, 2480000}) {
      bytes.putDouble(ordinate);
    }
    return bytes.array();
  }

  private static String placemark(String inside) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark>\n"
        + inside + "</Placemark></Document></kml>";
  }

  private static String ring(String coordinates) {
    return "<Polygon><outerBoundaryIs><LinearRing><coordinates>" + coordinates
        + "</coordinates></LinearRing></outerBoundaryIs></Polygon>";
  }

  private void kml() {
    String square = ring("109.29,22.42 109.30,22.42 109.30,22.43 109.29,22.42");
    text("kml with a doctype", "a.kml", "<?xml version=\"1.0\"?><!DOCTYPE kml SYSTEM \"file:///etc/passwd\"><kml/>",
        "EPSG:4524", "XML_DOCTYPE: a.kml carries a document type declaration (DOCTYPE), which no survey needs; remove it and"
            + " send the file again.");
    text("kml of a billion laughs", "a.kml", "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"aaaa\"><!ENTITY b"
        + " \"&a;&a;&a;&a;\">]><kml>&b;</kml>", "EPSG:4524", "XML_DOCTYPE: a.kml carries a document type declaration"
            + " (DOCTYPE), which no survey needs; remove it and send the file again.");
    text("kml cut", "a.kml", placemark(square).substring(0, 160), "EPSG:4524",
        "KML_DAMAGED: a.kml can't be read as KML at line 3 (placemark 1); save the layer again.");
    text("kml that is html", "a.kml", "<html><body>404</body></html>", "EPSG:4524",
        "KML_NOT_ONE: a.kml is XML, but its first element is html instead of kml; save the layer as KML.");
    text("kml that is text", "a.kml", "宗地清单", "EPSG:4524",
        "KML_DAMAGED: a.kml can't be read as KML at line 1 (placemark 1); save the layer again.");
    text("kml with a number that isn't one", "a.kml", placemark(ring("109.29,22.42 109.3O,22.42 109.30,22.43 109.29,22.42")),
        "EPSG:4524", "Record 1: A ring has a coordinate that is not a number: (NaN, 22.42).");
    text("kml without a zone", "a.kml", placemark(square), null, "CRS_DEGREES_DECLARED: a.kml is in degrees (EPSG:4326), but"
        + " a boundary on the register is in metres; send it in its 3° zone, or give that zone in crs, e.g. EPSG:4524, to"
        + " have it projected there.");
    text("kml with latitude first", "a.kml", placemark(ring("22.42,109.29 22.42,109.30 22.43,109.30 22.42,109.29")),
        "EPSG:4524", "Record 1: East and north are swapped in the file: x must be the easting (longitude), y the northing"
            + " (latitude).");
    text("kml with a polygon without its outer ring", "a.kml", placemark(square.replace("outerB", "innerB")), "EPSG:4524",
        "Record 1 has no outer ring; draw it again.");
    text("kml of pins only", "a.kml", placemark("<Point><coordinates>109.29,22.42</coordinates></Point>"), "EPSG:4524",
        "Record 1 is or holds a Point, but land is a polygon; draw it as a polygon or leave the row out.");
  }

  private void csv() {
    String head = "宗地代码,圈号,顺序号,X,Y\n";
    String good = head + "A,1,1,2480000,36632000\nA,1,2,2480000,36632100\nA,1,3,2480100,36632100\n";
    text("csv without coordinates", "a.csv", "宗地代码,权利人\nA,华山农场\n", "EPSG:4524",
        "CSV_NO_PLACE: a.csv has no columns of coordinates (x and y, or WKT); its columns are: 宗地代码, 权利人. Name them in the"
            + " first row.");
    text("csv of points of nobody", "a.csv", "点号,X,Y\nJ1,2480000,36632000\n", "EPSG:4524",
        "CSV_NO_PARCEL: a.csv lists points, but no column says which parcel each belongs to; its columns are: 点号, X, Y. Add"
            + " the column 宗地代码.");
    text("csv without a system", "a.csv", good, null,
        "CRS_NOT_SAID: a.csv doesn't say its coordinate system, and it can't be guessed; give crs, e.g. EPSG:4524.");
    text("csv with two systems", "a.csv", "WKT,CRS\nPOLYGON EMPTY,EPSG:4524\nPOLYGON EMPTY,EPSG:4525\n", null,
        "CSV_DAMAGED: a.csv can't be read as a table from line 3 on: it says the coordinate system EPSG:4525 after EPSG:4524;"
            + " send one system a file; save it as CSV again.");
    text("csv with an open quotation mark", "a.csv", good + "B,1,1,\"2480000,36632000\n", "EPSG:4524",
        "CSV_DAMAGED: a.csv can't be read as a table from line 5 on: a quotation mark isn't closed; save it as CSV again.");
    text("csv with an empty coordinate", "a.csv", good.replace("2480100,36632100", ",36632100"), "EPSG:4524",
        "Record 1: line 4 holds no coordinates; fill x and y with numbers.");
    text("csv with an order twice", "a.csv", good.replace("A,1,3", "A,1,2"), "EPSG:4524",
        "Record 1: the order 2 occurs twice in a ring; number its points or rings.");
    text("csv whose parcels are mixed", "a.csv", good + good.replace("A,", "B,").substring(head.length())
        + "A,1,4,2480050,36632000\n", "EPSG:4524",
        "Record 3: the points of parcel A don't stand together; sort the table by parcel.");
    text("csv with broken WKT", "a.csv", "ZDDM,WKT\nA,\"POLYGON ((36632000 2480000, 36632100\"\n", "EPSG:4524",
        "Record 1: its WKT can't be read; export the table again.");
    text("csv with lines", "a.csv", "ZDDM,WKT\nA,\"LINESTRING (36632000 2480000, 36632100 2480000)\"\n", "EPSG:4524",
        "Record 1 is a LINESTRING, but land is a polygon; draw it as a polygon or leave the row out.");
    text("csv of a single point", "a.csv", head + "A,1,1,2480000,36632000\n", "EPSG:4524",
        "Record 1: A ring has fewer than three different points at (36632000.000, 2480000.000).");
  }

  private static String drawing(String entities) {
    return "  0\nSECTION\n  2\nENTITIES\n" + entities + "  0\nENDSEC\n  0\nEOF\n";
  }

  private static String polyline(String layer, String more) {
    return "  0\nLWPOLYLINE\n  8\n" + layer + "\n 90\n3\n 70\n1\n 10\n36632000\n 20\n2480000\n" + more
        + " 10\n36632100\n 20\n2480000\n 10\n36632100\n 20\n2480100\n";
  }

  private void dxf() {
    String good = drawing(polyline("JZD", ""));
    text("dxf without a system", "a.dxf", good, null,
        "CRS_NOT_SAID: a.dxf doesn't say its coordinate system, and it can't be guessed; give crs, e.g. EPSG:4524.");
    text("dxf cut", "a.dxf", good.substring(0, good.length() - 20), "EPSG:4524",
        "DXF_CUT: a.dxf ends before its end mark (EOF); save or copy the drawing again and send the whole file.");
    text("dxf with a code that isn't one", "a.dxf", good.replace(" 90\n", " 9O\n"), "EPSG:4524",
        "DXF_DAMAGED: a.dxf can't be read as DXF at line 9; save the drawing again.");
    text("dxf with a coordinate that isn't one", "a.dxf", good.replace("2480100", "24801OO"), "EPSG:4524",
        "DXF_DAMAGED: a.dxf can't be read as DXF at line 24; save the drawing again.");
    text("dxf with an arc", "a.dxf", drawing(polyline("JZD", " 42\n0.5\n")), "EPSG:4524",
        "Record 1 has an arc (it begins at 3.6632E7, 2480000.0), which isn't straightened here; replace it by vertices in"
            + " CAD.");
    text("dxf of open lines and blocks", "a.dxf", drawing(polyline("JZD", "").replace(" 70\n1\n", " 70\n0\n")
        + "  0\nINSERT\n  2\nparcel\n"), "EPSG:4524", "DXF_NO_LAND: a.dxf holds no closed polyline, only 1 INSERT, 1 open"
            + " POLYLINE; close the boundary lines of the parcels and save the drawing again.");
    text("dxf with several layers", "a.dxf", drawing(polyline("A", "") + polyline("B", "")), "EPSG:4524",
        "LAYER_SEVERAL: a.dxf holds several layers (A, B); send one layer a zip, or name the one to read in layerName.");
    text("dxf drawn on its side", "a.dxf", drawing(polyline("JZD", "210\n1\n220\n0\n230\n0\n")), "EPSG:4524",
        "Record 1 isn't drawn in the plane of the map; draw it from above.");
    text("dwg", "a.dwg", "AC1027\0\0\0\0", "EPSG:4524",
        "DXF_DWG: a.dwg is a DWG drawing, which only CAD programs can read; save it as DXF.");
    text("dxf in binary", "a.dxf", "AutoCAD Binary DXF\r\n\u001a\0", "EPSG:4524",
        "DXF_BINARY: a.dxf is a binary DXF; save it as an ASCII DXF.");
  }

  private void exchange() {
    String head = "[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n带号=36\n[地块坐标]\n";
    String good = head + "3,0.5,A,名,面,,,,@\nJ1,1,2480000,36632000\nJ2,1,2480000,36632100\nJ3,1,2480100,36632100\n";
    text("txt with a vertex missing", "a.txt", good.replace("3,0.5", "5,0.5"), null,
        "Record 1 promises 5 vertices, but 3 are there; a vertex may be missing, export the parcel again.");
    text("txt with a letter among the digits", "a.txt", good.replace("J2,1,2480000", "J2,1,248OOOO"), null,
        "Record 1: line 8 isn't a vertex (point number, ring number, X, Y); correct it.");
    text("txt of a zone that doesn't exist", "a.txt", good.replace("带号=36", "带号=99"), null, "CRS_UNKNOWN: The coordinate"
        + " system 坐标系=2000国家大地坐标系, 几度分带=3, 带号=99 isn't one that is used here; use CGCS2000 in 3° or 6° zones, e.g."
        + " EPSG:4524.");
    text("txt without a system", "a.txt", good.replace("坐标系=2000国家大地坐标系\n", ""), null,
        "CRS_NOT_SAID: a.txt doesn't say its coordinate system, and it can't be guessed; give crs, e.g. EPSG:4524.");
    text("txt of points", "a.txt", good.replace(",面,", ",点,"), null,
        "Record 1 is points (点), but land is a polygon; draw it as a polygon or leave the row out.");
    text("txt with half of it swapped", "a.txt", good.replace("J2,1,2480000,36632100", "J2,1,36632100,2480000"), null,
        "Record 1 has east and north swapped in 1 of its vertices; correct them.");
    text("txt without parcels", "a.txt", head, "EPSG:4524",
        "NO_RECORDS: a.txt holds no records; export the layer with its parcels.");
    text("txt without line breaks", "a.txt", "[属性描述]\n" + "x".repeat(70_000), null,
        "EXCHANGE_DAMAGED: Line 2 of a.txt is longer than any line of an exchange text; export the file again.");
  }

  private void wrongKinds() {
    text("a picture", "a.jpg", "\u00FF\u00D8\u00FF\u00E0 JFIF", null, "FILE_KIND_UNKNOWN: a.jpg is no kind of survey file that"
        + " can be read here; send a zip holding .shp, .dbf and .prj, or one of the other formats listed on the page.");
    add("a zip of pictures", "a.zip", SurveyFile.zip(Map.of("a.jpg", new byte[10]), UTF_8), null, "LAYER_NONE: There is no"
        + " survey in a.zip; send .shp, .dbf and .prj of one layer, or one of the other formats listed on the page.");
    text("a table named zip", "a.zip", "宗地代码,权利人", null, "ARCHIVE_NOT_ZIP: a.zip is named .zip but isn't a zip archive;"
        + " zip the .shp, .dbf and .prj again.");
  }
}
