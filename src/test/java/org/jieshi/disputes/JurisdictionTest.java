package org.jieshi.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may decide, and who may not handle. */
class JurisdictionTest {

  private static final Dispute CASE = Cases.in(DisputeTrack.OWNERSHIP, DisputeStage.MEDIATION, LadderLevel.DECISION,
      Map.of(Milestone.OPENED, java.time.LocalDate.of(2013, 4, 1)));

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      "UNIT,       UNIT,       TOWN,   false",
      "UNIT,       UNIT,       COUNTY, true",
      "UNIT,       UNIT,       ABOVE,  true",
      "UNIT,       INDIVIDUAL, TOWN,   true",
      "UNIT,       INDIVIDUAL, COUNTY, true",
      "UNIT,       INDIVIDUAL, ABOVE,  false",
      "INDIVIDUAL, INDIVIDUAL, TOWN,   true",
      "UNIT,       -,          TOWN,   false",
      "-,          -,          TOWN,   false",
      "-,          -,          COUNTY, true"})
  void whoMayDecideFollowsFromWhatThePartiesAre(Party.@Nullable Kind one, Party.@Nullable Kind other,
      Authority deciding, boolean may) {
    Jurisdiction jurisdiction = Jurisdiction.of(List.of(
        new Party(Party.Side.APPLICANT, "华山农场", List.of("P1"), one),
        new Party(Party.Side.RESPONDENT, "黄某", List.of("C1"), other)));

    assertThat(jurisdiction.authorities().contains(deciding)).isEqualTo(may);
    if (!may) {
      assertThatThrownBy(() -> jurisdiction.require(CASE, deciding))
          .hasMessageContaining("has no jurisdiction over case D2013-0001");
    }
  }

  @Test
  void whoeverWasNotSaidToBeAPersonIsNamed() {
    assertThat(Jurisdiction.of(List.of(new Party(Party.Side.APPLICANT, "华山农场", List.of(), Party.Kind.UNIT),
        new Party(Party.Side.RESPONDENT, "黄某", List.of()))).reason().en())
        .startsWith("Whether 黄某 is a person or a unit was not said");
  }

  @Test
  void whoIsRecusedIsReplacedAndDoesNotComeBack() {
    Dispute dispute = Cases.in(DisputeTrack.OWNERSHIP, DisputeStage.ACCEPTED, null,
        Cases.dates("OPENED 2013-04-01, ACCEPTED 2013-04-02"));

    assertThatThrownBy(() -> dispute.recuse("mediator", null)).hasMessageContaining("only 1 would handle case");
    assertThatThrownBy(() -> dispute.recuse("stranger", "third")).hasMessageContaining("does not handle case");
    assertThatThrownBy(() -> dispute.recuse("mediator", "mediator")).isNotNull();
    dispute.recuse("mediator", "third");

    assertThat(dispute.handlers()).containsExactly("reviewer", "third");
    assertThatThrownBy(() -> dispute.assign(List.of("mediator", "third"))).hasMessageContaining("was recused");
    assertThatThrownBy(() -> dispute.recuse("third", "mediator")).hasMessageContaining("was recused");
  }
}
