package org.jieshi.coordination;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.coordination.due.DueSource;
import org.jieshi.coordination.due.OpenItem;
import org.jieshi.coordination.due.Stage;
import org.jieshi.coordination.due.TimeLimits;
import org.jieshi.coordination.due.WorkKind;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.WorkingCalendar;
import org.jieshi.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** Letters that wait. One past its day is reminded once, then taken up the department's path, step by step. */
@Component
class LetterDues implements DueSource {

  private static final Bilingual WAITING = new Bilingual("waiting for the answer", "等待复函");
  private static final Bilingual UNRECEIPTED = new Bilingual("waiting for the receipt", "等待回执");
  private static final Bilingual ANSWER = new Bilingual("answer", "复函");
  private static final Bilingual RECEIPT = new Bilingual("receipt", "回执");

  private final LetterRepository letters;
  private final EscalationPaths paths;
  private final WorkingCalendar calendar;
  private final OfficeClock clock;
  private final AuditLog audit;

  LetterDues(LetterRepository letters, EscalationPaths paths, WorkingCalendar calendar, OfficeClock clock,
      AuditLog audit) {
    this.letters = letters;
    this.paths = paths;
    this.calendar = calendar;
    this.clock = clock;
    this.audit = audit;
  }

  @Override
  public List<WorkKind> kinds() {
    return List.of(WorkKind.LETTER);
  }

  @Override
  public void attend(LocalDate today) {
    WorkingDays days = calendar.load();
    letters.waiting(today).stream().filter(LiaisonLetter::overdue).forEach(letter -> attend(letter, days, today));
  }

  private void attend(LiaisonLetter letter, WorkingDays days, LocalDate today) {
    LiaisonLetter present = letter;
    if (letter.reminders() == 0) {
      letters.touch(present);
      letters.addEvent(letter.id(), clock.now(), "REMINDED", null, "逾期自动催办 overdue, reminded by the program");
      audit.record("LETTER_REMINDED", "letter", letter.id(), Map.of("dueOn", letter.dueOn().toString()));
      present = letters.find(letter.id(), today).orElseThrow();
    }
    for (EscalationPath.Step step : paths.inForce(letter.department(), letter.addressee(), today)
        .map(EscalationPath::steps).orElse(List.of())) {
      if (step.step() > present.escalated()
          && !today.isBefore(TimeLimits.lastDayOrEarlier(days, letter.dueOn(), step.afterDays()))) {
        letters.escalate(present, step.step());
        letters.addEvent(letter.id(), clock.now(), "ESCALATED", null,
            "第 %d 级 step %d: %s".formatted(step.step(), step.step(), step.who()));
        audit.record("LETTER_ESCALATED", "letter", letter.id(), Map.of("step", step.step()));
        present = letters.find(letter.id(), today).orElseThrow();
      }
    }
  }

  @Override
  public List<OpenItem> open(LocalDate today) {
    return letters.waiting(today).stream().map(letter -> new OpenItem(WorkKind.LETTER, letter.id(), letter.number(),
        letter.question().lines().findFirst().orElse(""), Stage.WAITING, letter.kind().asks() ? WAITING : UNRECEIPTED,
        letter.sentOn(), List.of(letter.owner()),
        letter.department().name(), letter.parcelCode(), "#/coordination/letters/" + letter.id(),
        List.of(new OpenItem.Deadline("ANSWER", letter.kind().asks() ? ANSWER : RECEIPT, letter.dueOn())))).toList();
  }
}
