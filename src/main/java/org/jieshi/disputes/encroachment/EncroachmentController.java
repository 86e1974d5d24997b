package org.jieshi.disputes.encroachment;

import java.time.LocalDate;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The balance of encroached land over HTTP; this year so far if no period is given. */
@RestController
@RequestMapping("/api/encroachments")
class EncroachmentController {

  private final EncroachmentLedger ledger;
  private final CurrentUser current;
  private final OfficeClock clock;

  EncroachmentController(EncroachmentLedger ledger, CurrentUser current, OfficeClock clock) {
    this.ledger = ledger;
    this.current = current;
    this.clock = clock;
  }

  @GetMapping
  EncroachmentBalance balance(@RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to) {
    current.require();
    LocalDate last = to == null ? clock.today() : to;
    LocalDate first = from == null ? last.withDayOfYear(1) : from;
    if (first.isAfter(last)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "The period begins on %s and ends on %s: give a first day that is not after the last.".formatted(first, last),
          "起始日 %s 晚于截止日 %s，请更正。".formatted(first, last)).inField("from").asException();
    }
    return EncroachmentBalance.of(ledger.all(), first, last);
  }
}
