package org.jieshi.coordination.board;

import java.time.LocalDate;
import org.jieshi.coordination.due.WorkKind;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board and the figures over HTTP. */
@RestController
@RequestMapping("/api")
class BoardController {

  private final Board board;
  private final Performance performance;
  private final CurrentUser current;
  private final OfficeClock clock;

  BoardController(Board board, Performance performance, CurrentUser current, OfficeClock clock) {
    this.board = board;
    this.performance = performance;
    this.current = current;
    this.clock = clock;
  }

  @GetMapping("/board")
  Board.View board(@RequestParam @Nullable WorkKind kind, @RequestParam @Nullable String owner,
      @RequestParam @Nullable String department, @RequestParam @Nullable Boolean overdue,
      @RequestParam @Nullable String q) {
    current.require();
    return board.view(new Board.Filter(kind, owner, department, overdue, q));
  }

  /** @param from the first day of the period; the first of the year if left out */
  @GetMapping("/performance")
  Performance.View performance(@RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate asOf) {
    current.require();
    LocalDate last = asOf == null ? clock.today() : asOf;
    LocalDate first = from == null ? last.withDayOfYear(1) : from;
    if (first.isAfter(last) || last.isAfter(clock.today())) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "Give a period that ends today or before.", "请填写截至今日或以前的期间。")
          .inField("asOf").asException();
    }
    return performance.view(first, last);
  }
}
