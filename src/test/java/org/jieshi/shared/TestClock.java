package org.jieshi.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The office clock of every test: starts at 09:00 on Monday 2012-03-05 in Beijing and moves only when a test says so.
 * A test of a clock of the program itself asks for that one.
 */
@Primary
@Component
@Profile("!demo")
public class TestClock implements OfficeClock {

  public static final LocalDate START = LocalDate.of(2012, 3, 5);

  private volatile Instant now = START.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant();

  @Override
  public Instant now() {
    return now;
  }

  public void advance(Duration duration) {
    now = now.plus(duration);
  }

  /** 09:00 in Beijing on that day. */
  public void set(LocalDate day) {
    now = day.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant();
  }
}
