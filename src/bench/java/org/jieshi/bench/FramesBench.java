package org.jieshi.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jieshi.e2e.Chromium;

/**
 * {@code bin/bench frames}: the map of the land of {@link TileBench} in Chromium, dragged about and zoomed in and out; the
 * time from each frame to the next, all layers shown.
 */
final class FramesBench {

  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;
  private static final double LONGEST = 100;
  private static final String OBSERVE = """
      () => {
        cancelAnimationFrame(window.next_); window.watch_?.disconnect();
        window.frames_ = []; window.tasks_ = [];
        window.watch_ = new PerformanceObserver(list => list.getEntries().forEach(each => window.tasks_.push(each.duration)));
        window.watch_.observe({ type: 'longtask', buffered: false });
        let last = performance.now();
        const next = now => { window.frames_.push(now - last); last = now; window.next_ = requestAnimationFrame(next); };
        window.next_ = requestAnimationFrame(next);
      }""";

  private FramesBench() {}

  static boolean run(int parcels) throws Exception {
    Path data = TileBench.loaded(parcels);
    try (BenchProgram program = BenchProgram.start(data); Chromium chromium = Chromium.start()) {
      program.awaitBackgroundWork();
      Page page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(WIDTH, HEIGHT));
      page.navigate(program.address("/").toString());
      page.locator("[data-test=username]").fill("admin");
      page.locator("[data-test=password]").fill(BenchProgram.PASSWORD);
      page.locator("[data-test=sign-in-submit]").click();
      page.locator(".vector-tiles canvas.leaflet-tile-loaded").first().waitFor();
      tiles(page);
      boolean good = true;
      for (int zoom = 13; zoom <= 17; zoom++) {
        page.evaluate("zoom => document.querySelector('jieshi-map').map.setZoom(zoom, { animate: false })", zoom);
        tiles(page);
        good &= report("dragged at map zoom " + zoom, page, () -> drag(page));
      }
      return good & report("zoomed in and out between 13 and 17", page, () -> zoom(page));
    }
  }

  private static boolean report(String what, Page page, Runnable moves) {
    page.evaluate(OBSERVE);
    moves.run();
    tiles(page);
    double[] frames = numbers(page, "window.frames_");
    double[] tasks = numbers(page, "window.tasks_");
    long over = Arrays.stream(frames).filter(ms -> ms > LONGEST).count();
    System.out.printf(Locale.ROOT, "| %s | %d | %.0f | %.0f | **%.0f** | %d | %.0f |%n", what, frames.length,
        frames[frames.length / 2], frames[(int) (frames.length * 0.95)], frames[frames.length - 1], over,
        tasks.length == 0 ? 0 : tasks[tasks.length - 1]);
    return over == 0;
  }

  private static double[] numbers(Page page, String expression) {
    return ((List<?>) page.evaluate(expression)).stream().mapToDouble(each -> ((Number) each).doubleValue()).sorted()
        .toArray();
  }

  /** Four long drags, as a person looks around. */
  private static void drag(Page page) {
    for (int[] way : new int[][] {{-500, 0}, {0, -350}, {500, 0}, {0, 350}}) {
      page.mouse().move(WIDTH / 2.0 - way[0] / 2.0, HEIGHT / 2.0 - way[1] / 2.0);
      page.mouse().down();
      for (int step = 1; step <= 40; step++) {
        page.mouse().move(WIDTH / 2.0 - way[0] / 2.0 + way[0] * step / 40.0, HEIGHT / 2.0 - way[1] / 2.0 + way[1] * step / 40.0);
      }
      page.mouse().up();
      page.waitForTimeout(300);
    }
  }

  private static void zoom(Page page) {
    page.mouse().move(WIDTH / 2.0, HEIGHT / 2.0);
    for (int notch : new int[] {1, 1, 1, 1, -1, -1, -1, -1}) {
      page.mouse().wheel(0, notch * 90);
      page.waitForTimeout(600);
    }
  }

  private static void tiles(Page page) {
    page.waitForTimeout(200);
    page.locator(".vector-tiles canvas:not(.leaflet-tile-loaded)").first()
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }
}
