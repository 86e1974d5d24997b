package org.jieshi.conflicts.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jieshi.parcels.Land.at;
import static org.jieshi.parcels.Land.rectangle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.VertexMismatch;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Rules C6 and C7 over the parcels of a window. */
class AdjoiningParcelsTest {

  private static final int XIAN_1980 = 2360;
  private static final Envelope EVERYWHERE = new Envelope(-180, 180, -90, 90);

  /** Half a metre by 20 m that neither of the two has. */
  private static final List<UnitVersion> WITH_A_GAP = List.of(
      parcel("P-1", at("POLYGON ((0 0, 0 100, 50 100, 50 60, 49.5 60, 49.5 40, 50 40, 50 0, 0 0))")),
      parcel("P-2", rectangle(50, 0, 50, 100)));

  // C6

  @Test
  void landThatNeighboursEncloseAndNeitherHasIsAGap() {
    Findings<ParcelGap> found = new AdjoiningParcels(WITH_A_GAP).gaps(EVERYWHERE, 2);

    assertThat(found.compared()).isEqualTo(2);
    assertThat(found.notCompared()).isEmpty();
    assertThat(found.items()).singleElement().satisfies(gap -> {
      assertThat(gap.area()).isEqualTo(new BigDecimal("10.00"));
      assertThat(gap.meanWidth()).isEqualTo(new BigDecimal("0.488"));
      assertThat(gap.maxWidth()).isCloseTo(new BigDecimal("0.500"), within(new BigDecimal("0.005")));
      assertThat(gap.maxWidth().scale()).isEqualTo(3);
      assertThat(gap.parcels()).containsExactly("P-1", "P-2");
      assertThat(gap.named()).isNull();
      assertThat(gap.geometry().getEnvelopeInternal().contains(new Coordinate(gap.at()[0], gap.at()[1])))
          .as("%s lies in it", (Object) gap.at()).isTrue();
    });
  }

  @Test
  void enclosedLandThatIsWiderIsMeantToBeLeftOut() {
    assertThat(new AdjoiningParcels(WITH_A_GAP).gaps(EVERYWHERE, 0.48).items()).isEmpty();
    assertThat(new AdjoiningParcels(WITH_A_GAP).gaps(EVERYWHERE, 0.49).items()).hasSize(1);
  }

  @Test
  void onlyGapsThatReachIntoTheWindowAreFound() {
    assertThat(new AdjoiningParcels(WITH_A_GAP).gaps(window(rectangle(49.6, 30, 0.2, 11)), 2).items()).hasSize(1);
    assertThat(new AdjoiningParcels(WITH_A_GAP).gaps(window(rectangle(0, 0, 100, 39)), 2).items()).isEmpty();
  }

  /** Their way to each other is known to 200 m at best, a hundred times the widest gap. */
  @Test
  void parcelsOfAnotherDatumAreComparedAmongThemselvesAlone() {
    List<UnitVersion> old = List.of(
        inXian1980("X-1", at("POLYGON ((0 0, 0 -100, 50 -100, 50 -60, 49 -60, 49 -30, 50 -30, 50 0, 0 0))")),
        inXian1980("X-2", rectangle(50, -100, 50, 100)));
    UnitVersion third = parcel("P-3", rectangle(500, 500, 50, 50));

    Findings<ParcelGap> found =
        new AdjoiningParcels(Stream.of(WITH_A_GAP, old, List.of(third)).flatMap(List::stream).toList()).gaps(EVERYWHERE, 2);

    assertThat(found.compared()).isEqualTo(5);
    assertThat(found.notCompared()).as("fewer than the others").containsExactly("X-1", "X-2");
    assertThat(found.items()).as("the largest first, whatever the datum").extracting(ParcelGap::parcels)
        .containsExactly(List.of("X-1", "X-2"), List.of("P-1", "P-2"));
  }

  @Test
  void whereTwoDatumsHaveAsManyParcelsNeitherIsTheOddOne() {
    Findings<ParcelGap> found = new AdjoiningParcels(List.of(parcel("P-1", rectangle(0, 0, 50, 50)),
        inXian1980("X-1", rectangle(50, 0, 50, 50)))).gaps(EVERYWHERE, 2);

    assertThat(found.notCompared()).isEmpty();
  }

  @Test
  void whereThereIsNoParcelNothingIsFound() {
    assertThat(new AdjoiningParcels(List.of()).gaps(EVERYWHERE, 2)).isEqualTo(new Findings<>(List.of(), 0, List.of()));
  }

  @Test
  void aNameStaysWithItsPlaceAndTheFirstOneCounts() {
    Findings<ParcelGap> found = new AdjoiningParcels(WITH_A_GAP).gaps(EVERYWHERE, 2);
    GapName beside = name(1, rectangle(48, 50, 0.1, 0.1));
    GapName inside = name(2, rectangle(49.7, 50, 0.1, 0.1));
    GapName later = name(3, rectangle(49.7, 45, 0.1, 0.1));

    assertThat(nameAmong(found, beside, inside, later)).isEqualTo(inside);
    assertThat(nameAmong(found, beside)).isNull();
    assertThat(AdjoiningParcels.named(found, List.of(inside)).compared()).isEqualTo(2);
  }

  // C7

  @Test
  void aVertexThatTheNeighbourLacksIsFoundAsItIsWritten() {
    Findings<BoundaryMismatch> found = new AdjoiningParcels(List.of(parcel("P-1", rectangle(0, 0, 50, 100)),
        parcel("P-2", at("POLYGON ((50 0, 50.02 60, 50 100, 100 100, 100 0, 50 0))")))).mismatches(EVERYWHERE, 0.05);

    assertThat(found.compared()).isEqualTo(2);
    assertThat(found.items()).singleElement().satisfies(mismatch -> {
      assertThat(mismatch.parcel()).isEqualTo("P-2");
      assertThat(mismatch.neighbour()).isEqualTo("P-1");
      assertThat(mismatch.kind()).isEqualTo(VertexMismatch.Kind.VERTEX_MISSING);
      assertThat(mismatch.coordinate()).containsExactly(new BigDecimal("36632050.020"), new BigDecimal("2480060.000"));
      assertThat(mismatch.there()).containsExactly(new BigDecimal("36632050.000"), new BigDecimal("2480060.000"));
      assertThat(mismatch.distance()).isEqualTo(new BigDecimal("0.020"));
      assertThat(mismatch.crs()).isEqualTo("EPSG:4524");
      Coordinate degrees = CoordinateSystems.toDegrees(rectangle(50.02, 60, 1, 1)).getCoordinate();
      assertThat(mismatch.at()).containsExactly(new double[] {degrees.x, degrees.y}, within(1e-9));
    });
  }

  @Test
  void beyondTheToleranceItIsNotTheSameBoundaryAnyMore() {
    List<UnitVersion> apart = List.of(parcel("P-1", rectangle(0, 0, 50, 100)),
        parcel("P-2", at("POLYGON ((50 0, 50.06 60, 50 100, 100 100, 100 0, 50 0))")));

    assertThat(new AdjoiningParcels(apart).mismatches(EVERYWHERE, 0.05).items()).isEmpty();
    assertThat(new AdjoiningParcels(apart).mismatches(EVERYWHERE, 0.07).items()).hasSize(1);
  }

  @Test
  void onlyVerticesInTheWindowAreFound() {
    AdjoiningParcels parcels = new AdjoiningParcels(List.of(parcel("P-1", rectangle(0, 0, 50, 100)),
        parcel("P-2", at("POLYGON ((50 0, 50.02 60, 50 100, 100 100, 100 0, 50 0))"))));

    assertThat(parcels.mismatches(window(rectangle(40, 50, 20, 20)), 0.05).items()).hasSize(1);
    assertThat(parcels.mismatches(window(rectangle(0, 0, 100, 50)), 0.05).items()).isEmpty();
  }

  // pages of either

  @Test
  void findingsArePagedAndWhatTheyWereFoundAmongStandsOnEveryPage() {
    Findings<Integer> found = new Findings<>(IntStream.range(0, 5).boxed().toList(), 12, List.of("X-1"));

    assertThat(found.page(0, 2, "C6", 2))
        .isEqualTo(new NeighbourList<>(List.of(0, 1), 5, 0, 2, "C6", 2, 12, List.of("X-1")));
    assertThat(found.page(2, 2, "C6", 2).items()).containsExactly(4);
    assertThat(found.page(3, 2, "C6", 2).items()).isEmpty();
    assertThat(found.page(Integer.MAX_VALUE, 500, "C6", 2).items()).as("further than can be counted").isEmpty();
  }

  private static @Nullable GapName nameAmong(Findings<ParcelGap> found, GapName... names) {
    return AdjoiningParcels.named(found, List.of(names)).items().get(0).named();
  }

  private static GapName name(long id, Geometry around) {
    Coordinate place = CoordinateSystems.toDegrees(around).getCentroid().getCoordinate();
    return new GapName(id, GapName.Kind.ROAD, "机耕路", place.x, place.y, "surveyor", Instant.EPOCH);
  }

  private static Envelope window(Geometry land) {
    return CoordinateSystems.toDegrees(land).getEnvelopeInternal();
  }

  private static UnitVersion parcel(String code, Geometry boundary) {
    return Land.inForce(code.hashCode(), UnitKind.PARCEL, Land.parcel(code, boundary));
  }

  private static UnitVersion inXian1980(String code, Geometry boundary) {
    boundary.setSRID(XIAN_1980);
    return Land.inForce(code.hashCode(), UnitKind.PARCEL, new UnitDraft(code, boundary, XIAN_1980, null, Land.SURVEYED,
        UnitFacts.NONE, null, null));
  }
}
