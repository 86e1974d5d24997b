package org.jieshi.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.jieshi.conflicts.CandidatePairs.Pair;
import org.jieshi.conflicts.ConflictLedger.Known;
import org.jieshi.conflicts.Rejudgement.OnRecord;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

/** When a conflict on record stays as it is, changes, comes back, and stands in the way of a title. */
class StandingConflictTest {

  private static final Bilingual REASON = new Bilingual("reason", "理由");
  private static final Geometry OVERLAP = Land.rectangle(0, 0, 5, 100);
  private static final Side LEFT = new Side(UnitKind.PARCEL, "P", OVERLAP, 0.05, UnitFacts.NONE, false);
  private static final Side RIGHT = new Side(UnitKind.CLAIM, "K", OVERLAP, 0.05, UnitFacts.NONE, false);

  @ParameterizedTest
  @EnumSource(OverlapClass.class)
  void allButSurveyNoiseBlocksWhileItIsOpenOrInACase(OverlapClass overlapClass) {
    boolean blocks = overlapClass != OverlapClass.NOISE;

    assertThat(conflict(overlapClass, ConflictStatus.OPEN, null).blocks()).isEqualTo(blocks);
    assertThat(conflict(overlapClass, ConflictStatus.IN_CASE, null).blocks()).isEqualTo(blocks);
    assertThat(conflict(overlapClass, ConflictStatus.SETTLED, null).blocks()).isFalse();
    assertThat(conflict(overlapClass, ConflictStatus.GONE, null).blocks()).isFalse();
  }

  @Test
  void theViewSaysWhetherThePlaceIsExact() {
    ConflictView exact = ConflictView.of(conflict(OverlapClass.BOUNDARY, ConflictStatus.OPEN, null), null);
    ConflictView ballpark = ConflictView.of(conflict(OverlapClass.BOUNDARY, ConflictStatus.OPEN, 30.0), null);

    assertThat(exact.exactness()).isEqualTo(ConflictView.Exactness.EXACT);
    assertThat(ballpark.exactness()).isEqualTo(ConflictView.Exactness.BALLPARK);
    assertThat(ballpark.area()).isEqualTo(new BigDecimal("500.000000"));
  }

  @ParameterizedTest
  @CsvSource({"BOUNDARY, OWNERSHIP, 0.5, false", "NOISE, OWNERSHIP, 0.5, true", "BOUNDARY, TRESPASS, 0.5, true",
      "BOUNDARY, OWNERSHIP, 0.6, true"})
  void aJudgementDiffersInClassTrackOrAllowedWidth(OverlapClass overlapClass, Track track, double width,
      boolean differs) {
    assertThat(judgement("overlap-1", REASON).differsFrom(overlapClass, track, width)).isEqualTo(differs);
  }

  @Test
  void whatWasJudgedAgainIsWrittenIfTheRuleOrTheReasonIsAnother() {
    OnRecord before = new OnRecord(1, LEFT.standing(), RIGHT.standing(), 0.5, 0.1, 0.1, OverlapClass.BOUNDARY,
        Track.OWNERSHIP, 0.5, "overlap-1", REASON);

    assertThat(before.isStill(judgement("overlap-1", REASON))).isTrue();
    assertThat(before.isStill(judgement("overlap-2", REASON))).isFalse();
    assertThat(before.isStill(judgement("overlap-1", new Bilingual("reason", "缘由")))).isFalse();
    assertThat(before.isStill(new Judgement(OverlapClass.NOISE, Track.OWNERSHIP, 0.5, null, "overlap-1", REASON)))
        .isFalse();
  }

  @Test
  void aPairIsStillTheSameOnlyIfVersionsClassTrackWidthAndRuleAre() {
    JudgedPair found = found(4, 7, OverlapClass.BOUNDARY);

    assertThat(known(4, 7, ConflictStatus.OPEN).isStill(found)).isTrue();
    assertThat(known(4, 7, ConflictStatus.SETTLED).isStill(found)).isTrue();
    assertThat(known(4, 7, ConflictStatus.GONE).isStill(found)).isFalse();
    assertThat(known(3, 7, ConflictStatus.OPEN).isStill(found)).isFalse();
    assertThat(known(4, 6, ConflictStatus.OPEN).isStill(found)).isFalse();
    assertThat(known(OverlapClass.NOISE, Track.OWNERSHIP, 0.5, "overlap-1").isStill(found)).isFalse();
    assertThat(known(OverlapClass.BOUNDARY, Track.TRESPASS, 0.5, "overlap-1").isStill(found)).isFalse();
    assertThat(known(OverlapClass.BOUNDARY, Track.OWNERSHIP, 0.6, "overlap-1").isStill(found)).isFalse();
    assertThat(known(OverlapClass.BOUNDARY, Track.OWNERSHIP, 0.5, "overlap-0").isStill(found)).isFalse();
  }

  @Test
  void aSettlementHoldsForItsBoundariesAndSurveyNoiseDoesNotWakeIt() {
    JudgedPair moved = found(5, 7, OverlapClass.BOUNDARY);

    assertThat(known(4, 7, ConflictStatus.GONE).comesBack(moved)).isTrue();
    assertThat(known(5, 7, ConflictStatus.GONE).comesBack(moved)).isTrue();
    assertThat(known(4, 7, ConflictStatus.SETTLED).comesBack(moved)).isTrue();
    assertThat(known(5, 7, ConflictStatus.SETTLED).comesBack(moved)).isFalse();
    assertThat(known(4, 7, ConflictStatus.SETTLED).comesBack(found(5, 7, OverlapClass.NOISE))).isFalse();
    assertThat(known(4, 7, ConflictStatus.OPEN).comesBack(moved)).isFalse();
    assertThat(known(4, 7, ConflictStatus.IN_CASE).comesBack(moved)).isFalse();
  }

  @Test
  void pairsAreInOrderOfTheLeftSideThenTheRight() {
    assertThat(new Pair(2, 1)).isGreaterThan(new Pair(1, 9)).isLessThan(new Pair(2, 3));
    assertThat(new Pair(2, 1).compareTo(new Pair(2, 1))).isZero();
  }

  @Test
  void outcomesAddUpAndNothingIsNothing() {
    assertThat(new Neighbourhood.Outcome(1, 2, 3).and(new Neighbourhood.Outcome(10, 20, 30)))
        .isEqualTo(new Neighbourhood.Outcome(11, 22, 33));
    assertThat(new Neighbourhood.Outcome(0, 0, 0).nothing()).isTrue();
    assertThat(new Neighbourhood.Outcome(1, 0, 0).nothing()).isFalse();
    assertThat(new Neighbourhood.Outcome(0, 1, 0).nothing()).isFalse();
    assertThat(new Neighbourhood.Outcome(0, 0, 1).nothing()).isFalse();
  }

  @Test
  void whatIsNotOnTheRegisterYetIsComparedInTheSystemItWasSurveyedIn() {
    Geometry drawn = OVERLAP.copy();
    drawn.setSRID(0);
    Side draft = Side.of(UnitKind.CLAIM, Land.claim("K", drawn, null));

    assertThat(draft.standing().srid()).isEqualTo(Land.ZONE_36);
    assertThat(draft.certified()).isFalse();
    assertThat(drawn.getSRID()).as("what was handed in stays as it was").isZero();
    assertThat((Object) Side.of(UnitKind.CLAIM, Land.claim("K", OVERLAP, null)).boundary()).isSameAs(OVERLAP);
  }

  @Test
  void aParcelIsCertifiedWhileItsStatusSaysSo() {
    UnitVersion surveyed = Land.inForce(1, UnitKind.PARCEL, Land.parcel("P", OVERLAP));

    assertThat(Side.of(surveyed)).isEqualTo(new Side(UnitKind.PARCEL, "P", OVERLAP, Land.SURVEYED, surveyed.facts(), false));
    assertThat(Side.of(certified(surveyed)).certified()).isTrue();
  }

  private static UnitVersion certified(UnitVersion unit) {
    return new UnitVersion(unit.ref(), UnitStatus.CERTIFIED, unit.revision(), unit.boundary(), unit.srid(),
        unit.degrees(), unit.planeArea(), unit.ellipsoidArea(), unit.declaredArea(), unit.accuracy(), unit.boundaryHash(),
        unit.facts(), unit.importId(), unit.importRecord(), unit.reason(), unit.reasonSubject(), unit.validFrom(),
        unit.validTo());
  }

  private static Conflict conflict(OverlapClass overlapClass, ConflictStatus status, @Nullable Double ballpark) {
    return new Conflict(1, unit(1, UnitKind.PARCEL, 4), unit(2, UnitKind.CLAIM, 7), overlapClass, Track.OWNERSHIP, 500,
        4.76, 5, 0.05, 0.05, 0.5, ballpark, 0.05, 0.05, OVERLAP, OVERLAP, status, null, "overlap-1", REASON,
        Instant.EPOCH, 1);
  }

  private static Known known(int leftVersion, int rightVersion, ConflictStatus status) {
    return new Known(1, new Pair(1, 2), leftVersion, rightVersion, OverlapClass.BOUNDARY, Track.OWNERSHIP, 0.5, status,
        "overlap-1");
  }

  private static Known known(OverlapClass overlapClass, Track track, double width, String rule) {
    return new Known(1, new Pair(1, 2), 4, 7, overlapClass, track, width, ConflictStatus.OPEN, rule);
  }

  private static JudgedPair found(int leftVersion, int rightVersion, OverlapClass overlapClass) {
    return new JudgedPair(new Pair(1, 2), unit(1, UnitKind.PARCEL, leftVersion), unit(2, UnitKind.CLAIM, rightVersion),
        new Finding(LEFT, RIGHT, new Judgement(overlapClass, Track.OWNERSHIP, 0.5, null, "overlap-1", REASON), 500,
            4.76, 5, 0.05, 0.05, OVERLAP));
  }

  private static Judgement judgement(String rule, Bilingual reason) {
    return new Judgement(OverlapClass.BOUNDARY, Track.OWNERSHIP, 0.5, null, rule, reason);
  }

  private static UnitRef unit(long id, UnitKind kind, int version) {
    return new UnitRef(id, kind, "U" + id, version);
  }
}
