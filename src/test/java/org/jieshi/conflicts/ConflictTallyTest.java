package org.jieshi.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jieshi.conflicts.Track.CONTRACT;
import static org.jieshi.conflicts.Track.OWNERSHIP;
import static org.jieshi.conflicts.Track.TRESPASS;
import static org.jieshi.geometry.OverlapClass.BOUNDARY;
import static org.jieshi.geometry.OverlapClass.ENCROACHMENT;
import static org.jieshi.geometry.OverlapClass.NOISE;
import static org.jieshi.parcels.Land.rectangle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jieshi.conflicts.ConflictSummary.Part;
import org.jieshi.conflicts.ConflictTally.Land;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.shared.AreaUnits;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Net disputed area is not the sum of pairs: nothing counts twice (rules.md, atomic faces). */
class ConflictTallyTest {

  private static final int ZONE_37 = 4525;

  private final ConflictTally tally = new ConflictTally();

  @Test
  void landThatSeveralClaimCountsInEachPairAndOnceInTheNetArea() {
    count(conflict(1, ENCROACHMENT, OWNERSHIP, rectangle(0, 0, 100, 100)),
        conflict(2, ENCROACHMENT, OWNERSHIP, rectangle(60, 0, 100, 100)),
        conflict(3, ENCROACHMENT, OWNERSHIP, rectangle(0, 0, 10, 10)));

    assertThat(tally.summary()).isEqualTo(new ConflictSummary(3, metres("20100.00"), metres("2.0100"),
        metres("16000.00"), metres("1.6000"), Map.of(ENCROACHMENT, part(3, "20100.00", "16000.00")),
        Map.of(OWNERSHIP, part(3, "20100.00", "16000.00"))));
  }

  @Test
  void everyClassAndEveryTrackHasTheLandOfItsOwn() {
    count(conflict(1, ENCROACHMENT, OWNERSHIP, rectangle(0, 0, 100, 100)),
        conflict(2, BOUNDARY, TRESPASS, rectangle(60, 0, 100, 100)),
        conflict(3, BOUNDARY, OWNERSHIP, rectangle(120, 0, 100, 100)),
        conflict(4, ENCROACHMENT, CONTRACT, rectangle(5_000, 0, 10, 10)));

    ConflictSummary summary = tally.summary();
    assertThat(summary.netArea()).isEqualTo(metres("22100.00"));
    assertThat(summary.byClass()).isEqualTo(Map.of(ENCROACHMENT, part(2, "10100.00", "10100.00"), BOUNDARY,
        part(2, "20000.00", "16000.00")));
    assertThat(summary.byTrack()).isEqualTo(Map.of(OWNERSHIP, part(2, "20000.00", "20000.00"), TRESPASS,
        part(1, "10000.00", "10000.00"), CONTRACT, part(1, "100.00", "100.00")));
  }

  /** It is listed as not distinguishable from survey error: in its class, and nowhere else. */
  @Test
  void surveyNoiseIsNoDisputedLandAndTakesNoneAway() {
    count(conflict(1, NOISE, OWNERSHIP, rectangle(0, 0, 100, 100)),
        conflict(2, ENCROACHMENT, OWNERSHIP, rectangle(0, 0, 50, 100)),
        conflict(3, NOISE, OWNERSHIP, rectangle(50, 0, 100, 100)));

    assertThat(tally.summary()).isEqualTo(new ConflictSummary(1, metres("5000.00"), metres("0.5000"), metres("5000.00"),
        metres("0.5000"), Map.of(NOISE, part(2, "20000.00", "15000.00"), ENCROACHMENT, part(1, "5000.00", "5000.00")),
        Map.of(OWNERSHIP, part(1, "5000.00", "5000.00"))));
  }

  @Test
  void landOfAnotherZoneCountsOnceToo() {
    Geometry inZone37 = CoordinateSystems.inPlane(rectangle(60, 0, 100, 100), ZONE_37);
    count(conflict(1, ENCROACHMENT, OWNERSHIP, rectangle(0, 0, 100, 100)),
        new Land(2, ENCROACHMENT, OWNERSHIP, metres("10000.00"), inZone37,
            CoordinateSystems.toDegrees(inZone37).getEnvelopeInternal()));

    double sizeInZone37 = Areas.planeAreaExact(CoordinateSystems.inPlane(rectangle(100, 0, 60, 100), ZONE_37));
    assertThat(tally.summary().netArea()).isCloseTo(AreaUnits.squareMetres(10_000 + sizeInZone37),
        within(metres("0.01")));
  }

  @Test
  void whatIsForgottenLeavesItsLandToWhoeverLiesOverIt() {
    Land first = conflict(1, ENCROACHMENT, OWNERSHIP, rectangle(0, 0, 100, 100));
    Land second = conflict(2, ENCROACHMENT, OWNERSHIP, rectangle(60, 0, 100, 100));
    count(first, second);

    assertThat(tally.forget(1)).as("where others must be counted again").contains(first.bounds());
    tally.count(List.of(second), List.of(second));
    assertThat(tally.summary().netArea()).isEqualTo(metres("10000.00"));
    assertThat(tally.forget(1)).as("gone already").isEmpty();
  }

  @Test
  void whatIsCountedAgainCountsOnce() {
    Land first = conflict(1, ENCROACHMENT, OWNERSHIP, rectangle(0, 0, 100, 100));
    Land second = conflict(2, ENCROACHMENT, OWNERSHIP, rectangle(60, 0, 100, 100));
    count(first, second);
    tally.count(List.of(second), List.of(first, second));

    assertThat(tally.summary().count()).isEqualTo(2);
    assertThat(tally.summary().netArea()).isEqualTo(metres("16000.00"));
  }

  @Test
  void withoutConflictsNothingIsDisputed() {
    count(conflict(1, ENCROACHMENT, OWNERSHIP, rectangle(0, 0, 100, 100)));
    tally.forgetAll();

    assertThat(tally.summary()).isEqualTo(new ConflictSummary(0, metres("0.00"), metres("0.0000"), metres("0.00"),
        metres("0.0000"), Map.of(), Map.of()));
  }

  private void count(Land... lands) {
    tally.count(List.of(lands), List.of(lands));
  }

  private static Land conflict(long id, OverlapClass overlapClass, Track track, Geometry overlap) {
    return new Land(id, overlapClass, track, AreaUnits.squareMetres(Areas.planeAreaExact(overlap)), overlap,
        CoordinateSystems.toDegrees(overlap).getEnvelopeInternal());
  }

  private static Part part(int count, String pairArea, String netArea) {
    return new Part(count, metres(pairArea), metres(netArea));
  }

  private static BigDecimal metres(String figure) {
    return new BigDecimal(figure);
  }
}
