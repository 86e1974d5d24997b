package org.jieshi.store;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the embedded server again when it dies while the program runs: at once the first time, then with growing
 * pauses, as often as it takes: a full disk may have room again in an hour. Until it is back, the pool's connections fail.
 */
final class PostgresSupervisor implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PostgresSupervisor.class);

  private static final Duration WATCH_EVERY = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration STEADY = Duration.ofMinutes(1);

  private final PostgresServer server;
  private final int port;
  private final Thread thread;

  private long pid;
  private long started = System.nanoTime();
  private int deaths;

  PostgresSupervisor(PostgresServer server, int port) {
    this.server = server;
    this.port = port;
    this.pid = Postmaster.noted(server.cluster()).map(Postmaster::pid).orElse(-1L);
    this.thread = new Thread(this::watch, "postgres-supervisor");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(WATCH_EVERY.toMillis());
        if (!Processes.runs(pid)) {
          restart();
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void restart() throws InterruptedException {
    deaths = System.nanoTime() - started > STEADY.toNanos() ? 1 : deaths + 1;
    log.warn("The embedded PostgreSQL (process {}) is gone; starting it again", pid);
    Thread.sleep(pauseBefore(deaths).toMillis());
    try {
      pid = server.start(port);
      log.info("The embedded PostgreSQL is back on port {} (process {})", port, pid);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      log.error("The embedded PostgreSQL doesn't start: {}", e.getMessage());
    }
    started = System.nanoTime();
  }

  private static Duration pauseBefore(int restart) {
    Duration pause = restart == 1 ? Duration.ZERO : Duration.ofMillis(100L << Math.min(restart, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /** Returns once no restart is under way any more. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
