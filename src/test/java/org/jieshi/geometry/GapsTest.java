package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.jieshi.geometry.Wkt.rectangle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jieshi.geometry.GeometryRefusal.Reason;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Rule C6. */
class GapsTest {

  private static final double EAST = 36_632_000;
  private static final double NORTH = 2_480_000;

  @Test
  void aStripBetweenTwoParcelsClosedByTwoOthersIsAGap() {
    List<Gap> gaps = between(land(0, 0, 100, 100), land(100.3, 0, 100, 100), land(0, 100, 200.3, 50),
        land(0, -50, 200.3, 50));

    assertThat(gaps).singleElement().satisfies(gap -> {
      assertThat(gap.area()).isCloseTo(30, within(1e-5));
      assertThat(gap.meanWidth()).isCloseTo(2 * 30 / 200.6, within(1e-6));
      assertThat(gap.maxWidth()).isCloseTo(0.3, within(0.005));
      assertThat(gap.enclosedBy()).containsExactly(0, 1, 2, 3);
      assertThat(gap.geometry().getSRID()).isEqualTo(Wkt.ZONE_36);
      assertThat(gap.geometry().isValid()).isTrue();
    });
  }

  @Test
  void enclosedLandWiderThanTheLimitIsMeantToBeLeftOut() {
    Geometry[] road = {land(0, 0, 100, 100), land(106, 0, 100, 100), land(0, 100, 206, 50), land(0, -50, 206, 50)};

    assertThat(between(road)).isEmpty();
    assertThat(Gaps.between(List.of(road), 6)).hasSize(1);
  }

  @Test
  void aWedgeIsJudgedByItsMeanWidth() {
    // from nothing to 3 m over 100 m: nowhere else than in its mean width is it narrower than 2 m and wider than its end
    List<Gap> gaps = between(at("POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0))"),
        at("POLYGON ((100 0, 103 100, 200 100, 200 0, 100 0))"), land(0, 100, 200, 50));

    assertThat(gaps).singleElement().satisfies(gap -> {
      assertThat(gap.area()).isCloseTo(150, within(1e-5));
      assertThat(gap.meanWidth()).isBetween(1.4, 1.5);
      assertThat(gap.maxWidth()).isBetween(2.8, 3.0);
    });
  }

  @Test
  void stripsOfEveryWidthAreFoundWhateverTheLimit() {
    for (double width : new double[] {0.002, 0.01, 0.05, 0.2, 1, 1.9}) {
      for (double limit : new double[] {2, 20, 200}) {
        assertThat(Gaps.between(List.of(land(0, 0, 100, 100), land(100 + width, 0, 100, 100),
            land(0, 100, 200 + width, 50), land(0, -50, 200 + width, 50)), limit))
            .as("%s m under a limit of %s m", width, limit).singleElement()
            .satisfies(gap -> assertThat(gap.area()).isCloseTo(100 * width, within(1e-4)));
      }
    }
  }

  @Test
  void aRingAroundAnIslandIsAGapBetweenTheTwo() {
    List<Gap> gaps = between(at("POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0), (40 40, 60 40, 60 60, 40 60, 40 40))"),
        land(40.5, 40.5, 19, 19));

    assertThat(gaps).singleElement().satisfies(gap -> {
      assertThat(gap.area()).isCloseTo(400 - 361, within(1e-6));
      assertThat(gap.geometry().getNumInteriorRing()).isEqualTo(1);
      assertThat(gap.enclosedBy()).containsExactly(0, 1);
    });
  }

  @Test
  void aHoleOfOneParcelIsLandOfOthersAndNoGap() {
    assertThat(between(at("POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0), (40 40, 41 40, 41 60, 40 60, 40 40))"),
        land(100, 0, 50, 100))).isEmpty();
  }

  @Test
  void neighboursThatTouchOrOverlapLeaveNone() {
    assertThat(between(land(0, 0, 100, 100), land(100, 0, 100, 100), land(0, 100, 200, 50))).isEmpty();
    assertThat(between(land(0, 0, 100, 100), land(95, 0, 100, 100), land(0, 97, 200, 50))).isEmpty();
    assertThat(between(land(0, 0, 100, 100))).isEmpty();
    assertThat(between()).isEmpty();
  }

  @Test
  void whatRoundingToTheMillimetreLeavesIsNoGap() {
    // the middle vertex of a slanting boundary, written to the millimetre by one of the two neighbours only
    assertThat(between(at("POLYGON ((0 0, 10 100, 10.033 100.333, 20 200, 0 200, 0 0))"),
        at("POLYGON ((0 0, 20 200, 100 200, 100 0, 0 0))"), land(0, 200, 100, 10))).isEmpty();
  }

  @Test
  void anUncleanCoverageLosesNoGapAndInventsNone() {
    // the same strip as above among parcels that overlap by metres, by a nanometre, and wholly
    List<Gap> gaps = between(land(0, 0, 100, 100), land(100.3, 0, 100, 100), land(-20, 95, 260, 50),
        land(0, -50, 200.3, 50 + 1e-9), land(20, 20, 40, 40), land(0, 0, 100, 100), land(99.9, 40, 0.05, 10));

    assertThat(gaps).singleElement().satisfies(gap -> {
      assertThat(gap.area()).isCloseTo(0.3 * 95, within(1e-5));
      assertThat(gap.enclosedBy()).containsExactly(0, 1, 2, 3, 5);
    });
  }

  @Test
  void theOrderOfTheParcelsMakesNoDifference() {
    Random random = new Random(7);
    List<Geometry> parcels = new ArrayList<>();
    for (int column = 0; column < 8; column++) {
      for (int row = 0; row < 8; row++) {
        double width = 100 - (random.nextInt(4) == 0 ? 0.5 : 0) + (random.nextInt(4) == 0 ? 0.4 : 0);
        parcels.add(land(column * 100, row * 100, width, 100));
      }
    }
    double[] areas = areas(parcels);
    assertThat(areas).hasSizeGreaterThan(3);
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(parcels, random);
      assertThat(areas(parcels)).containsExactly(areas, within(1e-6));
    }
  }

  @Test
  void parcelsOfTwoSystemsAreRefused() {
    Geometry parcels = land(0, 0, 100, 100);
    Geometry elsewhere = rectangle(0, 0, 10, 10);
    elsewhere.setSRID(4525);
    assertThatThrownBy(() -> Gaps.between(List.of(parcels, elsewhere), 2)).isInstanceOfSatisfying(
        GeometryRefusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.SYSTEMS_DIFFER));
  }

  private static double[] areas(List<Geometry> parcels) {
    return Gaps.between(parcels, 2).stream().mapToDouble(Gap::area).toArray();
  }

  private static List<Gap> between(Geometry... parcels) {
    return Gaps.between(Arrays.asList(parcels), Gaps.WIDEST);
  }

  private static Geometry land(double west, double south, double width, double height) {
    return rectangle(EAST + west, NORTH + south, width, height);
  }

  private static Geometry at(String wkt) {
    Geometry geometry = Wkt.read(wkt);
    geometry.apply(AffineTransformation.translationInstance(EAST, NORTH));
    geometry.setSRID(Wkt.ZONE_36);
    return geometry;
  }
}
