package org.jieshi.disputes;

import static org.jieshi.disputes.DisputeAction.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;

/**
 * The procedure of a case: which actions are possible in which stage, and what else stands in their way. A pair that is
 * not in the table is refused.
 */
final class Procedure {

  private static final Map<DisputeStage, Set<DisputeAction>> LADDER = new EnumMap<>(Map.of(
      DisputeStage.OPENED, EnumSet.of(ASSIGN, RECUSE, ACCEPT, REJECT, WITHDRAW, NOTE),
      DisputeStage.ACCEPTED, EnumSet.of(ASSIGN, RECUSE, COPY, EXTEND, PARK, WITHDRAW, NOTE),
      DisputeStage.COPIED, EnumSet.of(ASSIGN, RECUSE, ANSWER, MEDIATE, EXTEND, PARK, WITHDRAW, NOTE),
      DisputeStage.ANSWERED, EnumSet.of(ASSIGN, RECUSE, MEDIATE, EXTEND, PARK, WITHDRAW, NOTE),
      DisputeStage.MEDIATION,
      EnumSet.of(ASSIGN, RECUSE, ANSWER, SESSION, ESCALATE, EXTEND, REPORT, AGREE, DECIDE, PARK, WITHDRAW, NOTE),
      DisputeStage.AGREED, EnumSet.of(SERVE, CLOSE, NOTE),
      DisputeStage.DECIDED, EnumSet.of(SERVE, ESCALATE, CLOSE, NOTE)));

  private static final Map<DisputeStage, Set<DisputeAction>> TRESPASS = new EnumMap<>(Map.of(
      DisputeStage.OPENED, EnumSet.of(ASSIGN, RECUSE, ACCEPT, REJECT, WITHDRAW, NOTE),
      DisputeStage.ACCEPTED, EnumSet.of(ASSIGN, RECUSE, SESSION, ORDER, WITHDRAW, NOTE),
      DisputeStage.RESTITUTION_ORDERED, EnumSet.of(ASSIGN, RECUSE, SESSION, ORDER, RECOVER, WITHDRAW, NOTE),
      DisputeStage.RECOVERED, EnumSet.of(CLOSE, NOTE)));

  /** As the ladder; while it is open, an objection can be registered, which lapses without a suit. */
  private static final Map<DisputeStage, Set<DisputeAction>> TWO_CERTIFICATES = withObjection(LADDER);

  private Procedure() {
  }

  private static Map<DisputeStage, Set<DisputeAction>> withObjection(Map<DisputeStage, Set<DisputeAction>> ladder) {
    Map<DisputeStage, Set<DisputeAction>> table = new EnumMap<>(DisputeStage.class);
    ladder.forEach((stage, actions) -> {
      EnumSet<DisputeAction> more = EnumSet.copyOf(actions);
      if (stage.open()) {
        more.addAll(EnumSet.of(OBJECT, SUE));
      }
      table.put(stage, more);
    });
    return table;
  }

  /** What the table allows. */
  static Set<DisputeAction> possible(DisputeTrack track, DisputeStage stage) {
    Map<DisputeStage, Set<DisputeAction>> table = switch (track) {
      case OWNERSHIP -> LADDER;
      case DOUBLE_CERTIFICATE -> TWO_CERTIFICATES;
      case TRESPASS -> TRESPASS;
      case CONTRACT -> Map.of();
    };
    return table.getOrDefault(stage, Set.of());
  }

  /** What can really be done today: the table less what stands in the way. */
  static List<DisputeAction> possible(Dispute dispute, List<CaseClock> clocks) {
    return possible(dispute.track(), dispute.stage()).stream()
        .filter(action -> obstacle(dispute, action, clocks).isEmpty()).toList();
  }

  /** Refused with {@code CONFLICTING_STATE}, naming what is possible instead. */
  static void require(Dispute dispute, DisputeAction action, List<CaseClock> clocks) {
    Optional<Bilingual> obstacle = possible(dispute.track(), dispute.stage()).contains(action)
        ? obstacle(dispute, action, clocks)
        : Optional.of(new Bilingual("Case %s is %s".formatted(dispute.id(), dispute.stage().title().en()),
            "案件 %s 当前为“%s”".formatted(dispute.number(), dispute.stage().title().zh())));
    if (obstacle.isEmpty()) {
      return;
    }
    List<DisputeAction> instead = possible(dispute, clocks);
    throw Problem.of(ProblemCode.CONFLICTING_STATE,
        "%s: it is not possible to %s now. Possible: %s.".formatted(obstacle.get().en(), action.title().en(),
            instead.isEmpty() ? "nothing, the file is closed"
                : instead.stream().map(DisputeAction::path).collect(Collectors.joining(", "))),
        "%s，现在不能%s。可办理：%s。".formatted(obstacle.get().zh(), action.title().zh(),
            instead.isEmpty() ? "无（已结案）"
                : instead.stream().map(a -> a.title().zh()).collect(Collectors.joining("、"))))
        .about(dispute.id()).asException();
  }

  private static Optional<Bilingual> obstacle(Dispute dispute, DisputeAction action, List<CaseClock> clocks) {
    return switch (action) {
      case ANSWER -> when(dispute.reached(Milestone.ANSWERED), "The answer is entered already", "答辩已登记");
      case MEDIATE -> dispute.reached(Milestone.ANSWERED) ? Optional.empty()
          : stillRunning(clocks, EnumSet.of(ClockKind.ANSWER), "The respondent may still answer", "被申请人仍可答辩");
      case ESCALATE -> escalation(dispute);
      case REPORT -> when(dispute.level() != LadderLevel.DECISION || dispute.reached(Milestone.REPORTED),
          "A case is reported once, when it has gone up for a decision", "案件在移送作出处理决定后上报一次");
      case DECIDE -> when(dispute.level() == null || !dispute.level().decides(),
          "Mediation comes first; an authority decides when the case has gone up to it",
          "应先行调解，移送至有权机关后方可作出决定");
      case SERVE -> when(dispute.reached(Milestone.SERVED), "The document was served already", "文书已送达");
      case WITHDRAW -> when(dispute.reached(Milestone.DECIDED),
          "A decision was made: review or court uphold it or change it", "已作出决定，须由复议或诉讼维持或变更");
      case RECUSE -> when(dispute.handlers().isEmpty(), "No handler was named yet", "尚未指定承办人");
      case OBJECT -> when(dispute.reached(Milestone.OBJECTION_REGISTERED),
          "The objection is registered; once lapsed it is not registered again on the same ground",
          "已办理异议登记；失效后不得以同一事由再次申请");
      case SUE -> suit(dispute, clocks);
      case CLOSE -> closing(dispute, clocks);
      default -> Optional.empty();
    };
  }

  private static Optional<Bilingual> escalation(Dispute dispute) {
    boolean decided = dispute.stage() == DisputeStage.DECIDED;
    if (decided && dispute.level() == LadderLevel.COURT) {
      return Optional.of(new Bilingual("The court has decided", "法院已作出判决"));
    }
    return when(!decided && dispute.level() != null && dispute.level().decides(),
        "The case waits for the decision on this level", "案件正待本级作出决定");
  }

  private static Optional<Bilingual> suit(Dispute dispute, List<CaseClock> clocks) {
    if (dispute.reached(Milestone.SUIT_FILED)) {
      return Optional.of(new Bilingual("The suit is entered already", "起诉已登记"));
    }
    return when(!dispute.reached(Milestone.OBJECTION_REGISTERED), "No objection is registered", "尚未办理异议登记")
        .or(() -> when(clocks.stream().anyMatch(clock -> clock.kind() == ClockKind.OBJECTION_REGISTRATION
            && clock.state() == ClockState.LAPSED), "The objection registration has lapsed", "异议登记已失效"));
  }

  private static Optional<Bilingual> closing(Dispute dispute, List<CaseClock> clocks) {
    if (dispute.stage() == DisputeStage.RECOVERED) {
      return Optional.empty();
    }
    if (!dispute.reached(Milestone.SERVED)) {
      return Optional.of(new Bilingual("The document was not served on the parties yet", "文书尚未送达当事人"));
    }
    return dispute.stage() == DisputeStage.DECIDED
        ? stillRunning(clocks, ClockKind.REMEDIES, "The parties may still turn to review or court",
            "当事人仍可申请复议或起诉")
        : Optional.empty();
  }

  private static Optional<Bilingual> stillRunning(List<CaseClock> clocks, Set<ClockKind> kinds, String en, String zh) {
    return clocks.stream()
        .filter(clock -> kinds.contains(clock.kind()) && clock.state().undecided())
        .max((a, b) -> a.earliestEnd().compareTo(b.earliestEnd()))
        .map(clock -> clock.deadline() == null
            ? new Bilingual("%s, nobody can say until when: %s".formatted(en, clock.note().en()),
                "%s，期限无法计算：%s".formatted(zh, clock.note().zh()))
            : new Bilingual("%s until %s".formatted(en, clock.deadline()),
                "%s，期限至 %s".formatted(zh, clock.deadline())));
  }

  private static Optional<Bilingual> when(boolean obstructed, String en, String zh) {
    return obstructed ? Optional.of(new Bilingual(en, zh)) : Optional.empty();
  }
}
