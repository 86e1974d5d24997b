package org.jieshi.bench;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jieshi.JieshiApplication;
import org.jieshi.geometry.kernel.FlatLand;
import org.jieshi.geometry.kernel.LayerScan;
import org.jieshi.geometry.kernel.LayerScan.PairVisitor;
import org.jieshi.geometry.kernel.OverlapKernel;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * {@code bin/bench one}: one parcel against everything. First the computation alone, on layers in memory; then the whole
 * program, from the HTTP request to the commit on disk with its audit entry, on its own embedded PostgreSQL.
 */
final class OneParcelBench {

  private static final int ASKED = 2_000;
  private static final String PASSWORD = "bench-administrator";
  private static final double SURVEYED = 0.05;

  private OneParcelBench() {}

  static boolean run(int parcels) throws Exception {
    System.out.printf(Locale.ROOT, "Making %,d parcels…%n", parcels);
    Layers layers = Layers.of(parcels);
    boolean good = report("computation", computed(layers), 0.2);
    try (ConfigurableApplicationContext program = start()) {
      load(layers, program.getBean(SpatialUnits.class));
      awaitBackgroundWork(program.getBean(JdbcClient.class));
      int port = Integer.parseInt(program.getEnvironment().getRequiredProperty("local.server.port"));
      good &= report("HTTP request to commit", asked(parcels, port), 10);
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

  private static ConfigurableApplicationContext start() throws Exception {
    Path data = Path.of("target", "bench", "program").toAbsolutePath();
    FileSystemUtils.deleteRecursively(data);
    return SpringApplication.run(JieshiApplication.class, "--server.port=0", "--jieshi.data=" + data,
        "--jieshi.admin-password=" + PASSWORD, "--logging.level.root=WARN");
  }

  private static void load(Layers layers, SpatialUnits units) {
    GeometryFactory factory = new GeometryFactory(new PrecisionModel(), BenchLand.SRID);
    long start = System.nanoTime();
    List<UnitDraft> drafts = new ArrayList<>();
    for (int i = 0; i < layers.parcels().size(); i++) {
      drafts.add(draft(code(i), layers.parcels().get(i).toGeometry(factory), "农场" + i));
    }
    addAll(units, UnitKind.PARCEL, drafts);
    drafts.clear();
    for (int i = 0; i < layers.claims().size(); i++) {
      drafts.add(draft("C" + i, layers.claims().get(i).toGeometry(factory), "村" + i));
    }
    addAll(units, UnitKind.CLAIM, drafts);
    System.out.printf(Locale.ROOT, "On the register with all their conflicts after %.0f s%n",
        (System.nanoTime() - start) / 1e9);
  }

  /** The figures of coverage are counted after a great import, a part at a time: an office does not import all day. */
  private static void awaitBackgroundWork(JdbcClient jdbc) throws InterruptedException {
    long start = System.nanoTime();
    while (jdbc.sql("select exists (select 1 from job where status in ('QUEUED', 'RUNNING'))").query(Boolean.class)
        .single()) {
      Thread.sleep(500);
    }
    System.out.printf(Locale.ROOT, "Coverage counted after %.0f s more%n", (System.nanoTime() - start) / 1e9);
  }

  private static void addAll(SpatialUnits units, UnitKind kind, List<UnitDraft> drafts) {
    for (int from = 0; from < drafts.size(); from += 5_000) {
      int to = Math.min(drafts.size(), from + 5_000);
      units.add(kind, drafts.subList(from, to), new ChangeReason("BENCH", null));
      System.out.printf("  %s %d of %d%n", kind, to, drafts.size());
    }
  }

  private static UnitDraft draft(String code, Geometry boundary, String party) {
    return new UnitDraft(code, boundary, BenchLand.SRID, null, SURVEYED, UnitFacts.NONE.withParty(party, null, null),
        null, null);
  }

  private static String code(int parcel) {
    return String.format(Locale.ROOT, "450721%03d%03dGN%05d", parcel / 1000 % 1000, parcel / 1_000_000,
        parcel % 1000 + 1);
  }

  /** ms. */
  private static double[] asked(int parcels, int port) throws Exception {
    CookieManager cookies = new CookieManager();
    HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    signIn(client, cookies, port);
    String token = token(cookies);
    Random random = new Random(2);
    double[] times = new double[ASKED];
    for (int i = -ASKED; i < ASKED; i++) { // the first ones compile
      HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/parcels/%s/conflicts/scan"
          .formatted(port, code(random.nextInt(parcels))))).header("X-XSRF-TOKEN", token)
          .POST(BodyPublishers.noBody()).build();
      long start = System.nanoTime();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(response.statusCode() + " " + response.body());
      }
      if (i >= 0) {
        times[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    return times;
  }

  /** As a browser: a password is checked once, not with every request. */
  private static void signIn(HttpClient client, CookieManager cookies, int port) throws Exception {
    URI session = URI.create("http://127.0.0.1:%d/api/session".formatted(port));
    client.send(HttpRequest.newBuilder(session).build(), BodyHandlers.ofString());
    HttpResponse<String> answer = client.send(HttpRequest.newBuilder(session).header("X-XSRF-TOKEN", token(cookies))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"username\": \"admin\", \"password\": \"%s\"}".formatted(PASSWORD))).build(),
        BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    client.send(HttpRequest.newBuilder(session).build(), BodyHandlers.ofString());
  }

  private static String token(CookieManager cookies) {
    return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue).findFirst().orElse("");
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
