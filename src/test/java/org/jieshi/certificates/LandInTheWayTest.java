package org.jieshi.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.parcels.Land.rectangle;

import java.math.BigDecimal;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.registration.LiveCertificates.LiveOverlap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Gate W7: no live certificate of anybody overlaps beyond w_allow. */
class LandInTheWayTest {

  private static final int XIAN_1980 = 2360;
  private static final int CGCS2000_ZONE_37 = 4525;
  private static final Geometry PARCEL = rectangle(0, 0, 100, 100);

  /** Two surveys of 5 cm allow 2·√2·0.05 = 0.141 m; a strip of 100 m and w has the mean width 100 w / (100 + w). */
  @Test
  void aStripStandsInTheWayOnlyBeyondWhatBothSurveysCanBeWrong() {
    assertThat(certified(rectangle(99.87, 0, 50, 100), 0.05).over(PARCEL, 0.05)).as("0.130 m").isEmpty();
    assertThat(certified(rectangle(99.85, 0, 50, 100), 0.05).over(PARCEL, 0.05)).as("0.150 m")
        .contains(new LiveOverlap("N-1", "P-2", new BigDecimal("15.00")));
  }

  @Test
  void anOldSurveyAllowsMoreThanANewOne() {
    assertThat(certified(rectangle(97, 0, 50, 100), 5.0).over(PARCEL, 0.05)).isEmpty();
    assertThat(certified(rectangle(97, 0, 50, 100), 0.05).over(PARCEL, 0.05)).isPresent();
  }

  @Test
  void anAccuracyThatIsNotKnownOnEitherSideAllowsNothing() {
    Geometry strip = rectangle(99.99, 0, 50, 100);

    assertThat(certified(strip, 0.05).over(PARCEL, 0.05)).isEmpty();
    assertThat(certified(strip, null).over(PARCEL, 0.05)).contains(new LiveOverlap("N-1", "P-2", new BigDecimal("1.00")));
    assertThat(certified(strip, 0.05).over(PARCEL, null)).contains(new LiveOverlap("N-1", "P-2", new BigDecimal("1.00")));
  }

  @Test
  void neighboursThatTouchAreNotInTheWayHoweverLittleIsKnownOfThem() {
    assertThat(certified(rectangle(100, 0, 50, 100), null).over(PARCEL, null)).isEmpty();
  }

  @Test
  void landOfAnotherZoneIsMeasuredInThePlaneOfTheParcel() {
    Geometry other = CoordinateSystems.inPlane(rectangle(90, 0, 50, 100), CGCS2000_ZONE_37);

    assertThat(certified(other, 0.05).over(PARCEL, 0.05))
        .contains(new LiveOverlap("N-1", "P-2", new BigDecimal("1000.00")));
  }

  /** Between datums nobody knows the way better than to 200 m: what is nearer may lie over the parcel. */
  @Test
  void landOfAnotherDatumIsInTheWayAsFarAsTheBallparkReaches() {
    Geometry over = CoordinateSystems.inPlane(rectangle(50, 0, 50, 100), XIAN_1980);
    Geometry near = CoordinateSystems.inPlane(rectangle(299, 0, 50, 100), XIAN_1980);
    Geometry far = CoordinateSystems.inPlane(rectangle(301, 0, 50, 100), XIAN_1980);

    assertThat(certified(over, 0.05).over(PARCEL, 0.05)).contains(new LiveOverlap("N-1", "P-2", null));
    assertThat(certified(near, 30.0).over(PARCEL, 0.05)).contains(new LiveOverlap("N-1", "P-2", null));
    assertThat(certified(far, 30.0).over(PARCEL, 0.05)).isEmpty();
  }

  @Test
  void aCertificateOfOursIsNamedByItsNumberAndItsParcel() {
    LandInTheWay ours = LandInTheWay.of(PapersInHand.alone("华山农场"));

    assertThat(ours.over(PARCEL, 0.05))
        .contains(new LiveOverlap(PapersInHand.FIRST, PapersInHand.PARCEL, new BigDecimal("10000.00")));
    assertThat(ours.accuracy()).isEqualTo(0.05);
  }

  @Test
  void theFarmsOwnCertificateOf1987SupportsItsParcels() {
    assertThat(LandInTheWay.ofEvidence(evidence(Land.evidence("E-1", PARCEL, UnitFacts.FARM_1987_CERTIFICATE)))).isEmpty();
  }

  @Test
  void aForestCertificateOfOthersIsNamedByItsDocumentAndWithoutOneByItsCode() {
    assertThat(LandInTheWay.ofEvidence(evidence(Land.evidence("E-1", PARCEL, UnitFacts.FOREST_CERTIFICATE))))
        .contains(new LandInTheWay("林证字E-1", "E-1", PARCEL, Land.SURVEYED));
    assertThat(LandInTheWay.ofEvidence(evidence(Land.draft("E-2", PARCEL, UnitFacts.NONE))))
        .contains(new LandInTheWay("E-2", "E-2", PARCEL, Land.SURVEYED));
  }

  private static LandInTheWay certified(Geometry boundary, @Nullable Double accuracy) {
    return new LandInTheWay("N-1", "P-2", boundary, accuracy);
  }

  private static UnitVersion evidence(UnitDraft draft) {
    return Land.inForce(9, UnitKind.EVIDENCE, draft);
  }
}
