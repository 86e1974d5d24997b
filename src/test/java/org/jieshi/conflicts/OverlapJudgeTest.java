package org.jieshi.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jieshi.parcels.Land.accurateTo;
import static org.jieshi.parcels.Land.claim;
import static org.jieshi.parcels.Land.evidence;
import static org.jieshi.parcels.Land.parcel;
import static org.jieshi.parcels.Land.rectangle;

import java.util.Optional;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class OverlapJudgeTest {

  private static final UnitDraft PARCEL = parcel("P", rectangle(0, 0, 100, 100));

  @Test
  void aClaimFiveMetresOverTheBoundaryIsAnEncroachmentOfExactlyThatStrip() {
    Finding finding = judge(PARCEL, claim("K", rectangle(95, 0, 100, 100), null)).orElseThrow();

    assertThat(finding.area()).isCloseTo(500, within(1e-9));
    assertThat(finding.meanWidth()).isCloseTo(2 * 500 / 210.0, within(1e-9));
    assertThat(finding.maxWidth()).isCloseTo(5, within(0.02));
    assertThat(finding.leftShare()).isCloseTo(0.05, within(1e-12));
    assertThat(finding.allowedWidth()).isCloseTo(2 * Math.hypot(0.05, 0.05), within(1e-12));
    assertThat(finding.overlapClass()).isEqualTo(OverlapClass.ENCROACHMENT);
    assertThat(finding.overlap().norm()).isEqualTo(rectangle(95, 0, 5, 100).norm());
  }

  @Test
  void touchingNeighboursDoNotOverlap() {
    assertThat(judge(PARCEL, claim("K", rectangle(100, 0, 100, 100), null))).isEmpty();
    assertThat(judge(PARCEL, claim("K", rectangle(100, 100, 100, 100), null))).isEmpty();
    assertThat(judge(parcel("P", Land.at("POLYGON ((0 0, 30 100, 100 0, 0 0))")),
        claim("K", Land.at("POLYGON ((30 100, 100 0, 100 100, 30 100))"), null))).isEmpty();
  }

  @Test
  void aNeighbourOfAnotherZoneTouchesWithinTheNoiseOfItsMillimetres() {
    Geometry other = CoordinateSystems.transform(rectangle(100, 0, 100, 100), 4524, 4525);
    other.apply((org.locationtech.jts.geom.CoordinateFilter) c -> {
      c.x = Math.rint(c.x * 1000) / 1000;
      c.y = Math.rint(c.y * 1000) / 1000;
    });
    UnitDraft neighbour = new UnitDraft("K", other, 4525, null, 0.05, UnitFacts.NONE, null, null);

    judge(PARCEL, neighbour).ifPresent(finding ->
        assertThat(finding.overlapClass()).isEqualTo(OverlapClass.NOISE));
  }

  @Test
  void aStripIsNoiseAgainstASketchAndEncroachmentAgainstASurvey() {
    Geometry threeMetres = rectangle(97, 0, 500, 100);

    assertThat(classOf(PARCEL, accurateTo(claim("K", threeMetres, null), 3.0))).isEqualTo(OverlapClass.NOISE);
    assertThat(classOf(PARCEL, accurateTo(claim("K", threeMetres, null), 1.0))).isEqualTo(OverlapClass.BOUNDARY);
    assertThat(classOf(PARCEL, accurateTo(claim("K", threeMetres, null), 0.05)))
        .isEqualTo(OverlapClass.ENCROACHMENT);
  }

  @Test
  void aSideOfUnknownAccuracyExcusesNothingAndTheReasonSaysSo() {
    Finding finding = judge(accurateTo(PARCEL, null), accurateTo(claim("K", rectangle(99.99, 0, 500, 100), null), null))
        .orElseThrow();

    assertThat(finding.overlapClass()).isEqualTo(OverlapClass.ENCROACHMENT);
    assertThat(finding.reason().en()).contains("The accuracy of P is not known").contains("accuracy of K is not known");
    assertThat(finding.reason().zh()).contains("P 的测量精度未知");
  }

  @Test
  void evenUnknownSurveysCannotAgreeBetterThanTheMillimetreTheyAreWrittenTo() {
    assertThat(classOf(accurateTo(PARCEL, null), accurateTo(claim("K", rectangle(99.9995, 0, 500, 100), null), null)))
        .isEqualTo(OverlapClass.NOISE);
  }

  @Test
  void theSameLandTwiceIsADuplicateAndAParcelInsideAClaimContained() {
    assertThat(classOf(PARCEL, claim("K", rectangle(0, 0, 100, 100), null))).isEqualTo(OverlapClass.DUPLICATE);
    assertThat(classOf(PARCEL, claim("K", rectangle(-50, -50, 300, 300), null))).isEqualTo(OverlapClass.CONTAINED);
  }

  @Test
  void theTrackFollowsFromTheDocumentsOfBothSides() {
    Geometry over = rectangle(50, 0, 100, 100);
    Side open = Side.of(UnitKind.PARCEL, PARCEL);
    Side certified = certified(PARCEL);
    Side occupier = Side.of(UnitKind.CLAIM, claim("K", over, null));
    Side owner = Side.of(UnitKind.CLAIM, claim("K", over, "桂土字第1号"));
    Side stranger = Side.of(UnitKind.PARCEL, Land.draft("Q", over, UnitFacts.NONE.withParty("某林场", null, null)));

    assertThat(Track.of(certified, occupier)).isEqualTo(Track.TRESPASS);
    assertThat(Track.of(certified, owner)).isEqualTo(Track.OWNERSHIP);
    assertThat(Track.of(open, occupier)).isEqualTo(Track.OWNERSHIP);
    assertThat(Track.of(open, Side.of(UnitKind.EVIDENCE, evidence("E", over, UnitFacts.FOREST_CERTIFICATE))))
        .isEqualTo(Track.DOUBLE_CERTIFICATE);
    assertThat(Track.of(certified, certified(parcel("Q", over)))).isEqualTo(Track.DOUBLE_CERTIFICATE);
    assertThat(Track.of(certified, Side.of(UnitKind.PARCEL, parcel("Q", over)))).isEqualTo(Track.SURVEY_FAULT);
    assertThat(Track.of(open, stranger)).isEqualTo(Track.OWNERSHIP);
  }

  @Test
  void theFarmsOwn1987CertificateIsSupportAndNoConflict() {
    Side support = Side.of(UnitKind.EVIDENCE,
        evidence("1987", rectangle(0, 0, 500, 500), UnitFacts.FARM_1987_CERTIFICATE));

    assertThat(OverlapJudge.judge(Side.of(UnitKind.PARCEL, PARCEL), support)).isEmpty();
  }

  private static Side certified(UnitDraft draft) {
    Side side = Side.of(UnitKind.PARCEL, draft);
    return new Side(side.kind(), side.code(), side.boundary(), side.accuracy(), side.facts(), true);
  }

  private static OverlapClass classOf(UnitDraft left, UnitDraft right) {
    return judge(left, right).orElseThrow().overlapClass();
  }

  private static Optional<Finding> judge(UnitDraft left, UnitDraft right) {
    return OverlapJudge.judge(Side.of(UnitKind.PARCEL, left), Side.of(UnitKind.CLAIM, right));
  }
}
