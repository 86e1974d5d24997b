package org.jieshi.bench;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.jieshi.geometry.kernel.FlatLand;
import org.jieshi.geometry.kernel.LayerScan;
import org.jieshi.geometry.kernel.LayerScan.PairVisitor;
import org.jieshi.geometry.kernel.OverlapKernel;
import org.springframework.util.FileSystemUtils;

/**
 * {@code bin/bench one}: one parcel against everything. First the computation alone, on layers in memory; then the whole
 * program, from the HTTP request to the commit on disk with its audit entry, on its own embedded PostgreSQL.
 */
final class OneParcelBench {

  private static final int ASKED = 2_000;

  private OneParcelBench() {}

  static boolean run(int parcels) throws Exception {
    System.out.printf(Locale.ROOT, "Making %,d parcels…%n", parcels);
    Layers layers = Layers.of(parcels);
    boolean good = report("computation", computed(layers), 0.2);
    Path data = Path.of("target", "bench", "program").toAbsolutePath();
    FileSystemUtils.deleteRecursively(data);
    try (BenchProgram program = BenchProgram.start(data)) {
      program.load(layers);
      program.awaitBackgroundWork();
      good &= report("HTTP request to commit", asked(parcels, program), 10);
    }
    return good;
  }

  /** ms. */
  private static double[] computed(Layers layers) {
    LayerScan.Index parcels = LayerScan.index(layers.parcels());
    LayerScan.Index claims = LayerScan.index(layers.claims());
    OverlapKernel kernel = new OverlapKernel();
    Random random = new Random(1);
    double[] times = new double[10 * ASKED];
    double[] drawn = {0};
    PairVisitor draw = (left, right, area, measured) ->
        drawn[0] += area > OverlapKernel.NOISE && measured.trace() ? measured.tracedArea() : 0;
    for (int pass = 0; pass < 2; pass++) { // the first compiles
      for (int i = 0; i < times.length; i++) {
        FlatLand land = layers.parcels().get(random.nextInt(layers.parcels().size()));
        long start = System.nanoTime();
        parcels.compare(land, 0, kernel, draw);
        claims.compare(land, 0, kernel, draw);
        times[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    return times;
  }

  /** ms. */
  private static double[] asked(int parcels, BenchProgram program) throws Exception {
    BenchProgram.Browser browser = program.signIn();
    Random random = new Random(2);
    double[] times = new double[ASKED];
    for (int i = -ASKED; i < ASKED; i++) { // the first ones compile
      HttpRequest request = HttpRequest.newBuilder(program.address("/api/parcels/%s/conflicts/scan"
          .formatted(BenchProgram.code(random.nextInt(parcels))))).header("X-XSRF-TOKEN", browser.token())
          .POST(BodyPublishers.noBody()).build();
      long start = System.nanoTime();
      HttpResponse<String> response = browser.client().send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(response.statusCode() + " " + response.body());
      }
      if (i >= 0) {
        times[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    return times;
  }

  private static boolean report(String what, double[] times, double wanted) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    double p95 = sorted[(int) (sorted.length * 0.95)];
    System.out.printf(Locale.ROOT, "| one parcel, %s | p50 %.3f ms | p95 **%.3f ms** | wanted %.1f | n = %d |%n", what,
        sorted[sorted.length / 2], p95, wanted, sorted.length);
    return p95 <= wanted;
  }
}
