package org.jieshi.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jieshi.e2e.Chromium;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.parcels.AdministrativeDraft;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.AdministrativeUnits;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.springframework.util.FileSystemUtils;

/**
 * {@code bin/bench desks}: the three desks in Chromium over a copy of the land of {@link TileBench}, each wait of a person
 * from the click to what was asked for on the page. A surveyor uploads and looks at findings, an officer reviews overlaps, a
 * manager goes from figures to parcels.
 */
final class DesksBench {

  /** No wait is to be longer, ms; an upload is read, checked and forecast within {@link #UPLOAD}. */
  private static final double LONGEST = 2_000;
  private static final double UPLOAD = 15_000;
  private static final int UPLOADED = 200;
  private static final int REVIEWED = 20;
  private static final double ASIDE = 0.0003;
  private static final int SUB_FARMS = 4;
  private static final String SECRET = "long enough for a bench";

  private final BenchProgram program;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();
  private boolean good = true;

  private DesksBench(BenchProgram program, Browser browser) {
    this.program = program;
    this.browser = browser;
  }

  static boolean run(int parcels) throws Exception {
    Path data = Path.of("target", "bench", "desks-" + parcels).toAbsolutePath();
    FileSystemUtils.deleteRecursively(data);
    copy(TileBench.loaded(parcels), data);
    try (BenchProgram program = BenchProgram.start(data); Chromium chromium = Chromium.start()) {
      people(program);
      subFarms(program);
      program.awaitBackgroundWork();
      DesksBench desks = new DesksBench(program, chromium.browser());
      desks.surveyor();
      desks.officer();
      desks.manager();
      desks.complaints.forEach(each -> System.out.println("The page complained: " + each));
      return desks.good && desks.complaints.isEmpty();
    } finally {
      FileSystemUtils.deleteRecursively(data);
    }
  }

  /** With who may read what: PostgreSQL starts on nothing less. */
  static void copy(Path land, Path copy) throws IOException {
    try (Stream<Path> files = Files.walk(land)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, copy.resolve(land.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void people(BenchProgram program) {
    Users users = program.bean(Users.class);
    users.add("surveyor", "测绘员", Role.SURVEYOR, null, SECRET);
    users.add("reviewer", "经办", Role.REVIEWER, null, SECRET);
    users.add("manager", "管理者", Role.MANAGER, null, SECRET);
  }

  /** The land lies in strips, so that figures have groups. */
  static void subFarms(BenchProgram program) {
    Envelope all = new Envelope();
    program.bean(SpatialUnits.class).forEachCurrent(unit -> all.expandToInclude(unit.boundary().getEnvelopeInternal()),
        UnitKind.PARCEL);
    all.expandBy(10);
    GeometryFactory factory = new GeometryFactory(new PrecisionModel(), BenchLand.SRID);
    List<AdministrativeDraft> strips = new ArrayList<>();
    for (int i = 0; i < SUB_FARMS; i++) {
      double width = all.getWidth() / SUB_FARMS;
      Geometry strip = factory.toGeometry(new Envelope(all.getMinX() + i * width, all.getMinX() + (i + 1) * width,
          all.getMinY(), all.getMaxY()));
      strips.add(new AdministrativeDraft(String.valueOf(i + 1), (i + 1) + "分场", null, strip, BenchLand.SRID, null));
    }
    program.bean(AdministrativeUnits.class).addAll(AdministrativeKind.SUB_FARM, strips);
  }

  /** New parcels a little beside old ones: every one overlaps what is on the register. */
  private void surveyor() {
    map("map, first tile to the last, by the first person since the start", Double.NaN).context().close();
    Page page = map("map, first tile to the last, by the next person", LONGEST);
    page.navigate(program.address("/#/imports").toString());
    page.getByTestId("upload-file").setInputFiles(new FilePayload("survey.geojson", "application/geo+json",
        survey().getBytes(StandardCharsets.UTF_8)));
    page.locator("#field-crs").selectOption("EPSG:" + BenchLand.SRID);
    page.getByTestId("inspection").waitFor();
    measured("surveyor", UPLOADED + " parcels sent, checked, forecast", UPLOAD, () -> {
      page.getByTestId("upload-submit").click();
      page.locator("[data-test=import][data-status=STAGED]").waitFor(new Locator.WaitForOptions().setTimeout(120_000));
      page.getByTestId("import-preview").waitFor();
      page.getByTestId("finding").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    });
    measured("surveyor", "the findings on the map", LONGEST, () -> {
      page.locator("[data-test=import] .leaflet-highlight-pane path").first()
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
      tiles(page);
    });
    System.out.println("  " + page.getByTestId("import-preview").textContent().strip().replaceAll("\\s+", " "));
    page.context().close();
  }

  private String survey() {
    SpatialUnits units = program.bean(SpatialUnits.class);
    StringBuilder json = new StringBuilder("{\"type\": \"FeatureCollection\", \"features\": [");
    for (int i = 0; i < UPLOADED; i++) {
      Geometry land = units.get(UnitKind.PARCEL, BenchProgram.code(10 * i)).degrees();
      Coordinate[] ring = land.getGeometryN(0).getBoundary().getGeometryN(0).getCoordinates();
      String points = Arrays.stream(ring).map(at -> String.format(Locale.ROOT, "[%.8f, %.8f]", at.x + ASIDE, at.y + ASIDE))
          .reduce((one, other) -> one + ", " + other).orElseThrow();
      json.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "{\"type\": \"Feature\", \"properties\": "
          + "{\"ZDDM\": \"450721999001GN%05d\", \"QLR\": \"农场\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[%s]]}}",
          i + 1, points));
    }
    return json.append("]}").toString();
  }

  private void officer() {
    Page page = signedIn("reviewer", "#/map");
    page.locator(".vector-tiles canvas").first().waitFor();
    measured("officer", "the review desk with its first overlap", LONGEST, () -> {
      page.evaluate("location.hash = '#/conflicts/desk'");
      shown(page, 1);
    });
    List<Double> steps = new ArrayList<>();
    for (int place = 2; place <= REVIEWED; place++) {
      int next = place;
      steps.add(milliseconds(() -> {
        page.keyboard().press("j");
        shown(page, next);
      }));
    }
    report("officer", "the next overlap, %d times".formatted(steps.size()), LONGEST, steps);
    steps.clear();
    for (int place = REVIEWED - 1; place >= REVIEWED - 5; place--) {
      int previous = place;
      steps.add(milliseconds(() -> {
        page.keyboard().press("k");
        shown(page, previous);
      }));
    }
    report("officer", "the one before, %d times".formatted(steps.size()), LONGEST, steps);
    measured("officer", "a case opened, the next overlap there", LONGEST, () -> {
      page.keyboard().press("o");
      page.getByTestId("desk-last").waitFor();
    });
    measured("officer", "and taken back", LONGEST, () -> {
      page.keyboard().press("u");
      page.getByTestId("desk-last").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    });
    page.context().close();
  }

  /** The overlap in this place of the queue, with its sentence and both boundaries. */
  private static void shown(Page page, int place) {
    page.getByTestId("desk-place").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\D*" + place + "\\D")))
        .waitFor();
    page.waitForFunction("""
        () => {
          const chosen = document.querySelector('.queue [aria-current=true]')?.dataset.id;
          const panel = document.querySelector('[data-test=conflict-panel]');
          return chosen && panel?.querySelector('.notice') && document.querySelector('jieshi-conflict-panel').number === chosen
            && document.querySelectorAll('.desk-map .leaflet-highlight-pane path').length >= 2;
        }""");
  }

  private void manager() {
    Page page = signedIn("manager", "#/map");
    page.locator(".vector-tiles canvas").first().waitFor();
    measured("manager", "the figures", LONGEST, () -> {
      page.evaluate("location.hash = '#/coverage'");
      page.getByTestId("drill-disputed").first().waitFor();
    });
    for (String band : List.of("disputed", "pending")) {
      measured("manager", "from a sub-farm's figure (%s) to its parcels".formatted(band), LONGEST, () -> {
        page.locator("[data-test=coverage-groups] [data-test=drill-%s]".formatted(band)).first().click();
        page.locator("[data-test=drilled-parcels] tbody tr").first().waitFor();
      });
      System.out.println("  " + page.getByTestId("drilled-sum").textContent().strip().replaceAll("\\s+", " "));
      page.getByTestId("drill-close").click();
      page.getByTestId("drilled").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
    measured("manager", "from the whole farm's figure to its parcels", LONGEST, () -> {
      page.locator("[data-test=coverage-total] [data-test=drill-pending]").click();
      page.locator("[data-test=drilled-parcels] tbody tr").first().waitFor();
    });
    page.context().close();
  }

  /** All of the land; without a limit for a program whose code is not compiled yet. */
  private Page map(String what, double longest) {
    Page page = signedIn("surveyor", "#/map");
    page.locator(".vector-tiles canvas.leaflet-tile-loaded").first().waitFor();
    measured("surveyor", what, longest, () -> tiles(page));
    return page;
  }

  private Page signedIn(String username, String hash) {
    BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900).setLocale("en-GB"));
    context.setDefaultTimeout(120_000);
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("status of 401")) {
        complaints.add(username + ": " + message.text());
      }
    });
    page.onPageError(each -> complaints.add(username + ": " + each));
    page.navigate(program.address("/" + hash).toString());
    page.getByTestId("username").fill(username);
    page.getByTestId("password").fill(SECRET);
    page.getByTestId("sign-in-submit").click();
    page.getByTestId("signed-in-user").waitFor();
    return page;
  }

  private void measured(String desk, String what, double longest, Runnable wait) {
    report(desk, what, longest, List.of(milliseconds(wait)));
  }

  private static double milliseconds(Runnable wait) {
    long start = System.nanoTime();
    wait.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private void report(String desk, String what, double longest, List<Double> waits) {
    double[] sorted = waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double most = sorted[sorted.length - 1];
    good &= !(most > longest);
    System.out.printf(Locale.ROOT, "| %s | %s | %.0f | **%.0f** | %s%s |%n", desk, what, sorted[sorted.length / 2], most,
        Double.isNaN(longest) ? "–" : String.format(Locale.ROOT, "%.0f", longest), most > longest ? ": **not met**" : "");
  }

  private static void tiles(Page page) {
    page.locator(".vector-tiles canvas:not(.leaflet-tile-loaded)").first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }
}
