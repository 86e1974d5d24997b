package org.jieshi.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.identity.Role;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Every outcome, from the overlap to the boundary it leaves, on both databases. */
@EachDatabase
class SettlementIT {

  private static final LocalDate DAY = LocalDate.of(2013, 4, 1);
  private static final String PARCEL = "POLYGON ((0 0, 100.123 0, 100.123 80.456, 0 80.456, 0 0))";
  private static final String CLAIM = "POLYGON ((90 20, 200.007 20, 200.007 60.009, 90 60.009, 90 20))";

  @Autowired DisputedLand land;
  @Autowired CaseOpening opening;
  @Autowired CaseActions actions;
  @Autowired DisputeReader reader;
  @Autowired Disputes disputes;
  @Autowired CaseDeadlines deadlines;
  @Autowired Conflicts conflicts;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;

  private String parcel;
  private String claim;
  private Conflict conflict;

  @BeforeEach
  void aParcelAndAClaimOverIt() {
    clock.set(DAY);
    land.people();
    DisputedLand.Plot plot = land.newPlot();
    parcel = "P" + (long) plot.east() + (long) plot.north();
    claim = "C" + (long) plot.east() + (long) plot.north();
    land.parcel(parcel, plot.at(PARCEL));
    land.claim(claim, "平山村委", "HISTORICAL_USE", null, plot.at(CLAIM));
    conflict = land.onlyConflict(parcel);
  }

  @Test
  void openingTakesTheConflictsAndHoldsTheParcel() {
    String id = open(null);

    DisputeView view = view(id);
    assertThat(view.number()).isEqualTo("调" + id.substring(1));
    assertThat(view.track()).isEqualTo(DisputeTrack.OWNERSHIP);
    assertThat(view.parties()).containsExactly(new Party(Party.Side.APPLICANT, "华山农场", List.of(parcel)),
        new Party(Party.Side.RESPONDENT, "平山村委", List.of(claim)));
    assertThat(view.conflicts()).singleElement().satisfies(each ->
        assertThat(each.status()).isEqualTo(ConflictStatus.IN_CASE));
    assertThat(view.allowedActions()).containsExactlyInAnyOrder("assign", "accept", "reject", "withdraw", "note");
    assertThat(view.bbox()[0]).isBetween(109.0, view.bbox()[2]);
    assertThat(disputes.openOn(parcel)).extracting(OpenDispute::id).containsExactly(id);
    assertThat(disputes.everDisputed(parcel)).isTrue();
    assertThat(land.unit(UnitKind.PARCEL, parcel).status()).isEqualTo(UnitStatus.DISPUTED);
  }

  @Test
  void aConflictIsInOneCaseOnly() {
    open(null);

    assertThatThrownBy(() -> open(null)).hasMessageContaining("is already in case 调2013-");
    long taken = conflict.id();
    aParcelAndAClaimOverIt();
    String other = open(null);
    assertThatThrownBy(() -> jdbc.sql("insert into dispute_conflict values (:other, :taken, true)")
        .param("other", other).param("taken", taken).update())
        .hasMessageContaining("dispute_conflict_one_open_case");
  }

  @Test
  void numbersOfAYearHaveNoGapsEvenWhereAnOpeningFails() {
    int first = Integer.parseInt(open(null).substring(6));
    assertThatThrownBy(() -> open(null)).isNotNull();
    aParcelAndAClaimOverIt();

    assertThat(Integer.parseInt(open(null).substring(6))).isEqualTo(first + 1);
  }

  @Test
  void aWithdrawnClaimLeavesTheParcelFree() {
    String id = inMediation();

    act(id, Role.MEDIATOR, "agree", agreement("CLAIM_WITHDRAWN", null, null));

    assertThat(land.unit(UnitKind.CLAIM, claim).status()).isEqualTo(UnitStatus.WITHDRAWN);
    assertFree(id, ConflictStatus.GONE);
    assertThat(view(id).agreement().handlers()).containsExactly("调解员", "经办");
    assertThat(view(id).agreement().signatures()).extracting(DisputeCommand.Signature::party)
        .containsExactly("华山农场", "平山村委");
  }

  @Test
  void anAmendedClaimGivesUpTheOverlapAndNoOtherPoint() {
    UnitVersion before = land.unit(UnitKind.CLAIM, claim);
    String id = inMediation();

    act(id, Role.MEDIATOR, "agree", agreement("CLAIM_AMENDED", null, null));

    UnitVersion after = land.unit(UnitKind.CLAIM, claim);
    assertThat(after.ref().version()).isEqualTo(before.ref().version() + 1);
    assertThat(after.reason()).isEqualTo("AGREEMENT");
    assertThat(after.reasonSubject()).isEqualTo(id);
    assertThat(after.planeArea()).isEqualByComparingTo("3996.26");
    assertThat(points(after)).contains(before.boundary().getCoordinates()[1], before.boundary().getCoordinates()[2]);
    assertThat(land.unit(UnitKind.PARCEL, parcel).ref().version()).isEqualTo(1);
    assertFree(id, ConflictStatus.GONE);
    assertThat(view(id).agreement().changes()).singleElement().satisfies(change -> {
      assertThat(change.code()).isEqualTo(claim);
      assertThat(change.areaBefore()).isEqualByComparingTo("4401.27");
      assertThat(change.areaAfter()).isEqualByComparingTo("3996.26");
    });
  }

  @Test
  void anAmendedParcelGivesUpTheOverlapAndNoOtherPoint() {
    UnitVersion before = land.unit(UnitKind.PARCEL, parcel);
    String id = inMediation();

    act(id, Role.MEDIATOR, "agree", agreement("PARCEL_AMENDED", null, null));

    UnitVersion after = land.unit(UnitKind.PARCEL, parcel);
    assertThat(after.ref().version()).isEqualTo(2);
    assertThat(points(after)).contains(before.boundary().getCoordinates());
    assertThat(after.planeArea()).isEqualByComparingTo("7650.48");
    assertFree(id, ConflictStatus.GONE);
  }

  @Test
  void aRefusedClaimStaysOnRecordAndTheConflictIsSettled() {
    String id = inMediation();
    act(id, Role.MEDIATOR, "escalate", "{\"to\": \"DECISION\"}");

    act(id, Role.APPROVER, "decide", """
        {"outcome": "CLAIM_REFUSED", "documentNumber": "灵政处〔2013〕%s号", "authority": "灵山县人民政府", "text": "……"}
        """.formatted(id));

    assertThat(land.unit(UnitKind.CLAIM, claim).status()).isEqualTo(UnitStatus.ACTIVE);
    assertThat(conflicts.get(conflict.id()).status()).isEqualTo(ConflictStatus.SETTLED);
    assertThat(conflicts.openAgainst(parcel)).isEmpty();
    assertThat(disputes.openOn(parcel)).as("until review and suit are out of time").hasSize(1);

    act(id, Role.REVIEWER, "serve", "{}");
    assertThatThrownBy(() -> act(id, Role.REVIEWER, "close", "{}"))
        .hasMessageContaining("The parties may still turn to review or court until 2013-05-31");
    clock.set(LocalDate.of(2013, 6, 3));
    act(id, Role.REVIEWER, "close", "{}");

    assertThat(view(id).result()).isEqualTo(CaseResult.DECIDED);
    assertThat(disputes.openOn(parcel)).isEmpty();
    assertThat(land.unit(UnitKind.PARCEL, parcel).status()).isEqualTo(UnitStatus.SURVEYED);
  }

  @Test
  void aReviewUpholdsWhatWasDecided() {
    String id = inMediation();
    act(id, Role.MEDIATOR, "escalate", "{\"to\": \"DECISION\"}");
    act(id, Role.APPROVER, "decide", decision("CLAIM_REFUSED", id, "灵山县人民政府"));
    act(id, Role.REVIEWER, "serve", "{}");
    act(id, Role.REVIEWER, "escalate", "{}");
    assertThat(view(id).level()).isEqualTo(LadderLevel.REVIEW);

    act(id, Role.APPROVER, "decide", decision("UPHELD", id, "钦州市人民政府"));

    assertThat(view(id).stage()).isEqualTo(DisputeStage.DECIDED);
    assertThat(view(id).settlements()).extracting(Settlement::outcome)
        .containsExactly(Outcome.CLAIM_REFUSED, Outcome.UPHELD);
    assertThat(conflicts.get(conflict.id()).status()).isEqualTo(ConflictStatus.SETTLED);
  }

  @Test
  void theLandOfACertifiedParcelIsNotGivenUpByAgreement() {
    DisputedLand.Plot plot = land.newPlot();
    land.certifiedParcel("Q" + parcel, plot.at(PARCEL));
    land.claim("D" + claim, "平山村委", "DOCUMENT", null, plot.at(CLAIM));
    conflict = land.onlyConflict("Q" + parcel);
    String id = inMediation("{\"track\": \"OWNERSHIP\", \"reason\": \"村委持有调解书\"}");

    assertThatThrownBy(() -> act(id, Role.MEDIATOR, "agree", agreement("PARCEL_AMENDED", null, null)))
        .hasMessageContaining("has a live certificate: its boundary changes by a registration of change");
    assertThat(land.unit(UnitKind.PARCEL, "Q" + parcel).ref().version()).isEqualTo(1);
  }

  @Test
  void anAgreementWithoutBothSignaturesIsNone() {
    String id = inMediation();

    assertThatThrownBy(() -> act(id, Role.MEDIATOR, "agree", """
        {"outcome": "CLAIM_WITHDRAWN", "documentNumber": "X", "text": "…", "seal": "调解委员会",
         "signatures": [{"party": "华山农场", "name": "李明"}, {"party": "华山农场", "name": "王强"}]}
        """)).hasMessageContaining("The signature of 平山村委 is missing.");
    assertThat(view(id).stage()).isEqualTo(DisputeStage.MEDIATION);
  }

  @Test
  void aClaimInConflictElsewhereIsNotWithdrawnBehindTheOthersBack() {
    DisputedLand.Plot plot = land.newPlot();
    land.parcel("R" + parcel, plot.at(PARCEL));
    land.parcel("S" + parcel, plot.at("POLYGON ((190 0, 300 0, 300 80, 190 80, 190 0))"));
    land.claim("E" + claim, "平山村委", "HISTORICAL_USE", null, plot.at(CLAIM));
    conflict = land.onlyConflict("R" + parcel);
    String id = inMediation();

    assertThatThrownBy(() -> act(id, Role.MEDIATOR, "agree", agreement("CLAIM_WITHDRAWN", null, null)))
        .hasMessageContaining("also overlaps S" + parcel);
    act(id, Role.MEDIATOR, "agree", agreement("CLAIM_AMENDED", null, null));
    assertThat(land.onlyConflict("S" + parcel).status()).isEqualTo(ConflictStatus.OPEN);
  }

  @Test
  void aSettlementThatFailsChangesNothing() {
    DisputedLand.Plot plot = land.newPlot();
    land.parcel("T" + parcel, plot.at(PARCEL));
    land.claim("F" + claim, "平山村委", "HISTORICAL_USE", null,
        plot.at("POLYGON ((10 10, 50 10, 50 50, 10 50, 10 10))"));
    conflict = land.onlyConflict("T" + parcel);
    String id = inMediation();
    DisputeView before = view(id);

    assertThatThrownBy(() -> act(id, Role.MEDIATOR, "agree", agreement("CLAIM_AMENDED", null, null)))
        .hasMessageContaining("Nothing of F" + claim + " would be left: it has to be withdrawn as a whole.");

    assertThat(view(id)).usingRecursiveComparison().isEqualTo(before);
    assertThat(land.unit(UnitKind.CLAIM, "F" + claim).ref().version()).isEqualTo(1);
  }

  @Test
  void sliversAreGivenUpOnlyWhenSomebodySaysSo() {
    DisputedLand.Plot plot = land.newPlot();
    land.parcel("W" + parcel, plot.at("POLYGON ((0 0, 60 0, 60 50, 0 50, 0 0))"));
    land.claim("G" + claim, "平山村委", "HISTORICAL_USE", null,
        plot.at("POLYGON ((-0.02 0, 100 0, 100 40, -0.02 40, -0.02 0))"));
    conflict = land.onlyConflict("W" + parcel);
    String id = inMediation();
    String agreement = agreement("CLAIM_AMENDED", null, null);

    assertThatThrownBy(() -> act(id, Role.MEDIATOR, "agree", agreement))
        .hasMessageContaining("The cut leaves slivers of G" + claim + " (rule G6): 0.80 m² @");
    act(id, Role.MEDIATOR, "agree", agreement.replaceFirst("\\{", "{\"dropSlivers\": true,"));

    assertThat(land.unit(UnitKind.CLAIM, "G" + claim).planeArea()).isEqualByComparingTo("1600.00");
  }

  @Test
  void betweenTwoParcelsTheAgreementSaysWhichGivesWay() {
    DisputedLand.Plot plot = land.newPlot();
    land.parcel("U" + parcel, plot.at(PARCEL));
    land.parcelOf("V" + parcel, "六一农场", plot.at(CLAIM));
    conflict = land.onlyConflict("U" + parcel);
    String id = inMediation();

    assertThatThrownBy(() -> act(id, Role.MEDIATOR, "agree", agreement("PARCEL_AMENDED", null, "六一农场")))
        .hasMessageContaining("Say in \"parcel\" which of");
    act(id, Role.MEDIATOR, "agree", agreement("PARCEL_AMENDED", "V" + parcel, "六一农场"));

    assertThat(land.unit(UnitKind.PARCEL, "U" + parcel).ref().version()).isEqualTo(1);
    assertThat(land.unit(UnitKind.PARCEL, "V" + parcel).planeArea()).isEqualByComparingTo("3996.26");
  }

  @Test
  void aCaseThatIsWithdrawnGivesItsConflictsBack() {
    String id = open(null);

    act(id, Role.MEDIATOR, "withdraw", "{\"reason\": \"双方愿自行协商\"}");

    assertThat(conflicts.get(conflict.id()).status()).isEqualTo(ConflictStatus.OPEN);
    assertThat(land.unit(UnitKind.PARCEL, parcel).status()).isEqualTo(UnitStatus.SURVEYED);
    assertThat(open(null)).isNotEqualTo(id);
  }

  @Test
  void aContractQuarrelIsReferredAndTakesNoConflict() {
    String id = open("{\"track\": \"CONTRACT\", \"reason\": \"承包地块之争\"}");

    assertThat(view(id).stage()).isEqualTo(DisputeStage.CLOSED);
    assertThat(view(id).result()).isEqualTo(CaseResult.REFERRED);
    assertThat(view(id).triageReason().en()).contains("contract arbitration");
    assertThat(conflicts.get(conflict.id()).status()).isEqualTo(ConflictStatus.OPEN);
    assertThat(disputes.everDisputed(parcel)).isFalse();
  }

  @Test
  void uncertifiedLandIsNoPlainTrespass() {
    assertThatThrownBy(() -> open("{\"track\": \"TRESPASS\", \"reason\": \"占用\"}"))
        .hasMessageContaining("Parcel " + parcel + " has no live certificate");
  }

  @Test
  void oneHandlerIsNotEnough() {
    String id = open(null);

    assertThatThrownBy(() -> act(id, Role.REVIEWER, "accept", "{\"handlers\": [\"mediator\", \"mediator\"]}"))
        .hasMessageContaining("needs two different handlers or more");
    assertThatThrownBy(() -> act(id, Role.REVIEWER, "accept", "{\"handlers\": [\"mediator\", \"surveyor\"]}"))
        .hasMessageContaining("surveyor cannot handle a case");
  }

  @Test
  void whoIsRecusedIsReplacedAndTakesNoPartAnyMore() {
    String id = inMediation();
    land.person("mediator2", Role.MEDIATOR);

    assertThatThrownBy(() -> act(id, Role.APPROVER, "recuse", """
        {"handler": "mediator", "reason": "与村委主任系亲属", "askedBy": "华山农场"}""")).hasMessageContaining("name a replacement");
    act(id, Role.APPROVER, "recuse", """
        {"handler": "mediator", "reason": "与村委主任系亲属", "askedBy": "华山农场", "replacement": "mediator2"}""");

    assertThat(view(id).handlers()).extracting(DisputeView.Person::username).containsExactly("mediator2", "reviewer");
    assertThat(view(id).recusals()).containsExactly(
        new Recusal("mediator", "与村委主任系亲属", "华山农场", "mediator2", DAY));
    assertThatThrownBy(() -> act(id, Role.MEDIATOR, "agree", agreement("CLAIM_WITHDRAWN", null, null)))
        .hasMessageContaining("mediator was recused from case " + id);
    assertThatThrownBy(() -> act(id, Role.REVIEWER, "assign", "{\"handlers\": [\"mediator\", \"reviewer\"]}"))
        .hasMessageContaining("was recused");
  }

  @Test
  void aTownDecidesNothingBetweenUnits() {
    String id = open("{\"individuals\": [], \"documents\": [\"山界林权证 1987\"]}");
    assertThat(view(id).jurisdiction().authorities()).containsExactly(Authority.COUNTY, Authority.ABOVE);
    assertThat(view(id).triageDocuments()).containsExactly("山界林权证 1987");
    act(id, Role.REVIEWER, "accept", "{\"handlers\": [\"reviewer\", \"mediator\"]}");
    act(id, Role.REVIEWER, "copy", "{}");
    act(id, Role.REVIEWER, "answer", "{\"statement\": \"…\"}");
    act(id, Role.MEDIATOR, "mediate", "{}");
    act(id, Role.MEDIATOR, "escalate", "{\"to\": \"DECISION\"}");
    String byTheTown = decision("CLAIM_REFUSED", id, "平山镇人民政府").replaceFirst("\\{", "{\"by\": \"TOWN\",");

    assertThatThrownBy(() -> act(id, Role.APPROVER, "decide", byTheTown)).hasMessageContaining("has no jurisdiction");
    act(id, Role.APPROVER, "decide", byTheTown.replace("TOWN", "COUNTY"));
    assertThat(view(id).stage()).isEqualTo(DisputeStage.DECIDED);
  }

  @Test
  void aVillagerAgainstTheFarmMayGoToTheTown() {
    String id = open("{\"individuals\": [\"平山村委\"]}");
    assertThat(view(id).jurisdiction().authorities()).containsExactly(Authority.TOWN, Authority.COUNTY);
    assertThatThrownBy(() -> act(id, Role.REVIEWER, "accept",
        "{\"handlers\": [\"reviewer\", \"mediator\"], \"individuals\": [\"外人\"]}"))
        .hasMessageContaining("外人 is not a party");
  }

  @Test
  void nothingOverdueStaysSilent() {
    String id = open(null);
    assertThat(deadlines.pressing()).noneMatch(deadline -> deadline.caseId().equals(id));

    clock.set(LocalDate.of(2013, 4, 8));
    assertThat(deadlines.pressing()).filteredOn(deadline -> deadline.caseId().equals(id)).singleElement()
        .satisfies(deadline -> {
          assertThat(deadline.clock()).isEqualTo("ACCEPTANCE");
          assertThat(deadline.deadline()).isEqualTo("2013-04-11");
          assertThat(deadline.urgency()).isEqualTo(CaseDeadline.Urgency.DUE);
          assertThat(deadline.days()).isEqualTo(3);
        });
    clock.set(LocalDate.of(2013, 5, 20));
    assertThat(deadlines.pressing()).filteredOn(deadline -> deadline.caseId().equals(id)).singleElement()
        .satisfies(deadline -> assertThat(deadline.tell()).isEqualTo(CaseDeadline.Tell.MANAGER));
  }

  @Test
  void aStaleRevisionIsRefused() {
    String id = open(null);

    assertThatThrownBy(() -> land.as(Role.REVIEWER, () -> {
      actions.act(id, 7, DisputeAction.NOTE, new DisputeCommand.Note("…", null));
      return null;
    })).hasMessageContaining("VERSION_STALE");
  }

  private void assertFree(String id, ConflictStatus status) {
    assertThat(conflicts.get(conflict.id()).status()).isEqualTo(status);
    assertThat(conflicts.openAgainst(parcel)).isEmpty();
    assertThat(disputes.openOn(parcel)).isEmpty();
    assertThat(disputes.everDisputed(parcel)).isTrue();
    assertThat(land.unit(UnitKind.PARCEL, parcel).status()).isEqualTo(UnitStatus.SURVEYED);
    assertThat(view(id).stage()).isEqualTo(DisputeStage.AGREED);
  }

  private String inMediation() {
    return inMediation(null);
  }

  private String inMediation(@Nullable String opening) {
    String id = open(opening);
    act(id, Role.REVIEWER, "accept", "{\"handlers\": [\"reviewer\", \"mediator\"]}");
    act(id, Role.REVIEWER, "copy", "{}");
    act(id, Role.REVIEWER, "answer", "{\"statement\": \"祖辈耕种\"}");
    act(id, Role.MEDIATOR, "mediate", "{\"level\": \"VILLAGE\"}");
    return id;
  }

  private String open(@Nullable String more) {
    OpenCase read = json.readValue(more == null ? "{}" : more, OpenCase.class);
    return land.as(Role.REVIEWER, () -> opening.open(new OpenCase(List.of(conflict.id()), null, read.track(),
        read.reason(), null, null, read.documents(), read.individuals())));
  }

  private void act(String id, Role role, String path, String body) {
    DisputeAction action = DisputeAction.ofPath(path).orElseThrow();
    land.as(role, () -> {
      actions.act(id, view(id).revision(), action, json.readValue(body, action.command()));
      return null;
    });
  }

  private DisputeView view(String id) {
    return land.as(Role.REVIEWER, () -> reader.view(id));
  }

  private String agreement(String outcome, @Nullable String parcel, @Nullable String other) {
    return """
        {"outcome": "%s", "documentNumber": "调解书-%s", "text": "双方自愿达成协议", "seal": "平山镇人民调解委员会",
         "parcel": %s, "signatures": [{"party": "华山农场", "name": "李明"}, {"party": "%s", "name": "黄村长"}]}
        """.formatted(outcome, conflict.id(), parcel == null ? "null" : "\"" + parcel + "\"",
        other == null ? "平山村委" : other);
  }

  private static String decision(String outcome, String id, String authority) {
    return """
        {"outcome": "%s", "documentNumber": "〔2013〕%s号", "authority": "%s", "text": "……"}
        """.formatted(outcome, id, authority);
  }

  private static List<Coordinate> points(UnitVersion unit) {
    return Arrays.asList(unit.boundary().getCoordinates());
  }
}
