package org.jieshi.registration.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pointing out the boundary: every pair of state and step, service and the 15 days. */
class PointingRulesTest {

  private static final LocalDate DAY = LocalDate.of(2012, 3, 5);
  private static final WorkingDays CALENDAR =
      new WorkingDays(Set.of(2012), Map.of(LocalDate.of(2012, 3, 20), false));

  private static final String TABLE = """
      state       INVITE  SIGN        ONE_STAYED_AWAY BOTH_STAYED_AWAY SERVE  OBJECT   STATE_REASONS DECIDE
      DRAFTED     NOTICED .           .               .                .      .        .             .
      NOTICED     NOTICED BOTH_SIGNED ONE_ABSENT      BOTH_ABSENT      .      .        .             .
      BOTH_SIGNED .       .           .               .                .      .        .             .
      ONE_ABSENT  .       BOTH_SIGNED .               .                SERVED .        .             .
      BOTH_ABSENT .       BOTH_SIGNED .               .                SERVED .        .             .
      SERVED      .       BOTH_SIGNED .               .                .      OBJECTED .             .
      OBJECTED    .       BOTH_SIGNED .               .                SERVED .        OBJECTED      FINAL
      FINAL       .       .           .               .                .      .        .             .
      """;

  static Stream<Arguments> everyPair() {
    List<String[]> rows = TABLE.lines().map(line -> line.strip().split("\\s+")).toList();
    List<Arguments> pairs = new ArrayList<>();
    for (String[] row : rows.subList(1, rows.size())) {
      for (int column = 1; column < row.length; column++) {
        pairs.add(Arguments.of(Pointing.valueOf(row[0]), PointingStep.valueOf(rows.get(0)[column]), row[column]));
      }
    }
    return pairs.stream();
  }

  @Test
  void theTableIsComplete() {
    assertThat(everyPair()).hasSize(Pointing.values().length * PointingStep.values().length);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("everyPair")
  void eachStateAndStepHasItsOutcome(Pointing state, PointingStep step, String outcome) {
    Neighbour before = in(state);
    if (outcome.equals(".")) {
      assertThatThrownBy(() -> take(before, step, DAY)).isInstanceOf(ProblemException.class)
          .hasMessageContaining("CONFLICTING_STATE").hasMessageContaining("is not possible now");
      return;
    }
    assertThat(take(before, step, DAY).pointing()).isEqualTo(Pointing.valueOf(outcome));
  }

  @Test
  void whatWasServedIsFinalOnceFifteenDaysArePastAndTheLastIsAWorkingDay() {
    Neighbour served = take(in(Pointing.ONE_ABSENT), PointingStep.SERVE, DAY);

    assertThat(served.objectionDeadline(CALENDAR)).as("2012-03-20 is off").isEqualTo(LocalDate.of(2012, 3, 21));
    assertThat(served.settled(LocalDate.of(2012, 3, 21), CALENDAR)).as("the last day is the objector's").isFalse();
    assertThat(served.settled(LocalDate.of(2012, 3, 22), CALENDAR)).isTrue();
    assertThat(served.standing(LocalDate.of(2012, 3, 22), CALENDAR)).isEqualTo(Pointing.FINAL);
  }

  /** The clock of the domain sheet §5, over a weekend, holidays, a make-up day and the end of the year. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      # served on | objection until
      2012-03-06  | 2012-03-21
      2012-09-15  | 2012-09-30
      2012-09-16  | 2012-10-08
      2012-12-14  | 2012-12-31
      2012-12-17  | 2013-01-04
      2013-12-17  | -
      """)
  void theTimeToObjectEndsOnAWorkingDay(LocalDate served, @Nullable LocalDate until) {
    Set<LocalDate> off = Stream.concat(LocalDate.of(2012, 10, 1).datesUntil(LocalDate.of(2012, 10, 8)),
        LocalDate.of(2013, 1, 1).datesUntil(LocalDate.of(2013, 1, 4))).collect(Collectors.toSet());
    Map<LocalDate, Boolean> exceptions = new HashMap<>();
    off.forEach(day -> exceptions.put(day, false));
    exceptions.put(LocalDate.of(2012, 9, 30), true);
    WorkingDays calendar = new WorkingDays(Set.of(2012, 2013), exceptions);
    Neighbour neighbour = new Neighbour("大岭村", "N", Pointing.SERVED, served, null);

    if (until == null) {
      assertThatThrownBy(() -> neighbour.objectionDeadline(calendar)).hasMessageContaining("CALENDAR_MISSING");
    } else {
      assertThat(neighbour.objectionDeadline(calendar)).isEqualTo(until);
    }
  }

  @Test
  void anObjectionThatCameInTimeCountsThoughItIsEnteredLateAndOneThatCameLateDoesNot() {
    Neighbour served = take(in(Pointing.ONE_ABSENT), PointingStep.SERVE, DAY);
    LocalDate later = LocalDate.of(2012, 4, 10);

    assertThat(PointingRules.take(served, stated(PointingStep.OBJECT, LocalDate.of(2012, 3, 21)), later, CALENDAR)
        .pointing()).isEqualTo(Pointing.OBJECTED);
    assertThatThrownBy(() -> PointingRules.take(served, stated(PointingStep.OBJECT, LocalDate.of(2012, 3, 22)), later,
        CALENDAR)).hasMessageContaining("the time to object ended on 2012-03-21");
  }

  @Test
  void aYearWithoutItsCalendarLeavesItOpen() {
    Neighbour served = new Neighbour("大岭村", "N", Pointing.SERVED, LocalDate.of(2045, 3, 5), null);

    assertThatThrownBy(() -> served.settled(LocalDate.of(2046, 1, 1), CALENDAR)).hasMessageContaining("CALENDAR_MISSING");
  }

  @Test
  void eachStepNamesWhatItNeeds() {
    assertThatThrownBy(() -> PointingRules.take(in(Pointing.NOTICED), new PointingRules.Stated(PointingStep.SIGN, DAY,
        null, "农场", null, null, null, null, null), DAY, CALENDAR)).hasMessageContaining("signer");
    assertThatThrownBy(() -> PointingRules.take(in(Pointing.ONE_ABSENT), new PointingRules.Stated(PointingStep.SERVE,
        DAY, null, null, " ", null, null, null, null), DAY, CALENDAR)).hasMessageContaining("how");
    assertThatThrownBy(() -> PointingRules.take(in(Pointing.OBJECTED), new PointingRules.Stated(PointingStep.DECIDE,
        DAY, null, null, null, null, null, null, null), DAY, CALENDAR)).hasMessageContaining("document");
    assertThatThrownBy(() -> take(in(Pointing.NOTICED), PointingStep.SIGN, DAY.plusDays(1)))
        .hasMessageContaining("is in the future");
    assertThatThrownBy(() -> take(in(Pointing.NOTICED), PointingStep.SIGN, DAY.minusDays(9)))
        .hasMessageContaining("is before the step before it");
  }

  /** Both sign; who stayed away, how it was served, why, the reasons, the decision: each is stated with its step. */
  @ParameterizedTest
  @CsvSource({"NOTICED, SIGN, signer", "NOTICED, SIGN, ownSigner", "NOTICED, ONE_STAYED_AWAY, note", "ONE_ABSENT, SERVE, how",
      "SERVED, OBJECT, ground", "OBJECTED, STATE_REASONS, reasons", "OBJECTED, DECIDE, document"})
  void aStepWithoutWhatItNeedsIsRefusedByField(Pointing state, PointingStep step, String field) {
    for (String nothing : new String[] {null, "", " "}) {
      PointingRules.Stated without = new PointingRules.Stated(step, DAY, or(field, "signer", nothing, "韦某"),
          or(field, "ownSigner", nothing, "谢某"), or(field, "how", nothing, "直接送达"), or(field, "ground", nothing, "界线不符"),
          or(field, "reasons", nothing, "各执一词"), or(field, "document", nothing, "调2012-0001"),
          or(field, "note", nothing, "未到场"));
      assertThatThrownBy(() -> PointingRules.take(in(state), without, DAY, CALENDAR))
          .isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem().field()).isEqualTo(field);
            assertThat(refusal.problem().detail().en()).isEqualTo(field + ": it must be stated for this step.");
          });
    }
  }

  @Test
  void whatAStepDoesNotStateStaysAsItWas() {
    Neighbour before = new Neighbour("大岭村", "N", Pointing.OBJECTED, DAY, "未到场", "韦某", "谢某", DAY, "挂号信", "界线不符",
        "各执一词", null);

    assertThat(PointingRules.take(before, new PointingRules.Stated(PointingStep.DECIDE, DAY, null, " ", "直接送达", "",
        null, "灵政决[2012]3号", null), DAY, CALENDAR)).isEqualTo(new Neighbour("大岭村", "N", Pointing.FINAL, DAY, "未到场",
            "韦某", "谢某", DAY, "挂号信", "界线不符", "各执一词", "灵政决[2012]3号"));
  }

  @Test
  void whatAStepStatesTakesThePlaceOfWhatWasSaidBefore() {
    Neighbour before = new Neighbour("大岭村", "N", Pointing.OBJECTED, DAY, "未到场", "韦某", "谢某", DAY, "挂号信", "界线不符",
        "各执一词", "调2012-0001");

    assertThat(PointingRules.take(before, new PointingRules.Stated(PointingStep.SERVE, DAY.plusDays(1), "黄某", "李四",
        "张贴", "面积不符", "另有协议", "调2012-0002", "重新送达"), DAY.plusDays(1), CALENDAR)).isEqualTo(new Neighbour("大岭村",
            "N", Pointing.SERVED, DAY.plusDays(1), "重新送达", "黄某", "李四", DAY.plusDays(1), "张贴", "面积不符", "另有协议",
            "调2012-0002"));
  }

  /** A line that both signed stands on their signatures, and no time to object runs. */
  @Test
  void whoSignsAfterTheServiceEndsIt() {
    Neighbour signed = take(take(in(Pointing.ONE_ABSENT), PointingStep.SERVE, DAY), PointingStep.SIGN, DAY);

    assertThat(signed.servedOn()).isNull();
    assertThat(signed.objectionDeadline(CALENDAR)).isNull();
  }

  @Test
  void aRefusalNamesTheStepAsItIsAskedForAndTheDayMayBeThatOfTheStepBefore() {
    assertThatThrownBy(() -> take(in(Pointing.DRAFTED), PointingStep.ONE_STAYED_AWAY, DAY))
        .isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.problem().detail().en())
            .isEqualTo("The pointing with 大岭村 is drafted: one-stayed-away is not possible now."));
    assertThat(take(in(Pointing.NOTICED), PointingStep.SIGN, DAY.minusDays(1)).on()).isEqualTo(DAY.minusDays(1));
    assertThat(take(in(Pointing.DRAFTED), PointingStep.INVITE, DAY.minusDays(9)).on())
        .as("the day of a draft is no step").isEqualTo(DAY.minusDays(9));
    Neighbour undated = new Neighbour("大岭村", "N", Pointing.NOTICED, null, null);
    assertThat(take(undated, PointingStep.SIGN, DAY).pointing()).isEqualTo(Pointing.BOTH_SIGNED);
  }

  private static @Nullable String or(String field, String name, @Nullable String nothing, String stated) {
    return field.equals(name) ? nothing : stated;
  }

  @Test
  void aLineThatStandsByDefaultNeedsItsGround() {
    assertThat(new Neighbour("大岭村", "N", Pointing.FINAL, DAY, null).lacksGround()).isTrue();
    assertThat(new Neighbour("大岭村", "N", Pointing.SERVED, null, null).lacksGround()).isTrue();
    assertThat(new Neighbour("大岭村", "N", Pointing.SERVED, DAY, null).lacksGround()).isFalse();
  }

  private static Neighbour take(Neighbour before, PointingStep step, LocalDate on) {
    return PointingRules.take(before, stated(step, on), DAY, CALENDAR);
  }

  private static PointingRules.Stated stated(PointingStep step, LocalDate on) {
    return new PointingRules.Stated(step, on, "村民代表 韦某", "农场 谢某", "直接送达", "界线不符", "双方各执一词", "调2012-0001", "未到场");
  }

  private static Neighbour in(Pointing state) {
    return new Neighbour("大岭村", "N", state, DAY.minusDays(1), null);
  }
}
