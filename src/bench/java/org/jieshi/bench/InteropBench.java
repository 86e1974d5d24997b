package org.jieshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jieshi.store.OwnPostgis;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bin/bench interop}: the program on a PostgreSQL with PostGIS, read by GDAL and QGIS with their own drivers, by OGC
 * API Features in pages and by the views, as the account for desktop GIS. Count, different ids and sum of areas have to be
 * those of the database. QGIS then opens both projects that the program writes and draws them.
 */
final class InteropBench {

  private static final List<String> LAYERS = List.of("parcels", "claims", "evidence", "conflicts", "certificates");
  private static final String READER = "jieshi_gis";
  private static final String READER_PASSWORD = "bench-reader";
  private static final JsonMapper JSON = new JsonMapper();

  private final BenchProgram program;
  private final OwnPostgis database;
  private final Path files;

  private InteropBench(BenchProgram program, OwnPostgis database, Path files) {
    this.program = program;
    this.database = database;
    this.files = files;
  }

  static boolean run(int parcels) throws Exception {
    Path home = Path.of("target", "bench", "interop-" + parcels).toAbsolutePath();
    Path whole = home.resolveSibling(home.getFileName() + ".loaded");
    boolean loaded = Files.exists(whole);
    if (!loaded) {
      FileSystemUtils.deleteRecursively(home);
    }
    Path files = home.resolve("read");
    FileSystemUtils.deleteRecursively(files);
    Files.createDirectories(files, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try (OwnPostgis database = loaded ? OwnPostgis.again(home.resolve("postgis")) : own(home.resolve("postgis"));
        BenchProgram program = BenchProgram.start(home.resolve("data"), database.settings())) {
      if (!loaded) {
        Layers land = Layers.of(parcels);
        program.load(land);
        program.addDocumentsAndCertificates(land);
        Files.createFile(whole);
      }
      program.awaitBackgroundWork();
      return new InteropBench(program, database, files).read();
    }
  }

  /** With the account that docs/open.md tells to make: the program gives it its rights. */
  private static OwnPostgis own(Path home) throws Exception {
    OwnPostgis database = OwnPostgis.in(home);
    database.execute("jieshi", "create role " + READER + " login password '" + READER_PASSWORD + "'");
    return database;
  }

  private boolean read() throws Exception {
    Files.writeString(files.resolve("services.conf"), """
        [jieshi]
        host=127.0.0.1
        port=%d
        dbname=jieshi
        user=%s
        password=%s
        """.formatted(database.port(), READER, READER_PASSWORD));
    boolean good = true;
    for (String layer : LAYERS) {
      good &= equal(layer);
    }
    return good & opens("ogc") & opens("postgis") & files();
  }

  /** Every format of the export that QGIS reads, as many features as there are; a drawing has one part a ring, and names. */
  private boolean files() throws Exception {
    boolean good = true;
    for (String format : List.of("shp.zip", "shp.zip?encoding=GBK", "gpkg", "geojson", "csv", "kml", "dxf")) {
      Path file = files.resolve("certificates" + (format.contains("GBK") ? "-gbk" : "") + "." + format.replaceFirst("\\?.*", ""));
      said("curl", "-sf", "-u", "surveyor:" + BenchProgram.PASSWORD, "-o", file.toString(),
          program.address("/api/export/certificates." + format).toString());
      String source = (format.startsWith("shp") ? "/vsizip/" : "") + file;
      JsonNode qgis = lines(said("/usr/bin/python3", "src/bench/python/qgis_read.py", "ogr", format, source)).get(0);
      Figures stored = program.figures("certificates");
      boolean same = format.equals("dxf") ? qgis.get("features").asLong() >= stored.count()
          : qgis.get("features").asLong() == stored.count() && Math.abs(qgis.get("area").asDouble() - stored.area()) < 0.01;
      System.out.printf("| certificates.%s | %d | %s |%n", format, qgis.get("features").asLong(), same ? "equal" : "DIFFERENT: " + qgis);
      good &= same;
    }
    return good;
  }

  private boolean equal(String layer) throws Exception {
    Figures stored = program.figures(layer);
    long[] times = new long[4];
    times[0] = System.nanoTime();
    Figures gdal = byGdal(layer, files.resolve(layer + ".gpkg"));
    times[1] = System.nanoTime();
    Figures qgis = byQgis("OAPIF", layer,
        "pageSize='1000' url='%s' typename='%s' authcfg=AUTHCFG".formatted(program.address("/ogc"), layer));
    times[2] = System.nanoTime();
    Figures view = byQgis("postgres", layer, "service='jieshi' key='id' srid=4490 type=MultiPolygon table=\"public\".\"gis_%s\" (geom)"
        .formatted(layer.equals("evidence") ? layer : layer.substring(0, layer.length() - 1)));
    times[3] = System.nanoTime();
    boolean same = stored.equals(gdal) && stored.equals(qgis) && stored.equals(view);
    System.out.printf(Locale.ROOT, "| %s | %d | %.2f | %.1f | %.1f | %.1f | %s |%n", layer, stored.count(), stored.area(),
        (times[1] - times[0]) / 1e9, (times[2] - times[1]) / 1e9, (times[3] - times[2]) / 1e9, same ? "equal"
            : "DIFFERENT: database %s, ogr2ogr %s, QGIS %s, view %s".formatted(stored, gdal, qgis, view));
    return same;
  }

  /** @param area m², to the centimetre squared */
  record Figures(long count, long ids, double area) {

    Figures {
      area = Math.round(area * 100) / 100.0;
    }
  }

  private Figures byGdal(String layer, Path file) throws Exception {
    said("ogr2ogr", "-f", "GPKG", file.toString(), "OAPIF:" + program.address("/ogc"), layer, "-oo", "PAGE_SIZE=1000");
    String field = layer.equals("conflicts") || layer.equals("certificates") ? "area" : "planeArea";
    JsonNode answer = JSON.readTree(said("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", file.toString(), "-dialect",
        "SQLite", "-sql", "select count(*) as n, count(distinct id) as ids, sum(\"%s\") as area from \"%s\"".formatted(field, layer)));
    JsonNode figures = answer.get("features").get(0).get("properties");
    return new Figures(figures.get("n").asLong(), figures.get("ids").asLong(), figures.get("area").asDouble());
  }

  private Figures byQgis(String provider, String layer, String source) throws Exception {
    JsonNode figures = lines(said("/usr/bin/python3", "src/bench/python/qgis_read.py", provider, layer, source)).get(0);
    // QGIS takes the style of a view from layer_styles by itself
    if (!figures.get("valid").asBoolean() || provider.equals("postgres") && figures.get("classes").asInt() == 0) {
      throw new IllegalStateException(figures.toString());
    }
    return new Figures(figures.get("features").asLong(), figures.get("ids").asLong(), figures.get("area").asDouble());
  }

  /** Every layer of a project valid, drawn by classes of a field that it has. */
  private boolean opens(String source) throws Exception {
    Path project = files.resolve(source + ".qgs");
    said("curl", "-sf", "-u", "admin:" + BenchProgram.PASSWORD, "-o", project.toString(),
        program.address("/ogc/project.qgs?lang=en&authcfg=jieshi1&source=" + source).toString());
    List<JsonNode> layers = lines(said("/usr/bin/python3", "src/bench/python/qgis_project.py", project.toString(),
        files.resolve(source + ".png").toString()));
    boolean good = layers.size() == LAYERS.size() && layers.stream().allMatch(layer -> layer.get("valid").asBoolean()
        && layer.get("classes").asInt() > 0 && layer.get("styled").asBoolean() && layer.get("labelled").asBoolean());
    System.out.printf("| project %s | %s | drawn as %s |%n", source,
        good ? layers.size() + " layers, each with its style" : "NOT as it should be: " + layers, files.resolve(source + ".png"));
    return good;
  }

  private static List<JsonNode> lines(String said) {
    return said.lines().filter(line -> line.startsWith("{")).map(line -> (JsonNode) JSON.readTree(line)).toList();
  }

  private String said(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(Map.of("GDAL_HTTP_AUTH", "BASIC", "GDAL_HTTP_USERPWD", "admin:" + BenchProgram.PASSWORD,
        "JIESHI_USER", "admin", "JIESHI_USER_PASSWORD", BenchProgram.PASSWORD, "QT_QPA_PLATFORM", "offscreen",
        "PGSERVICEFILE", files.resolve("services.conf").toString(), "XDG_DATA_HOME", files.toString(),
        "XDG_RUNTIME_DIR", files.toString()));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + status + ": " + said);
    }
    return said;
  }
}
