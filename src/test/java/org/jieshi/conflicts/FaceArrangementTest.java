package org.jieshi.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jieshi.parcels.Land.ZONE_36;
import static org.jieshi.parcels.Land.at;
import static org.jieshi.parcels.Land.rectangle;

import java.util.List;
import java.util.Locale;
import org.jieshi.conflicts.Face.Claimant;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitVersion;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Each face lists everything that covers it, and nothing counts twice (rules.md, atomic faces). */
class FaceArrangementTest {

  private static final int ZONE_37 = 4525;
  private static final Envelope EVERYWHERE = new Envelope(-180, 180, -90, 90);

  @Test
  void twoThatOverlapAreThreeFaces() {
    assertThat(faces(parcel(1, rectangle(0, 0, 100, 100)), claim(2, rectangle(60, 0, 100, 100)))).containsExactlyInAnyOrder(
        "6000.00 m², 37.50 m: 1", "4000.00 m², 28.57 m: 1 2", "6000.00 m², 37.50 m: 2");
  }

  @Test
  void threeOverOneAnotherCountTheirCommonLandOnce() {
    assertThat(faces(parcel(1, rectangle(0, 0, 100, 100)), claim(2, rectangle(0, 0, 60, 100)),
        claim(3, rectangle(40, 0, 60, 100)))).containsExactlyInAnyOrder(
            "4000.00 m², 28.57 m: 1 2", "2000.00 m², 16.67 m: 1 2 3", "4000.00 m², 28.57 m: 1 3");
  }

  @Test
  void landThatAllHaveAlikeIsOneFaceOfAllInTheOrderOfTheirNumbers() {
    Geometry land = rectangle(0, 0, 100, 50);

    assertThat(faces(claim(9, land), parcel(3, land), claim(5, land))).containsExactly("5000.00 m², 33.33 m: 3 5 9");
  }

  @Test
  void neighboursThatTouchCoverNoFaceTogether() {
    assertThat(faces(parcel(1, rectangle(0, 0, 100, 100)), parcel(2, rectangle(100, 0, 100, 100))))
        .containsExactlyInAnyOrder("10000.00 m², 50.00 m: 1", "10000.00 m², 50.00 m: 2");
  }

  @Test
  void landOfOthersInsideIsNotOfTheParcelAroundIt() {
    Geometry ring = at("POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0), (40 40, 60 40, 60 60, 40 60, 40 40))");

    assertThat(faces(parcel(1, ring))).as("nobody covers the hole").containsExactly("9600.00 m², 40.00 m: 1");
    assertThat(faces(parcel(1, ring), claim(2, rectangle(40, 40, 20, 20)))).containsExactlyInAnyOrder(
        "9600.00 m², 40.00 m: 1", "400.00 m², 10.00 m: 2");
    assertThat(faces(parcel(1, rectangle(0, 0, 100, 100)), claim(2, rectangle(40, 40, 20, 20)))).containsExactlyInAnyOrder(
        "9600.00 m², 40.00 m: 1", "400.00 m², 10.00 m: 1 2");
  }

  @Test
  void partsThatDoNotHangTogetherAreFacesApart() {
    Geometry parts = at("MULTIPOLYGON (((0 0, 0 10, 10 10, 10 0, 0 0)), ((50 0, 50 20, 70 20, 70 0, 50 0)))");

    assertThat(faces(parcel(1, parts))).containsExactlyInAnyOrder("100.00 m², 5.00 m: 1", "400.00 m², 10.00 m: 1");
  }

  @Test
  void whatIsLeftOfRoundingIsNoFace() {
    // coordinates of eight digits lie 7.45 nm apart: one step over 100 m is less than a strip of 1 km by a nanometre
    Geometry hairAcross = rectangle(99.99999999, 0, 100, 100);

    assertThat(faces(parcel(1, rectangle(0, 0, 100, 100)), claim(2, hairAcross))).hasSize(2);
  }

  @Test
  void aUnitOfAnotherZoneIsDrawnInThePlaneThatIsAskedFor() {
    Geometry other = CoordinateSystems.inPlane(rectangle(60, 0, 100, 100), ZONE_37);

    assertThat(FaceArrangement.of(List.of(parcel(1, rectangle(0, 0, 100, 100)),
        Land.inForce(2, UnitKind.CLAIM, Land.surveyedIn(ZONE_37, Land.claim("K-2", other, null)))), ZONE_36, EVERYWHERE))
            .filteredOn(Face::contested).singleElement().satisfies(face -> {
              assertThat(face.area()).isCloseTo(4000, within(0.01));
              assertThat(face.coveredBy()).extracting(UnitRef::id).containsExactly(1L, 2L);
            });
  }

  @Test
  void aFaceLiesWhereItsLandLies() {
    UnitVersion unit = parcel(1, rectangle(10, 20, 100, 50));

    Face face = FaceArrangement.of(List.of(unit), ZONE_36, EVERYWHERE).get(0);

    assertThat(face.degrees().getSRID()).isEqualTo(CoordinateSystems.CGCS2000_DEGREES);
    assertThat(face.degrees().symDifference(unit.degrees()).getArea()).isLessThan(1e-15);
  }

  @Test
  void whoCoversItIsNamedWithParty() {
    assertThat(FaceArrangement.of(List.of(Land.inForce(2, UnitKind.CLAIM,
        Land.claim("K-2", rectangle(0, 0, 10, 10), "集有(1996)第12号"))), ZONE_36, EVERYWHERE).get(0).claimants())
            .containsExactly(new Claimant(new UnitRef(2, UnitKind.CLAIM, "K-2", 1), "大岭村", "集有(1996)第12号"));
  }

  @Test
  void onlyFacesThatReachIntoTheWindowAreNamed() {
    UnitVersion parcel = parcel(1, rectangle(0, 0, 100, 100));
    UnitVersion claim = claim(2, rectangle(60, 0, 100, 100));
    Envelope west = claim(3, rectangle(10, 10, 20, 20)).degrees().getEnvelopeInternal();

    assertThat(FaceArrangement.of(List.of(parcel, claim), ZONE_36, west)).singleElement().satisfies(face -> {
      assertThat(face.coveredBy()).extracting(UnitRef::id).containsExactly(1L);
      assertThat(face.area()).as("cut by what does not reach in").isCloseTo(6000, within(1e-6));
    });
  }

  private static List<String> faces(UnitVersion... units) {
    return FaceArrangement.of(List.of(units), ZONE_36, EVERYWHERE).stream()
        .map(face -> String.format(Locale.ROOT, "%.2f m², %.2f m: %s", face.area(), face.meanWidth(),
            String.join(" ", face.coveredBy().stream().map(unit -> String.valueOf(unit.id())).toList())))
        .toList();
  }

  private static UnitVersion parcel(long id, Geometry boundary) {
    return Land.inForce(id, UnitKind.PARCEL, Land.parcel("P-" + id, boundary));
  }

  private static UnitVersion claim(long id, Geometry boundary) {
    return Land.inForce(id, UnitKind.CLAIM, Land.claim("K-" + id, boundary, null));
  }
}
