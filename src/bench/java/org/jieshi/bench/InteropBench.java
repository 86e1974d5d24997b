package org.jieshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bin/bench interop}: GDAL and QGIS page through every collection of OGC API Features with their own drivers, and
 * read count, different ids and sum of areas as they are in the database.
 */
final class InteropBench {

  private static final List<String> LAYERS = List.of("parcels", "claims", "conflicts");
  private static final JsonMapper JSON = new JsonMapper();

  private InteropBench() {}

  static boolean run(int parcels) throws Exception {
    Path data = TileBench.loaded(parcels);
    Path files = data.resolveSibling("interop");
    FileSystemUtils.deleteRecursively(files);
    Files.createDirectories(files);
    boolean good = true;
    try (BenchProgram program = BenchProgram.start(data)) {
      program.awaitBackgroundWork();
      for (String layer : LAYERS) {
        Figures stored = program.figures(layer);
        long start = System.nanoTime();
        Figures gdal = byGdal(program, layer, files.resolve(layer + ".gpkg"));
        long middle = System.nanoTime();
        Figures qgis = byQgis(program, layer);
        boolean same = stored.equals(gdal) && stored.equals(qgis);
        System.out.printf(Locale.ROOT, "| %s | %d | %.2f | ogr2ogr %.0f s, QGIS %.0f s | %s |%n", layer, stored.count(),
            stored.area(), (middle - start) / 1e9, (System.nanoTime() - middle) / 1e9,
            same ? "equal" : "DIFFERENT: database %s, ogr2ogr %s, QGIS %s".formatted(stored, gdal, qgis));
        good &= same;
      }
    }
    return good;
  }

  /** @param area m², to the centimetre squared */
  record Figures(long count, long ids, double area) {

    Figures {
      area = Math.round(area * 100) / 100.0;
    }
  }

  private static Figures byGdal(BenchProgram program, String layer, Path file) throws Exception {
    said(program, "ogr2ogr", "-f", "GPKG", file.toString(), "OAPIF:" + program.address("/ogc"), layer, "-oo", "PAGE_SIZE=1000");
    String field = layer.equals("conflicts") ? "area" : "planeArea";
    JsonNode answer = JSON.readTree(said(program, "ogr2ogr", "-f", "GeoJSON", "/vsistdout/", file.toString(), "-dialect",
        "SQLite", "-sql", "select count(*) as n, count(distinct id) as ids, sum(\"%s\") as area from \"%s\"".formatted(field, layer)));
    JsonNode figures = answer.get("features").get(0).get("properties");
    return new Figures(figures.get("n").asLong(), figures.get("ids").asLong(), figures.get("area").asDouble());
  }

  private static Figures byQgis(BenchProgram program, String layer) throws Exception {
    String source = "pageSize='1000' url='%s' typename='%s' authcfg=AUTHCFG".formatted(program.address("/ogc"), layer);
    JsonNode figures = JSON.readTree(said(program, "/usr/bin/python3", "src/bench/python/qgis_read.py", "OAPIF", layer, source)
        .lines().filter(line -> line.startsWith("{")).findFirst().orElseThrow());
    if (!figures.get("valid").asBoolean()) {
      throw new IllegalStateException(figures.toString());
    }
    return new Figures(figures.get("features").asLong(), figures.get("ids").asLong(), figures.get("area").asDouble());
  }

  private static String said(BenchProgram program, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(Map.of("GDAL_HTTP_AUTH", "BASIC", "GDAL_HTTP_USERPWD", "admin:" + BenchProgram.PASSWORD,
        "JIESHI_USER", "admin", "JIESHI_USER_PASSWORD", BenchProgram.PASSWORD, "QT_QPA_PLATFORM", "offscreen",
        "XDG_DATA_HOME", Path.of("target", "bench", "interop").toAbsolutePath().toString()));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + status + ": " + said);
    }
    return said;
  }
}
