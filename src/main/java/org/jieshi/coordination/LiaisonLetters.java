package org.jieshi.coordination;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.coordination.due.TimeLimits;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.identity.Users;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Liaison letters: sent, reminded, answered or withdrawn, by a reviewer, mediator or approver. */
@Service
public class LiaisonLetters {

  private static final Role[] OFFICE = {Role.REVIEWER, Role.MEDIATOR, Role.APPROVER};

  private final LetterRepository letters;
  private final CurrentUser current;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final WorkingCalendar calendar;
  private final TimeLimits limits;
  private final Users users;

  LiaisonLetters(LetterRepository letters, CurrentUser current, AuditLog audit, OfficeClock clock,
      WorkingCalendar calendar, TimeLimits limits, Users users) {
    this.letters = letters;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
    this.calendar = calendar;
    this.limits = limits;
    this.users = users;
  }

  /**
   * Sends a letter.
   *
   * @throws ProblemException {@code CALENDAR_MISSING} if the due day falls where no calendar is known and none is given
   */
  @Transactional
  public LiaisonLetter send(NewLetter letter) {
    return send(LetterKind.QUESTION, letter, dueDay(letter, clock.today()));
  }

  /**
   * Tells something that needs no answer but a receipt, within the office's time limit for receipts. Where the calendar
   * of the year is missing calendar days count: what is told by the program must not wait for it.
   */
  @Transactional
  public LiaisonLetter tell(LetterKind kind, NewLetter letter) {
    LocalDate today = clock.today();
    return send(kind, letter, TimeLimits.lastDayOrEarlier(calendar.load(), today,
        limits.days(TimeLimits.Kind.LETTER_RECEIPT, today)));
  }

  private LiaisonLetter send(LetterKind kind, NewLetter letter, LocalDate due) {
    String asking = current.require(OFFICE).username();
    LocalDate today = clock.today();
    if (letter.owner() != null) {
      requireOwner(letter.owner());
    }
    @Nullable String parcel = letter.subjectKind() == LetterSubject.PARCEL ? letter.subjectId() : letter.parcelCode();
    @Nullable String office = letter.addressee();
    String addressee = office == null || office.isBlank() ? letter.department().title().zh() : office.strip();
    String number = "%d-%04d".formatted(today.getYear(), letters.nextNumber(today.getYear()));
    String id = "L" + number;
    letters.insert(id, "联" + number, kind, letter, addressee, parcel, asking, clock.now(), today, due);
    letters.addEvent(id, clock.now(), "SENT", asking, null);
    audit.record("LETTER_SENT", "letter", id, Map.of("kind", kind.name(), "department", letter.department().name(),
        "subject", letter.subjectKind() + " " + letter.subjectId()));
    return get(id);
  }

  /**
   * Enters the department's answer, or the receipt of what it was told.
   *
   * @param revision the revision of the letter that the caller has seen
   */
  @Transactional
  public LiaisonLetter reply(String id, int revision, LetterReply reply) {
    String actor = current.require(OFFICE).username();
    LiaisonLetter letter = waiting(id, revision, new Bilingual("answered", "登记复函"));
    LocalDate on = reply.answeredOn() == null ? clock.today() : reply.answeredOn();
    if (on.isBefore(letter.sentOn()) || on.isAfter(clock.today())) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "The answer is dated %s: it must lie between %s, when the letter was sent, and today."
              .formatted(on, letter.sentOn()),
          "复函日期 %s 应在发函日期 %s 与今日之间。".formatted(on, letter.sentOn()))
          .about(id).inField("answeredOn").asException();
    }
    if ((reply.decision() == LetterDecision.RECEIVED) == letter.kind().asks()) {
      throw Problem.of(ProblemCode.INVALID_FIELD, letter.kind().asks()
              ? "Letter %s asks a question: enter what the department says to it, a receipt is no answer.".formatted(id)
              : "Letter %s asks nothing: enter its receipt.".formatted(id), letter.kind().asks()
              ? "工作联系单 %s 为询问函，请登记对方意见，回执不能代替答复。".formatted(letter.number())
              : "工作联系单 %s 为通报函，请登记回执。".formatted(letter.number())).about(id).inField("decision").asException();
    }
    if ((reply.landUseScheme() == null) != (reply.landUseCode() == null)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "A land-use code means nothing without its classification: give both landUseScheme and landUseCode.",
          "地类编码须注明所用分类标准，请同时填写两项。").about(id).inField("landUseScheme").asException();
    }
    letters.answer(letter, reply, on);
    letters.addEvent(id, clock.now(), "ANSWERED", actor, null);
    audit.record("LETTER_ANSWERED", "letter", id, Map.of("decision", reply.decision().name()));
    return get(id);
  }

  /** Records that the department was reminded. */
  @Transactional
  public LiaisonLetter remind(String id, int revision, @Nullable String note) {
    String actor = current.require(OFFICE).username();
    letters.touch(waiting(id, revision, new Bilingual("reminded of", "催办")));
    letters.addEvent(id, clock.now(), "REMINDED", actor, note);
    audit.record("LETTER_REMINDED", "letter", id);
    return get(id);
  }

  /** Gives the following up to somebody else. */
  @Transactional
  public LiaisonLetter handOver(String id, int revision, String owner) {
    String actor = current.require(OFFICE).username();
    LiaisonLetter letter = waiting(id, revision, new Bilingual("handed over", "移交"));
    User next = requireOwner(owner);
    letters.handOver(letter, next.username());
    letters.addEvent(id, clock.now(), "HANDED_OVER", actor, next.displayName());
    audit.record("LETTER_HANDED_OVER", "letter", id, Map.of("owner", owner));
    return get(id);
  }

  private User requireOwner(String owner) {
    return users.find(owner).filter(User::enabled).filter(user -> List.of(OFFICE).contains(user.role()))
        .orElseThrow(() -> Problem.of(ProblemCode.INVALID_FIELD,
            "%s cannot follow a letter up: name a reviewer, mediator or approver with an account in use."
                .formatted(owner),
            "%s 不能跟办联系单：请指定在用账户的经办、调解员或局领导。".formatted(owner)).inField("owner").asException());
  }

  /** Takes a question back that needs no answer any more; says why. */
  @Transactional
  public LiaisonLetter withdraw(String id, int revision, String reason) {
    String actor = current.require(OFFICE).username();
    letters.withdraw(waiting(id, revision, new Bilingual("withdrawn", "撤回")), clock.today());
    letters.addEvent(id, clock.now(), "WITHDRAWN", actor, reason);
    audit.record("LETTER_WITHDRAWN", "letter", id, Map.of("reason", reason));
    return get(id);
  }

  public LiaisonLetter get(String id) {
    return letters.find(id, clock.today())
        .orElseThrow(() -> ProblemException.notFound("letter", "工作联系单", id));
  }

  /** Every letter about a parcel, whatever its subject, the oldest first; withdrawn ones included. */
  public List<LiaisonLetter> forParcel(String parcelCode) {
    return letters.ofParcel(parcelCode, clock.today());
  }

  /** Every letter of an application, a parcel or a case, the oldest first; withdrawn ones included. */
  public List<LiaisonLetter> forSubject(LetterSubject kind, String id) {
    return letters.ofSubject(kind, id, clock.today());
  }

  Page<LiaisonLetter> page(LetterFilter filter, int page, int size) {
    return letters.page(filter, clock.today(), page, Page.size(size));
  }

  List<LetterEvent> events(String id) {
    return letters.events(id);
  }

  private LocalDate dueDay(NewLetter letter, LocalDate today) {
    if (letter.dueOn() == null) {
      return calendar.load().lastDay(today, letter.dueDays() == null
          ? limits.days(TimeLimits.Kind.LETTER_ANSWER, today) : letter.dueDays());
    }
    if (letter.dueDays() != null || letter.dueOn().isBefore(today)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "Give either the day the answer is due, not before today, or the number of working days.",
          "请填写答复期限（不早于今日）或工作日天数，两者择一。").inField("dueOn").asException();
    }
    return letter.dueOn();
  }

  private LiaisonLetter waiting(String id, int revision, Bilingual deed) {
    LiaisonLetter letter = get(id);
    if (letter.revision() != revision) {
      throw ProblemException.stale(id);
    }
    if (letter.status() != LetterStatus.SENT) {
      boolean answered = letter.status() == LetterStatus.ANSWERED;
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Letter %s is already %s and cannot be %s; ask again with a new letter."
              .formatted(id, answered ? "answered" : "withdrawn", deed.en()),
          "工作联系单 %s %s，不能再%s；如需再询请另发新函。"
              .formatted(letter.number(), answered ? "已答复" : "已撤回", deed.zh())).about(id).asException();
    }
    return letter;
  }
}
