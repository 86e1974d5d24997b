package org.jieshi.disputes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * A case. Its transitions say what changes; whether one is possible now is asked of {@link Procedure} before.
 */
final class Dispute {

  /** Order 17: a case is handled by two people or more. */
  static final int FEWEST_HANDLERS = 2;

  /** Dates that lie ahead when they are set. */
  private static final Set<Milestone> AHEAD = EnumSet.of(Milestone.INVESTIGATION_UNTIL, Milestone.RESTITUTION_BY);
  /** Dates of what happens beside the procedure, in the register or at a court. */
  private static final Set<Milestone> ASIDE = EnumSet.of(Milestone.OBJECTION_REGISTERED, Milestone.SUIT_FILED);

  private final String id;
  private final String number;
  private final String title;
  private final Triage triage;
  private final String openedBy;
  private final Instant openedAt;
  private final Set<String> recused;
  private final int revision;
  private final Map<Milestone, LocalDate> dates = new EnumMap<>(Milestone.class);
  private List<Party> parties;
  private Set<String> handlers;
  private DisputeStage stage;
  private @Nullable LadderLevel level;
  private @Nullable CaseResult result;

  /** A case as it stands in the register. */
  Dispute(String id, String number, String title, Triage triage, String openedBy, Instant openedAt,
      List<Party> parties, Collection<String> handlers, Collection<String> recused, DisputeStage stage,
      @Nullable LadderLevel level, @Nullable CaseResult result, Map<Milestone, LocalDate> dates, int revision) {
    this.id = id;
    this.number = number;
    this.title = title;
    this.triage = triage;
    this.openedBy = openedBy;
    this.openedAt = openedAt;
    this.parties = List.copyOf(parties);
    this.handlers = new TreeSet<>(handlers);
    this.recused = new TreeSet<>(recused);
    this.stage = stage;
    this.level = level;
    this.result = result;
    this.dates.putAll(dates);
    this.revision = revision;
  }

  /** A new case; a contract quarrel is referred to where it belongs and closed at once. */
  static Dispute open(CaseNumber number, String title, Triage triage, String openedBy, Instant openedAt, LocalDate on,
      List<Party> parties) {
    Dispute dispute = new Dispute(number.id(), number.printed(), title, triage, openedBy, openedAt, parties, List.of(),
        List.of(), DisputeStage.OPENED, null, null, Map.of(Milestone.OPENED, on), 1);
    if (triage.track() == DisputeTrack.CONTRACT) {
      dispute.end(DisputeStage.CLOSED, CaseResult.REFERRED, on);
    }
    return dispute;
  }

  void assign(Collection<String> usernames) {
    Set<String> distinct = new LinkedHashSet<>(usernames);
    if (distinct.size() < FEWEST_HANDLERS) {
      throw tooFewHandlers();
    }
    distinct.forEach(username -> requireNotRecused(username, "handlers"));
    handlers = new TreeSet<>(distinct);
  }

  /**
   * Somebody stands back from the case for good.
   *
   * @param replacement needed where fewer than two would be left to go on
   */
  void recuse(String username, @Nullable String replacement) {
    if (!handlers.contains(username)) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "%s does not handle case %s.".formatted(username, id),
          "%s 不是案件 %s 的承办人。".formatted(username, number)).about(id).inField("handler").asException();
    }
    Set<String> left = new TreeSet<>(handlers);
    left.remove(username);
    if (replacement != null) {
      requireNotRecused(replacement, "replacement");
      left.add(replacement);
    }
    if (left.size() < FEWEST_HANDLERS || left.contains(username)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "Without %s only %d would handle case %s: name a replacement.".formatted(username, left.size(), id),
          "%s 回避后案件 %s 仅余 %d 名承办人，请指定替换人员。".formatted(username, number, left.size()))
          .about(id).inField("replacement").asException();
    }
    handlers = left;
    recused.add(username);
  }

  /** @param field that named the person */
  void requireNotRecused(String username, String field) {
    if (recused.contains(username)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "%s was recused from case %s and takes no part in it any more.".formatted(username, id),
          "%s 已在案件 %s 中回避，不得再参与办理。".formatted(username, number)).about(id).inField(field).asException();
    }
  }

  /** Says of every party whether it is a person or a unit. */
  void parties(List<Party> withKinds) {
    parties = List.copyOf(withKinds);
  }

  void object(LocalDate on) {
    dates.put(Milestone.OBJECTION_REGISTERED, on);
  }

  void sue(LocalDate on) {
    LocalDate registered = dates.get(Milestone.OBJECTION_REGISTERED);
    if (registered != null && on.isBefore(registered)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "The objection was registered on %s; the suit follows it.".formatted(registered),
          "异议登记日期为 %s，起诉不应早于该日。".formatted(registered)).about(id).inField("on").asException();
    }
    dates.put(Milestone.SUIT_FILED, on);
  }

  void accept(LocalDate on) {
    if (handlers.size() < FEWEST_HANDLERS) {
      throw tooFewHandlers();
    }
    reach(Milestone.ACCEPTED, on, DisputeStage.ACCEPTED);
  }

  void reject(LocalDate on) {
    end(DisputeStage.NOT_ACCEPTED, CaseResult.NOT_ACCEPTED, on);
  }

  void copy(LocalDate on) {
    reach(Milestone.COPIED, on, DisputeStage.COPIED);
  }

  /** An answer after mediation has begun is late, is taken down, and changes nothing else. */
  void answer(LocalDate on) {
    reach(Milestone.ANSWERED, on, stage == DisputeStage.COPIED ? DisputeStage.ANSWERED : stage);
  }

  void mediate(LocalDate on, LadderLevel first) {
    if (first.decides()) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "Mediation comes first: begin with negotiation, village, town or county.",
          "应先行调解：请从协商、村、乡镇或县级调处开始。").about(id).inField("level").asException();
    }
    reach(Milestone.MEDIATION, on, DisputeStage.MEDIATION);
    level = first;
  }

  /** Up the ladder; from a decision, to review or court. */
  void escalate(LocalDate on, @Nullable LadderLevel wanted) {
    LadderLevel now = level == null ? LadderLevel.NEGOTIATION : level;
    LadderLevel next = wanted != null ? wanted : now.next().orElse(now);
    boolean decided = stage == DisputeStage.DECIDED;
    if (next.compareTo(now) <= 0 || decided != (next.compareTo(LadderLevel.DECISION) > 0)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "From %s the case cannot go to %s.".formatted(now.title().en(), next.title().en()),
          "案件不能由“%s”移送至“%s”。".formatted(now.title().zh(), next.title().zh()))
          .about(id).inField("to").asException();
    }
    if (decided) {
      dates.remove(Milestone.SERVED);
      stage = DisputeStage.MEDIATION;
    } else if (next == LadderLevel.DECISION) {
      dates.put(Milestone.OPINION, on);
    }
    level = next;
  }

  void extend(LocalDate until) {
    LocalDate before = date(Milestone.INVESTIGATION_UNTIL)
        .orElseGet(() -> dates.get(Milestone.ACCEPTED).plusMonths(ClockKind.INVESTIGATION.length()));
    if (!until.isAfter(before)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "The investigation already runs until %s; an extension goes beyond that.".formatted(before),
          "调查期限现至 %s，延长后的期限应晚于该日。".formatted(before)).about(id).inField("until").asException();
    }
    dates.put(Milestone.INVESTIGATION_UNTIL, until);
  }

  void report(LocalDate on) {
    dates.put(Milestone.REPORTED, on);
  }

  void agree(LocalDate on) {
    dates.remove(Milestone.SERVED);
    reach(Milestone.AGREED, on, DisputeStage.AGREED);
  }

  void decide(LocalDate on) {
    dates.remove(Milestone.SERVED);
    reach(Milestone.DECIDED, on, DisputeStage.DECIDED);
  }

  void serve(LocalDate on) {
    dates.put(Milestone.SERVED, on);
  }

  void order(LocalDate on, LocalDate deadline) {
    if (!deadline.isAfter(on)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "The land has to be returned after the day of the order, %s.".formatted(on),
          "返还期限应晚于责令日期 %s。".formatted(on)).about(id).inField("deadline").asException();
    }
    reach(Milestone.ORDERED, on, DisputeStage.RESTITUTION_ORDERED);
    dates.put(Milestone.RESTITUTION_BY, deadline);
  }

  void recover(LocalDate on) {
    reach(Milestone.RECOVERED, on, DisputeStage.RECOVERED);
  }

  void close(LocalDate on) {
    end(DisputeStage.CLOSED, switch (stage) {
      case AGREED -> CaseResult.AGREED;
      case DECIDED -> CaseResult.DECIDED;
      case RECOVERED -> CaseResult.RECOVERED;
      default -> throw new IllegalStateException(id + " closed from " + stage);
    }, on);
  }

  void withdraw(LocalDate on) {
    end(DisputeStage.WITHDRAWN, CaseResult.WITHDRAWN, on);
  }

  /** Refuses a day in the future, and a step before the one it follows. */
  void requireDay(LocalDate on, LocalDate today, boolean step) {
    LocalDate earliest = step ? lastStep() : dates.get(Milestone.OPENED);
    if (on.isAfter(today) || on.isBefore(earliest)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "%s is not possible for case %s: give a day from %s to today.".formatted(on, id, earliest),
          "案件 %s 的日期 %s 不符：应在 %s 至今日之间。".formatted(number, on, earliest))
          .about(id).inField("on").asException();
    }
  }

  private LocalDate lastStep() {
    return dates.entrySet().stream().filter(date -> !AHEAD.contains(date.getKey()) && !ASIDE.contains(date.getKey()))
        .map(Map.Entry::getValue)
        .max(LocalDate::compareTo).orElseThrow();
  }

  private void reach(Milestone milestone, LocalDate on, DisputeStage next) {
    dates.put(milestone, on);
    stage = next;
  }

  private void end(DisputeStage last, CaseResult how, LocalDate on) {
    dates.put(Milestone.ENDED, on);
    stage = last;
    result = how;
  }

  private RuntimeException tooFewHandlers() {
    return Problem.of(ProblemCode.INVALID_FIELD,
        "Case %s needs two different handlers or more (Order 17).".formatted(id),
        "案件 %s 须由两名以上不同的承办人办理（17号令）。".formatted(number)).about(id).inField("handlers").asException();
  }

  String id() {
    return id;
  }

  String number() {
    return number;
  }

  String title() {
    return title;
  }

  DisputeTrack track() {
    return triage.track();
  }

  Triage triage() {
    return triage;
  }

  String openedBy() {
    return openedBy;
  }

  Instant openedAt() {
    return openedAt;
  }

  List<Party> parties() {
    return parties;
  }

  Set<String> handlers() {
    return Collections.unmodifiableSet(handlers);
  }

  Set<String> recused() {
    return Collections.unmodifiableSet(recused);
  }

  DisputeStage stage() {
    return stage;
  }

  @Nullable LadderLevel level() {
    return level;
  }

  @Nullable CaseResult result() {
    return result;
  }

  int revision() {
    return revision;
  }

  boolean reached(Milestone milestone) {
    return dates.containsKey(milestone);
  }

  Optional<LocalDate> date(Milestone milestone) {
    return Optional.ofNullable(dates.get(milestone));
  }

  Map<Milestone, LocalDate> dates() {
    return Collections.unmodifiableMap(dates);
  }
}
