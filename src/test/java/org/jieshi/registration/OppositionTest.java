package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.conflicts.Track;
import org.jieshi.disputes.DisputeStage;
import org.jieshi.disputes.DisputeTrack;
import org.jieshi.disputes.OpenDispute;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.shared.Bilingual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

/** What stands against a parcel, as its applicant reads it. */
class OppositionTest {

  private static final UnitRef PARCEL = new UnitRef(1, UnitKind.PARCEL, "P-1", 1);
  private static final UnitRef CLAIM = new UnitRef(2, UnitKind.CLAIM, "大岭-1", 1);
  private static final UnitRef FOREST = new UnitRef(3, UnitKind.EVIDENCE, "林-7", 1);
  private static final Geometry OVERLAP = Land.rectangle(0, 0, 5, 100);

  @Test
  void anOverlapNamesTheOtherSideWhicheverSideTheParcelIs() {
    UnitRef neighbour = new UnitRef(4, UnitKind.PARCEL, "P-4", 1);

    assertThat(Opposition.overlaps("P-1", List.of(conflict(7, PARCEL, CLAIM), conflict(8, neighbour, PARCEL))))
        .containsExactly(
            new Bilingual("Conflict 7: claim 大岭-1 covers 500.13 m² of the parcel.",
                "冲突 7：权属主张 大岭-1 与本宗地重叠 500.13 平方米。"),
            new Bilingual("Conflict 8: parcel P-4 covers 500.13 m² of the parcel.", "冲突 8：宗地 P-4 与本宗地重叠 500.13 平方米。"));
  }

  @Test
  void onlyForestRightsOfOthersAreForTheForestryDepartment() {
    assertThat(Opposition.forestFindings("P-1", List.of(conflict(7, PARCEL, CLAIM), conflict(9, PARCEL, FOREST))))
        .containsExactly(new Bilingual("Conflict 9: evidence record 林-7 covers 500.13 m² of the parcel.",
            "冲突 9：权属证据 林-7 与本宗地重叠 500.13 平方米。"));
  }

  /** C5 is judged by class: survey noise tells nothing of whose the forest is, everything wider does. */
  @ParameterizedTest
  @EnumSource(OverlapClass.class)
  void surveyNoiseIsNoFinding(OverlapClass overlapClass) {
    assertThat(Opposition.forestFindings("P-1", List.of(forest(overlapClass, ConflictStatus.OPEN))))
        .hasSize(overlapClass == OverlapClass.NOISE ? 0 : 1);
  }

  /** The parties' agreement does not bind the forestry department; land that no longer overlaps does not concern it. */
  @ParameterizedTest
  @EnumSource(ConflictStatus.class)
  void aSettledOverlapIsAFindingStillAndOneThatIsGoneIsNot(ConflictStatus status) {
    assertThat(Opposition.forestFindings("P-1", List.of(forest(OverlapClass.BOUNDARY, status))))
        .hasSize(status == ConflictStatus.GONE ? 0 : 1);
  }

  @Test
  void anOpenCaseSaysWhatItIsAndHowFarItHasCome() {
    assertThat(Opposition.cases(List.of(new OpenDispute("D2013-0001", "调2013-0001", "华山农场与大岭村",
        DisputeTrack.OWNERSHIP, DisputeStage.MEDIATION, LocalDate.of(2013, 4, 2))))).containsExactly(
            new Bilingual("Case 调2013-0001 (ownership dispute) is in mediation.", "案件 调2013-0001（权属争议）调解中。"));
  }

  private static Conflict forest(OverlapClass overlapClass, ConflictStatus status) {
    return conflict(9, PARCEL, FOREST, overlapClass, status);
  }

  private static Conflict conflict(long id, UnitRef left, UnitRef right) {
    return conflict(id, left, right, OverlapClass.ENCROACHMENT, ConflictStatus.OPEN);
  }

  private static Conflict conflict(long id, UnitRef left, UnitRef right, OverlapClass overlapClass,
      ConflictStatus status) {
    return new Conflict(id, left, right, overlapClass, Track.OWNERSHIP, 500.125, 4.76, 5, 0.05, 0.05, 0.5, null, 0.05,
        0.05, OVERLAP, OVERLAP, status, null, "overlap-1", new Bilingual("reason", "理由"), Instant.EPOCH, 1);
  }
}
