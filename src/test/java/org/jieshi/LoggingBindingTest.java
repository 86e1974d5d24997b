package org.jieshi;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** GeoTools' wrapper carries classes of slf4j 1.7; declared last in the POM it must never win over the real ones. */
class LoggingBindingTest {

  @Test
  void theLoggerFactoryComesFromSlf4jItselfAndNotFromTheGeoToolsWrapper() {
    String origin = LoggerFactory.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    assertThat(origin).containsPattern("slf4j-api-2\\.[0-9.]+\\.jar").doesNotContain("geotools-wrapper");
  }

  @Test
  void logbackIsBound() {
    assertThat(LoggerFactory.getILoggerFactory()).isInstanceOf(LoggerContext.class);
  }
}
