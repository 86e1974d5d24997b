package org.jieshi.disputes.encroachment;

import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The balance of encroached land over HTTP; this year so far if no period is given. */
@RestController
@RequestMapping("/api/encroachments")
class EncroachmentController {

  private final EncroachmentLedger ledger;
  private final EncroachmentRegister register;
  private final CurrentUser current;
  private final OfficeClock clock;

  EncroachmentController(EncroachmentLedger ledger, EncroachmentRegister register, CurrentUser current,
      OfficeClock clock) {
    this.register = register;
    this.ledger = ledger;
    this.current = current;
    this.clock = clock;
  }

  /** Every occupation, present and past, with what is known of it, the oldest first. */
  @GetMapping("/register")
  Page<EncroachmentRegister.Line> register(@RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    var all = register.all();
    int most = Page.size(size);
    return new Page<>(all.stream().skip(Page.offset(page, most)).limit(most).toList(), all.size(), Math.max(0, page),
        most);
  }

  /** Enters what is known of the occupation of a claim; {@code If-Match: "0"} where nothing was entered before. */
  @PutMapping("/register/{claim}")
  ResponseEntity<Void> enter(@PathVariable String claim, @Valid @RequestBody EncroachmentFact fact,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    current.require();
    register.enter(claim, Revision.required(ifMatch, claim), fact);
    return ResponseEntity.noContent().build();
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
    return ledger.balance(first, last);
  }
}
