package org.jieshi.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jieshi.parcels.Land.accurateTo;
import static org.jieshi.parcels.Land.claim;
import static org.jieshi.parcels.Land.evidence;
import static org.jieshi.parcels.Land.parcel;
import static org.jieshi.parcels.Land.rectangle;

import java.util.Optional;
import org.jieshi.conflicts.rules.OverlapRule;
import org.jieshi.geometry.Accuracy;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class OverlapJudgeTest {

  private static final OverlapRule RULE = OverlapRule.DELIVERED;
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
  void aStripOfThreeMetresIsNoiseAgainstASketchAndEncroachmentAgainstASurvey() {
    Geometry threeMetres = rectangle(97, 0, 500, 100);
    double sketch = Accuracy.graphicalRmse(10_000);

    assertThat(sketch).isCloseTo(3.0, within(1e-12));
    assertThat(classOf(PARCEL, accurateTo(claim("K", threeMetres, null), sketch))).isEqualTo(OverlapClass.NOISE);
    assertThat(classOf(PARCEL, accurateTo(claim("K", threeMetres, null), 1.0))).isEqualTo(OverlapClass.BOUNDARY);
    assertThat(classOf(PARCEL, accurateTo(claim("K", threeMetres, null), Accuracy.SurveyClass.CLASS_1.rmse())))
        .isEqualTo(OverlapClass.ENCROACHMENT);
  }

  @Test
  void everyClassBeginsWhereTheOneBeforeEnds() {
    double allowed = RULE.allowedWidth(0.05, 0.05, null);

    assertThat(RULE.classify(0.1, 0.1, allowed, allowed)).isEqualTo(OverlapClass.NOISE);
    assertThat(RULE.classify(0.1, 0.1, Math.nextUp(allowed), allowed)).isEqualTo(OverlapClass.BOUNDARY);
    assertThat(RULE.classify(0.1, 0.1, 3 * allowed, allowed)).isEqualTo(OverlapClass.BOUNDARY);
    assertThat(RULE.classify(0.1, 0.1, Math.nextUp(3 * allowed), allowed)).isEqualTo(OverlapClass.ENCROACHMENT);
    assertThat(RULE.classify(0.1, 0.99, allowed, allowed)).isEqualTo(OverlapClass.CONTAINED);
    assertThat(RULE.classify(0.99, 0.99, allowed, allowed)).isEqualTo(OverlapClass.DUPLICATE);
    for (double share : new double[] {0.1, 0.98, 0.99, 1}) {
      for (double width : new double[] {0.01, 0.14, 0.2, 0.42, 0.43, 5}) {
        assertThat(RULE.classify(share, 0.98, width, allowed))
            .isEqualTo(OverlapClass.judge(share, 0.98, width, allowed));
      }
    }
  }

  @Test
  void anotherRuleJudgesTheSameLandOtherwise() {
    OverlapRule lenient = new OverlapRule(2, 4, 3, 0.99, 0.001, RULE.validFrom(), "x", "x", null, RULE.enteredAt(), 0, 0);
    UnitDraft strip = accurateTo(claim("K", rectangle(99.8, 0, 500, 100), null), 0.05);

    assertThat(judge(PARCEL, strip, RULE).orElseThrow().overlapClass()).isEqualTo(OverlapClass.BOUNDARY);
    Finding finding = judge(PARCEL, strip, lenient).orElseThrow();
    assertThat(finding.overlapClass()).isEqualTo(OverlapClass.NOISE);
    assertThat(finding.judgement().ruleVersion()).isEqualTo("overlap-2/track-2");
  }

  @Test
  void aParcelOnEitherSideOfTheZoneBoundaryIsComparedInTheLeftOnesPlane() {
    // 109.5° E is the border of zones 36 and 37; the parcel lies west of it, the claim east, 2 m over it
    Geometry west = acrossTheMeridian(-100, 0);
    for (int srid : new int[] {4525, 4546, 4545, 4497, 4508}) {
      Geometry over = CoordinateSystems.transform(acrossTheMeridian(-2, 100), 4524, srid);
      Geometry touching = CoordinateSystems.transform(acrossTheMeridian(0, 100), 4524, srid);

      Finding finding = judge(parcelAt(west), other(over, srid, 0.05)).orElseThrow();
      assertThat(finding.area()).as("EPSG:%d", srid).isCloseTo(200, within(0.01));
      assertThat(finding.overlapClass()).isEqualTo(OverlapClass.ENCROACHMENT);
      assertThat(finding.overlap().getSRID()).isEqualTo(4524);
      assertThat(finding.judgement().ballpark()).isNull();
      assertThat(finding.reason().en()).contains("K was surveyed in EPSG:%d and compared in EPSG:4524".formatted(srid),
          "exact to the millimetre");
      judge(parcelAt(west), other(touching, srid, 0.05)).ifPresent(noise -> {
        assertThat(noise.overlapClass()).isEqualTo(OverlapClass.NOISE);
        assertThat(noise.meanWidth()).isLessThan(0.001);
      });
    }
  }

  @Test
  void betweenTwoDatumsNothingIsExactAndNothingIsNoise() {
    Geometry strip = CoordinateSystems.transformAcceptingBallpark(rectangle(97, 0, 500, 100), 4524, 2360);

    Finding finding = judge(PARCEL, other(strip, 2360, 30.0)).orElseThrow();

    assertThat(finding.judgement().ballpark()).isEqualTo(30.0);
    assertThat(finding.allowedWidth()).isCloseTo(2 * Math.sqrt(0.05 * 0.05 + 30 * 30 + 30 * 30), within(1e-9));
    assertThat(finding.overlapClass()).isEqualTo(OverlapClass.BOUNDARY);
    assertThat(finding.reason().en()).contains("P is in CGCS2000 and K in Xian 1980", "accepted here as ±30.0 m",
        "not exact");
    assertThat(finding.reason().zh()).contains("1980西安坐标系", "±30.0 米");
  }

  @Test
  void twoSurveysInOneOldDatumAreComparedExactly() {
    UnitDraft parcel = new UnitDraft("P", inSystem(rectangle(0, 0, 100, 100), 2360), 2360, null, 0.05, UnitFacts.NONE,
        null, null);
    Finding finding = judge(parcel, other(inSystem(rectangle(97, 0, 500, 100), 2360), 2360, 0.05)).orElseThrow();

    assertThat(finding.judgement().ballpark()).isNull();
    assertThat(finding.overlapClass()).isEqualTo(OverlapClass.ENCROACHMENT);
  }

  @Test
  void aSideOfUnknownAccuracyExcusesNothingAndTheReasonSaysSo() {
    Finding finding = judge(accurateTo(PARCEL, null), accurateTo(claim("K", rectangle(99.99, 0, 500, 100), null), null))
        .orElseThrow();

    assertThat(finding.overlapClass()).isEqualTo(OverlapClass.ENCROACHMENT);
    assertThat(finding.reason().en()).contains("The accuracy of P is not known").contains("accuracy of K is not known");
    assertThat(finding.reason().zh()).contains("P 的测量精度未知");
    assertThat(finding.allowedWidth()).isEqualTo(0.001);
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

    assertThat(track(certified, occupier)).isEqualTo(Track.TRESPASS);
    assertThat(track(certified, owner)).isEqualTo(Track.OWNERSHIP);
    assertThat(track(open, occupier)).isEqualTo(Track.OWNERSHIP);
    assertThat(track(open, Side.of(UnitKind.EVIDENCE, evidence("E", over, UnitFacts.FOREST_CERTIFICATE))))
        .isEqualTo(Track.DOUBLE_CERTIFICATE);
    assertThat(track(certified, certified(parcel("Q", over)))).isEqualTo(Track.DOUBLE_CERTIFICATE);
    assertThat(track(certified, Side.of(UnitKind.PARCEL, parcel("Q", over)))).isEqualTo(Track.SURVEY_FAULT);
    assertThat(track(open, stranger)).isEqualTo(Track.OWNERSHIP);
    Side household = Side.of(UnitKind.CLAIM, claim("K", over, "土地承包合同2004-12号"));
    assertThat(track(open, household)).isEqualTo(Track.CONTRACT);
    assertThat(track(certified, household)).isEqualTo(Track.CONTRACT);
    for (String record : new String[] {"1953年土地房产所有证", "集体林权证存根", "1962年四固定登记表"}) {
      assertThat(track(certified, Side.of(UnitKind.CLAIM, claim("K", over, record)))).as(record)
          .isEqualTo(Track.OWNERSHIP);
    }
    for (String title : new String[] {"灵集有(2010)第0031号", "林证字(1983)第7号", "集体土地所有证01号"}) {
      Side collective = Side.of(UnitKind.CLAIM, claim("K", over, title));
      assertThat(track(certified, collective)).as(title).isEqualTo(Track.DOUBLE_CERTIFICATE);
      assertThat(track(open, collective)).as(title).isEqualTo(Track.OWNERSHIP);
    }
  }

  @Test
  void theFarmsOwn1987CertificateIsSupportAndNoConflict() {
    Side support = Side.of(UnitKind.EVIDENCE,
        evidence("1987", rectangle(0, 0, 500, 500), UnitFacts.FARM_1987_CERTIFICATE));

    assertThat(OverlapJudge.judge(Side.of(UnitKind.PARCEL, PARCEL), support, RULE)).isEmpty();
  }

  /** A rectangle of 100 m north to south, its west and east edge so many metres from 109.5° E, in zone 36. */
  private static Geometry acrossTheMeridian(double from, double to) {
    Geometry border = new GeometryFactory().createPoint(new Coordinate(109.5, 22.42));
    Coordinate origin = CoordinateSystems.transform(border, 4490, 4524).getCoordinate();
    return inSystem(new GeometryFactory().toGeometry(new Envelope(origin.x + from, origin.x + to, origin.y,
        origin.y + 100)), 4524);
  }

  private static Geometry inSystem(Geometry geometry, int srid) {
    Geometry copy = geometry.copy();
    copy.setSRID(srid);
    return copy;
  }

  private static UnitDraft parcelAt(Geometry boundary) {
    return parcel("P", boundary);
  }

  private static UnitDraft other(Geometry boundary, int srid, double accuracy) {
    return new UnitDraft("K", boundary, srid, null, accuracy, UnitFacts.NONE, null, null);
  }

  private static Side certified(UnitDraft draft) {
    Side side = Side.of(UnitKind.PARCEL, draft);
    return new Side(side.kind(), side.code(), side.boundary(), side.accuracy(), side.facts(), true);
  }

  private static Track track(Side left, Side right) {
    return Track.of(left.standing(), right.standing());
  }

  private static OverlapClass classOf(UnitDraft left, UnitDraft right) {
    return judge(left, right).orElseThrow().overlapClass();
  }

  private static Optional<Finding> judge(UnitDraft left, UnitDraft right) {
    return judge(left, right, RULE);
  }

  private static Optional<Finding> judge(UnitDraft left, UnitDraft right, OverlapRule rule) {
    return OverlapJudge.judge(Side.of(UnitKind.PARCEL, left), Side.of(UnitKind.CLAIM, right), rule);
  }
}
