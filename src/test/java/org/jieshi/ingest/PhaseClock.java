package org.jieshi.ingest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks at an import from outside every few milliseconds, as a browser would: how long it stands in each phase. */
final class PhaseClock {

  private static final long EVERY_MILLIS = 10;

  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private final Thread looking;
  private volatile boolean stopped;
  private double staged = Double.NaN;

  PhaseClock(JdbcTemplate jdbc, long importId) {
    long start = System.nanoTime();
    looking = new Thread(() -> {
      double last = 0;
      while (!stopped) {
        Map<String, Object> seen = jdbc.queryForMap("select status, phase from import where id = ?", importId);
        double now = (System.nanoTime() - start) / 1e9;
        seconds.merge(String.valueOf(seen.get("phase") == null ? seen.get("status") : seen.get("phase")), now - last,
            Double::sum);
        last = now;
        if (Double.isNaN(staged) && seen.get("status").equals("STAGED")) {
          staged = now;
        }
        pause();
      }
    }, "phase-clock");
    looking.start();
  }

  private static void pause() {
    try {
      Thread.sleep(EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  PhaseClock stop() throws InterruptedException {
    stopped = true;
    looking.join();
    return this;
  }

  /** Seconds until all findings were there to be read, from when this began to look. */
  double staged() {
    return staged;
  }

  @Override
  public String toString() {
    return seconds.entrySet().stream()
        .map(each -> String.format(Locale.ROOT, "%s %.2f", each.getKey().toLowerCase(Locale.ROOT), each.getValue()))
        .collect(Collectors.joining(", ", "", " s"));
  }
}
