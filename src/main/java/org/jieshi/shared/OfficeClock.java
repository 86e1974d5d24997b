package org.jieshi.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The land office's clock: instants for the record, dates in Beijing time for procedure. Everything that needs the time
 * asks here, so that a test or the demo farm can play a procedure that takes months.
 */
public interface OfficeClock {

  ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  Instant now();

  default LocalDate today() {
    return now().atZone(ZONE).toLocalDate();
  }

  /** The clock of the machine, to the microsecond that the database keeps. */
  static OfficeClock ofSystem() {
    Clock clock = Clock.tick(Clock.systemUTC(), java.time.Duration.ofNanos(1_000));
    return clock::instant;
  }
}
