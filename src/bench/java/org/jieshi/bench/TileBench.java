package org.jieshi.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bin/bench tiles}: every tile of the land, from the HTTP request to its last byte, drawn and from the cache. The
 * land stays in {@code target/bench/tiles-N} for the next time.
 */
final class TileBench {

  /** The layers that the map asks for at once. */
  private static final String ALL = "units,evidence,parcels,certificates,claims,conflicts";

  /** Rounds over the land that a program has served before anything is measured: some 10 000 tiles, as in its first minutes. */
  private static final int SERVED = 30;

  private static final int WARM_UP = 5;
  private static final int MEASURED = 3;

  private TileBench() {}

  static boolean run(int parcels) throws Exception {
    Path data = loaded(parcels);
    boolean good = true;
    try (BenchProgram program = BenchProgram.start(data, "--jieshi.map.tile-cache=0B")) {
      program.awaitBackgroundWork();
      serve(program);
      good &= measure(program, "drawn", "parcels", 14, 4);
      good &= measure(program, "drawn", "parcels", 13, 15);
      measure(program, "drawn", ALL, 14, Double.NaN);
      measure(program, "drawn", ALL, 13, Double.NaN);
    }
    try (BenchProgram program = BenchProgram.start(data)) {
      serve(program);
      for (String layers : List.of("parcels", ALL)) {
        good &= measure(program, "cached", layers, 14, 2);
        good &= measure(program, "cached", layers, 13, 2);
      }
    }
    return good;
  }

  /** The directory with the land on the register, made if it is not there. */
  static Path loaded(int parcels) throws Exception {
    Path data = Path.of("target", "bench", "tiles-" + parcels).toAbsolutePath();
    Path whole = data.resolveSibling(data.getFileName() + ".loaded");
    if (!Files.exists(whole)) {
      FileSystemUtils.deleteRecursively(data);
      try (BenchProgram program = BenchProgram.start(data)) {
        program.load(Layers.of(parcels));
        program.awaitBackgroundWork();
      }
      Files.createFile(whole);
    }
    return data;
  }

  /** Until the program's code is compiled; what somebody waits meanwhile is told beside. */
  private static void serve(BenchProgram program) throws Exception {
    BenchProgram.Browser browser = program.signIn();
    List<URL> tiles = tiles(program, browser, "parcels", 14);
    for (int round = 0; round < SERVED; round++) {
      double[] times = new double[tiles.size()];
      for (int i = 0; i < times.length; i++) {
        long start = System.nanoTime();
        fetch(tiles.get(i), browser.cookies());
        times[i] = (System.nanoTime() - start) / 1e6;
      }
      Arrays.sort(times);
      if (round == 0 || round == SERVED - 1) {
        System.out.printf(Locale.ROOT, "after %d tiles since the start: p50 %.1f, p95 %.1f ms over the next %d%n",
            round * times.length, times[times.length / 2], times[(int) (times.length * 0.95)], times.length);
      }
    }
  }

  private static boolean measure(BenchProgram program, String how, String layers, int zoom, double wanted)
      throws Exception {
    BenchProgram.Browser browser = program.signIn();
    List<URL> tiles = tiles(program, browser, layers, zoom);
    List<Double> times = new ArrayList<>();
    long bytes = 0;
    int empty = 0;
    for (int round = 0; round < WARM_UP + MEASURED; round++) {
      Collections.shuffle(tiles, new Random(round));
      for (URL tile : tiles) {
        long start = System.nanoTime();
        int length = fetch(tile, browser.cookies());
        double ms = (System.nanoTime() - start) / 1e6;
        if (round >= WARM_UP && length > 0) {
          times.add(ms);
          bytes += length;
        } else if (round >= WARM_UP) {
          empty++;
        }
      }
    }
    double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double p95 = sorted[(int) (sorted.length * 0.95)];
    System.out.printf(Locale.ROOT, "| %s | %s | z%d | %.1f | **%.1f** | %s | %d tiles, %d kB each%s |%n", how,
        layers.equals(ALL) ? "all six layers" : layers, zoom, sorted[sorted.length / 2], p95,
        Double.isNaN(wanted) ? "–" : String.format(Locale.ROOT, "%.0f", wanted), sorted.length / MEASURED,
        bytes / sorted.length / 1024, empty > 0 ? ", %d empty ones not counted".formatted(empty / MEASURED) : "");
    return Double.isNaN(wanted) || p95 <= wanted;
  }

  /** By the simplest client there is, on one connection: what is measured is the program. */
  private static int fetch(URL tile, String cookies) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) tile.openConnection();
    connection.setRequestProperty("Cookie", cookies);
    int status = connection.getResponseCode();
    if (status != 200 && status != 204) {
      throw new IllegalStateException(status + " " + tile);
    }
    try (InputStream body = connection.getInputStream()) {
      return body.readAllBytes().length;
    }
  }

  /** Every tile over the land's bounds. */
  private static List<URL> tiles(BenchProgram program, BenchProgram.Browser browser, String layers, int zoom)
      throws Exception {
    JsonNode bounds = JsonMapper.builder().build().readTree(browser.client().send(
        HttpRequest.newBuilder(program.address("/tiles/index.json")).build(), BodyHandlers.ofString()).body()).get("bounds");
    List<URL> tiles = new ArrayList<>();
    for (int x = column(bounds.get(0).asDouble(), zoom); x <= column(bounds.get(2).asDouble(), zoom); x++) {
      for (int y = row(bounds.get(3).asDouble(), zoom); y <= row(bounds.get(1).asDouble(), zoom); y++) {
        tiles.add(program.address("/tiles/%s/%d/%d/%d.mvt".formatted(layers, zoom, x, y)).toURL());
      }
    }
    return tiles;
  }

  private static int column(double longitude, int zoom) {
    return (int) ((longitude + 180) / 360 * (1 << zoom));
  }

  private static int row(double latitude, int zoom) {
    double radians = Math.toRadians(latitude);
    return (int) ((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2 * (1 << zoom));
  }
}
