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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Broken files by name. What has to be said of each stands in {@code ingest/broken-files.txt}.
 */
public final class BrokenFiles {

  /** @param crs what the surveyor says, where the format says nothing */
  public record Broken(String name, String fileName, byte[] content, @Nullable String crs) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Charset UTF_8 = StandardCharsets.UTF_8;
  private static final String SQUARE =
      "POLYGON ((36632000 2480000, 36632000 2480100, 36632100 2480100, 36632100 2480000, 36632000 2480000))";
  private static final String RING = "[[36632000,2480000],[36632100,2480000],[36632100,2480100],[36632000,2480000]]";

  private final List<Broken> all = new ArrayList<>();

  private BrokenFiles() {}

  public static List<Broken> all() {
    BrokenFiles files = new BrokenFiles();
    files.shapefile();
    files.geoJson();
    files.geoPackage();
    files.kml();
    files.csv();
    files.dxf();
    files.exchange();
    files.wrongKinds();
    return files.all;
  }

  private void add(String name, String fileName, byte[] content, @Nullable String crs) {
    all.add(new Broken(name, fileName, content, crs));
  }

  private void text(String name, String fileName, String content, @Nullable String crs) {
    add(name, fileName, content.getBytes(UTF_8), crs);
  }

  private static SurveyFile land() {
    return SurveyFile.named("宗地").text("ZDDM", 19).text("坐落", 20).encoding(SurveyFile.GBK)
        .record(SQUARE, "450721001002GN00001", "谷埠村").record(SQUARE.replace("366320", "366330"), "2", "大岭村");
  }

  private void zip(String name, SurveyFile file) {
    add(name, "a.zip", file.zip(), null);
  }

  private void shapefile() {
    byte[] shp = land().shp();
    byte[] dbf = land().dbf();
    zip("shapefile without its table", land().replace("dbf", null));
    zip("shapefile without its shapes", land().replace("shp", null));
    zip("shapefile without a system", land().prj(null));
    zip("shapefile with a system of nowhere", land().prj("PROJCS[\"Zone 36\""));
    zip("shapefile in degrees", land().prj("GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,"
        + "298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]"));
    zip("shapefile of Xian 1980", land().prj(SurveyFile.prj("Xian_1980_3_Degree_GK_Zone_36", 36_500_000, 108)
        .replace("GCS_China_Geodetic_Coordinate_System_2000", "GCS_Xian_1980").replace("D_China_2000", "D_Xian_1980")
        .replace("\"CGCS2000\",6378137.0,298.257222101", "\"Xian_1980\",6378140.0,298.257")));
    add("shapefile against the request", "a.zip", land().zip(), "EPSG:4525");
    zip("shapes cut", land().replace("shp", Arrays.copyOf(shp, shp.length - 40)));
    zip("shapes cut in their head", land().replace("shp", Arrays.copyOf(shp, 60)));
    zip("shapes that are text", land().replace("shp", "宗地清单".repeat(30).getBytes(UTF_8)));
    zip("shapes that are points", land().shapeType(1));
    zip("shapes that aren't numbered in order", land().replace("shp", changed(shp, 103, 7)));
    zip("shapes whose parts reach beyond their points", land().replace("shp", changed(shp, 148, 100)));
    zip("table cut", land().replace("dbf", Arrays.copyOf(dbf, dbf.length - 20)));
    zip("table that is text", land().replace("dbf", "宗地清单".repeat(30).getBytes(UTF_8)));
    zip("table with a row that isn't one", land().replace("dbf", changed(dbf, dbf.length - 41, 'x')));
    zip("more shapes than rows", land().replace("dbf", SurveyFile.named("宗地").text("ZDDM", 19).record(null, "1").dbf()));
    zip("text in no encoding", land().replace("dbf", changed(dbf, dbf.length - 20, 0xFF)));
    zip("shapefile of nothing", SurveyFile.named("宗地").text("ZDDM", 19));
    zip("a shape that is missing", land().record(null, "3", ""));
    zip("a boundary that isn't closed", SurveyFile.named("宗地").text("ZDDM", 19).record("LINESTRING (36632000 2480000,"
        + " 36632000 2480100, 36632100 2480100, 36632100 2480000)", "1"));
    add("two layers", "a.zip", SurveyFile.zip(Map.of("A/ZD.shp", shp, "A/ZD.dbf", dbf, "B/ZD.shp", shp, "B/ZD.dbf", dbf),
        UTF_8), "EPSG:4524");
    add("one file twice", "a.zip", SurveyFile.zip(
        new TreeMap<>(Map.of("ZD.shp", shp, "zd.SHP", shp, "ZD.dbf", dbf)), UTF_8), "EPSG:4524");
    add("nothing at all", "a.zip", new byte[0], null);
  }

  private static byte[] changed(byte[] bytes, int at, int value) {
    byte[] changed = bytes.clone();
    changed[at] = (byte) value;
    return changed;
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
    text("geojson cut in the middle", "a.geojson", good.substring(0, good.length() - 30), null);
    text("geojson with a comma too many", "a.geojson", good.replace("[36632100,2480000]", "[36632100,,2480000]"), null);
    text("geojson without features", "a.geojson", "{\"type\":\"Topology\",\"objects\":{}}", null);
    text("geojson with another name's system", "a.geojson", good.replace("EPSG::4524", "EPSG::32649"), null);
    text("geojson without a system", "a.geojson", good.replaceFirst("\"crs\":\\{.*?\\}\\},", ""), null);
    text("geojson with a link to its system", "a.geojson", good.replaceFirst("\"crs\":\\{.*?\\}\\},",
        "\"crs\":{\"type\":\"link\",\"properties\":{\"href\":\"crs/42.prj\",\"type\":\"esriwkt\"}},"), null);
    text("geojson with a point", "a.geojson", collection("{\"type\":\"Point\",\"coordinates\":[36632000,2480000]}"), null);
    text("geojson with null", "a.geojson", collection(polygon(RING), "null"), null);
    text("geojson with NaN", "a.geojson", collection(polygon(RING.replace("36632100,2480100", "NaN,2480100"))), null);
    text("geojson nested too little", "a.geojson", collection("{\"type\":\"Polygon\",\"coordinates\":" + RING + "}"), null);
    text("geojson with a hole outside", "a.geojson", collection(polygon(RING + "," + RING.replace("36632", "36642"))), null);
    text("geojson with an open ring", "a.geojson",
        collection(polygon(RING.replace(",[36632000,2480000]]", ",[36632000,2480050]]"))), null);
    text("geojson nested a million deep", "a.geojson", collection("{\"type\":\"Polygon\",\"coordinates\":"
            + "[".repeat(1_000_000)), null);
  }

  private void geoPackage() {
    byte[] good = database(statement -> geoPackage(statement, wkb()));
    add("gpkg cut", "a.gpkg", Arrays.copyOf(good, good.length / 2), null);
    add("gpkg that is text", "a.gpkg", "宗地".repeat(100).getBytes(UTF_8), null);
    add("sqlite that is no gpkg", "a.db", database(statement -> statement.execute("create table parcel (id int)")), null);
    add("gpkg without features", "a.gpkg", database(statement -> {
      geoPackage(statement, wkb());
      statement.execute("update gpkg_contents set data_type = 'tiles'");
    }), null);
    add("gpkg whose layer is a view", "a.gpkg", database(statement -> {
      geoPackage(statement, wkb());
      statement.execute("alter table parcels rename to land");
      statement.execute("create view parcels as with recursive n(i) as (select 1 union all select i + 1 from n)"
          + " select i as fid, geom, code from n, land");
    }), null);
    byte[] promising = wkb();
    promising[8 + 1 + 4 + 4] = 127;
    add("gpkg whose geometry promises too much", "a.gpkg", database(statement -> geoPackage(statement, promising)), null);
    add("gpkg whose geometry isn't one", "a.gpkg",
        database(statement -> geoPackage(statement, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9})), null);
    byte[] curve = wkb();
    curve[8 + 1] = 10;
    add("gpkg with arcs", "a.gpkg", database(statement -> geoPackage(statement, curve)), null);
    add("gpkg without a system", "a.gpkg", database(statement -> {
      geoPackage(statement, wkb());
      statement.execute("update gpkg_geometry_columns set srs_id = -1");
    }), null);
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
        "EPSG:4524");
    text("kml of a billion laughs", "a.kml", "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"aaaa\"><!ENTITY b"
        + " \"&a;&a;&a;&a;\">]><kml>&b;</kml>", "EPSG:4524");
    text("kml cut", "a.kml", placemark(square).substring(0, 160), "EPSG:4524");
    text("kml that is html", "a.kml", "<html><body>404</body></html>", "EPSG:4524");
    text("kml that is text", "a.kml", "宗地清单", "EPSG:4524");
    text("kml with a number that isn't one", "a.kml", placemark(ring("109.29,22.42 109.3O,22.42 109.30,22.43 109.29,22.42")),
        "EPSG:4524");
    text("kml without a zone", "a.kml", placemark(square), null);
    text("kml with latitude first", "a.kml", placemark(ring("22.42,109.29 22.42,109.30 22.43,109.30 22.42,109.29")),
        "EPSG:4524");
    text("kml with a polygon without its outer ring", "a.kml", placemark(square.replace("outerB", "innerB")), "EPSG:4524");
    text("kml of pins only", "a.kml", placemark("<Point><coordinates>109.29,22.42</coordinates></Point>"), "EPSG:4524");
  }

  private void csv() {
    String head = "宗地代码,圈号,顺序号,X,Y\n";
    String good = head + "A,1,1,2480000,36632000\nA,1,2,2480000,36632100\nA,1,3,2480100,36632100\n";
    text("csv without coordinates", "a.csv", "宗地代码,权利人\nA,华山农场\n", "EPSG:4524");
    text("csv of points of nobody", "a.csv", "点号,X,Y\nJ1,2480000,36632000\n", "EPSG:4524");
    text("csv without a system", "a.csv", good, null);
    text("csv with two systems", "a.csv", "WKT,CRS\nPOLYGON EMPTY,EPSG:4524\nPOLYGON EMPTY,EPSG:4525\n", null);
    text("csv with an open quotation mark", "a.csv", good + "B,1,1,\"2480000,36632000\n", "EPSG:4524");
    text("csv with an empty coordinate", "a.csv", good.replace("2480100,36632100", ",36632100"), "EPSG:4524");
    text("csv with an order twice", "a.csv", good.replace("A,1,3", "A,1,2"), "EPSG:4524");
    text("csv whose parcels are mixed", "a.csv", good + good.replace("A,", "B,").substring(head.length())
        + "A,1,4,2480050,36632000\n", "EPSG:4524");
    text("csv with broken WKT", "a.csv", "ZDDM,WKT\nA,\"POLYGON ((36632000 2480000, 36632100\"\n", "EPSG:4524");
    text("csv with lines", "a.csv", "ZDDM,WKT\nA,\"LINESTRING (36632000 2480000, 36632100 2480000)\"\n", "EPSG:4524");
    add("csv in no encoding", "a.csv", changed(good.getBytes(UTF_8), 60, 0xFF), "EPSG:4524");
    text("csv of a single point", "a.csv", head + "A,1,1,2480000,36632000\n", "EPSG:4524");
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
    text("dxf without a system", "a.dxf", good, null);
    text("dxf cut", "a.dxf", good.substring(0, good.length() - 20), "EPSG:4524");
    text("dxf with a code that isn't one", "a.dxf", good.replace(" 90\n", " 9O\n"), "EPSG:4524");
    text("dxf with a coordinate that isn't one", "a.dxf", good.replace("2480100", "24801OO"), "EPSG:4524");
    text("dxf with an arc", "a.dxf", drawing(polyline("JZD", " 42\n0.5\n")), "EPSG:4524");
    text("dxf of open lines and blocks", "a.dxf", drawing(polyline("JZD", "").replace(" 70\n1\n", " 70\n0\n")
        + "  0\nINSERT\n  2\nparcel\n"), "EPSG:4524");
    text("dxf with several layers", "a.dxf", drawing(polyline("A", "") + polyline("B", "")), "EPSG:4524");
    text("dxf drawn on its side", "a.dxf", drawing(polyline("JZD", "210\n1\n220\n0\n230\n0\n")), "EPSG:4524");
    text("dwg", "a.dwg", "AC1027\0\0\0\0", "EPSG:4524");
    text("dxf in binary", "a.dxf", "AutoCAD Binary DXF\r\n\u001a\0", "EPSG:4524");
  }

  private void exchange() {
    String head = "[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n带号=36\n[地块坐标]\n";
    String good = head + "3,0.5,A,名,面,,,,@\nJ1,1,2480000,36632000\nJ2,1,2480000,36632100\nJ3,1,2480100,36632100\n";
    text("txt with a vertex missing", "a.txt", good.replace("3,0.5", "5,0.5"), null);
    text("txt with a letter among the digits", "a.txt", good.replace("J2,1,2480000", "J2,1,248OOOO"), null);
    text("txt of a zone that doesn't exist", "a.txt", good.replace("带号=36", "带号=99"), null);
    text("txt without a system", "a.txt", good.replace("坐标系=2000国家大地坐标系\n", ""), null);
    text("txt of points", "a.txt", good.replace(",面,", ",点,"), null);
    text("txt with half of it swapped", "a.txt", good.replace("J2,1,2480000,36632100", "J2,1,36632100,2480000"), null);
    text("txt without parcels", "a.txt", head, "EPSG:4524");
    text("txt without line breaks", "a.txt", "[属性描述]\n" + "x".repeat(70_000), null);
  }

  private void wrongKinds() {
    text("a picture", "a.jpg", "\u00FF\u00D8\u00FF\u00E0 JFIF", null);
    add("a zip of pictures", "a.zip", SurveyFile.zip(Map.of("a.jpg", new byte[10]), UTF_8), null);
    text("a table named zip", "a.zip", "宗地代码,权利人", null);
  }
}
