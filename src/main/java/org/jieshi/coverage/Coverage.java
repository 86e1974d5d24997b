package org.jieshi.coverage;

import java.time.LocalDate;
import org.jieshi.audit.StandingAnswers;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.PastDay;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Coverage of the farm's land, now or at the end of a day. */
@Service
public class Coverage {

  private record Question(Grouping by, @Nullable LocalDate asOf) {
  }

  private final RegisterReader reader;
  private final CoverageLedger ledger;
  private final StandingAnswers answers;
  private final OfficeClock clock;

  Coverage(RegisterReader reader, CoverageLedger ledger, StandingAnswers answers, OfficeClock clock) {
    this.reader = reader;
    this.ledger = ledger;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * Reads everything in one snapshot, once for each state of the register: now from the ledger, a day gone by from the
   * versions, certificates and conflicts of that day.
   *
   * @param asOf the day at whose end it was so, Beijing time; null: now
   * @throws org.jieshi.shared.ProblemException {@code BAD_REQUEST} for a day that has not come yet
   */
  public CoverageReport report(Grouping by, @Nullable LocalDate asOf) {
    if (asOf != null && asOf.isAfter(clock.today())) {
      throw Problem.of(ProblemCode.BAD_REQUEST, "%s has not come yet: what will be is not on record.".formatted(asOf),
          "%s 尚未到来，无记录可查。".formatted(asOf)).inField("asOf").asException();
    }
    return answers.of(new Question(by, asOf), () -> compute(by, asOf));
  }

  private CoverageReport compute(Grouping by, @Nullable LocalDate asOf) {
    if (asOf == null) {
      return ReportWriter.write(reader.districts().units(), ledger.read(by), by, null);
    }
    RegisterAt register = reader.at(PastDay.lastMomentOf(asOf));
    return ReportWriter.write(register.units(), Tally.of(register, by), by, asOf);
  }
}
