package org.jieshi.platform;

import java.io.IOException;
import java.nio.file.Path;
import org.jieshi.geometry.CoordinateSystems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks the coordinate systems up once beside the start, so that the first surveyor does not wait for them. */
@Component
@ConditionalOnWebApplication
class WarmUp {

  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  private final Path data;

  WarmUp(@Value("${jieshi.data}") Path data) {
    this.data = data;
  }

  @EventListener(ApplicationReadyEvent.class)
  void warmUp() {
    Thread thread = new Thread(this::lookUp, "warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  private void lookUp() {
    try {
      CoordinateSystems.warmUp(data);
    } catch (IOException e) {
      LOG.warn("The coordinate systems could not be warmed up in {}: {}", data, e.getMessage());
    }
  }
}
