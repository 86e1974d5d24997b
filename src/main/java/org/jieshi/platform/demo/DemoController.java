package org.jieshi.platform.demo;

import java.time.LocalDate;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moves the demo office's clock. Anybody signed in may: it is a toy office. */
@RestController
@Profile("demo")
@RequestMapping("/api/demo")
class DemoController {

  private static final int MOST_DAYS = 400;

  private final DemoClock clock;
  private final CurrentUser current;

  DemoController(DemoClock clock, CurrentUser current) {
    this.clock = clock;
    this.current = current;
  }

  @PostMapping("/clock")
  Today move(@RequestBody Move move) {
    current.require();
    LocalDate day = move.date() != null ? move.date() : clock.today().plusDays(move.days() == null ? 1 : move.days());
    if (day.isAfter(clock.today().plusDays(MOST_DAYS))) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "Move the clock by at most %d days at once.".formatted(MOST_DAYS),
          "一次最多向前调整 %d 天。".formatted(MOST_DAYS)).inField("days").asException();
    }
    clock.moveTo(day);
    return new Today(clock.today());
  }

  record Move(@Nullable Integer days, @Nullable LocalDate date) {
  }

  record Today(LocalDate today) {
  }
}
