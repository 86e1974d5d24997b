package org.jieshi.shared;

import java.time.Instant;
import java.time.LocalDate;

/** A day at whose end, Beijing time, the register is asked for. */
public final class PastDay {

  private PastDay() {
  }

  /**
   * The last moment of the day that the record can tell apart.
   *
   * @throws ProblemException {@code BAD_REQUEST} for a day that has not come yet
   */
  public static Instant endOf(LocalDate day, OfficeClock clock) {
    if (day.isAfter(clock.today())) {
      throw Problem.of(ProblemCode.BAD_REQUEST, "%s has not come yet: what will be is not on record.".formatted(day),
          "%s 尚未到来，无记录可查。".formatted(day)).inField("asOf").asException();
    }
    return lastMomentOf(day);
  }

  /** The last moment of any day, Beijing time, that the record can tell apart. */
  public static Instant lastMomentOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(OfficeClock.ZONE).toInstant().minusNanos(1_000);
  }
}
