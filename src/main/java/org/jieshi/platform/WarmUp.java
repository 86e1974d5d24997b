package org.jieshi.platform;

import java.io.IOException;
import java.nio.file.Path;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.geometry.CoordinateSystems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What takes long once is done beside the start, so that nobody waits for it: coordinate systems are looked up for the
 * first surveyor, overlaps counted for the first officer. The program answers meanwhile; it says that it is ready when the
 * overlaps are counted, after half a minute at the latest.
 */
@Component
@ConditionalOnWebApplication
class WarmUp {

  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  private static final long LONGEST_MILLIS = 30_000;

  private final Path data;
  private final Conflicts conflicts;

  WarmUp(@Value("${jieshi.data}") Path data, Conflicts conflicts) {
    this.data = data;
    this.conflicts = conflicts;
  }

  @EventListener(ApplicationReadyEvent.class)
  void warmUp() {
    begin("warm-up", this::lookUp);
    try {
      begin("overlap-count", this::count).join(LONGEST_MILLIS); // readiness is told behind this listener
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread begin(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void count() {
    try {
      conflicts.summary();
    } catch (DataAccessException | TransactionException gone) {
      LOG.warn("The overlaps were not counted beside the start, and will be when somebody asks: {}", gone.getMessage());
    }
  }

  private void lookUp() {
    try {
      CoordinateSystems.warmUp(data);
    } catch (IOException e) {
      LOG.warn("The coordinate systems could not be warmed up in {}: {}", data, e.getMessage());
    }
  }
}
