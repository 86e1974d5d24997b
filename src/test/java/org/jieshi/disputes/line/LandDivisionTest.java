package org.jieshi.disputes.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jieshi.conflicts.PlaneSets;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class LandDivisionTest {

  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4524);
  private static final double EAST = 36_632_820.374;
  private static final double NORTH = 2_480_878.717;
  private static final String PARCEL = "POLYGON ((0 0, 100.123 0, 100.123 80.456, 0 80.456, 0 0))";
  private static final String CLAIM = "POLYGON ((90 20, 200.007 20, 200.007 60.009, 90 60.009, 90 20))";

  @Test
  void aLineGivesEachSideThePieceBesideItsOwnLand() {
    List<LandDivision.Piece> pieces = divide(PARCEL, CLAIM, "LINESTRING (95 10, 95 70)");

    assertThat(pieces).extracting(LandDivision.Piece::natural)
        .containsExactly(LandDivision.Side.FIRST, LandDivision.Side.SECOND);
    assertThat(pieces.get(0).land().getArea()).isCloseTo(5 * 40.009, within(1e-4));
    assertThat(pieces.get(1).land().getArea()).isCloseTo(5.123 * 40.009, within(1e-4));
  }

  @Test
  void aLineThatMissesTheDisputedLandDividesNothing() {
    assertThat(divide(PARCEL, CLAIM, "LINESTRING (50 10, 50 70)")).hasSize(1);
    assertThat(divide(PARCEL, CLAIM, "LINESTRING (95 30, 95 50)")).as("ends inside").hasSize(1);
  }

  @Test
  void whereTheClaimLiesWithinTheParcelPeopleSayWhoseAPieceIs() {
    List<LandDivision.Piece> pieces = divide(PARCEL, "POLYGON ((20 20, 60 20, 60 60, 20 60, 20 20))",
        "LINESTRING (40 0, 40 80)");

    assertThat(pieces).extracting(LandDivision.Piece::natural)
        .containsExactly(LandDivision.Side.FIRST, LandDivision.Side.FIRST);
  }

  @Test
  void aBentLineCanCutManyPieces() {
    List<LandDivision.Piece> pieces = divide(PARCEL, CLAIM, "LINESTRING (85 25, 105 35, 85 45, 105 55)");

    assertThat(pieces).hasSize(4);
    assertThat(pieces.stream().mapToDouble(piece -> piece.land().getArea()).sum())
        .isCloseTo(10.123 * 40.009, within(1e-4));
  }

  /** 300 crooked lines: both boundaries afterwards meet along the line, lose nothing and keep every surveyed corner. */
  @Test
  void afterTheDivisionBothBoundariesMeetAlongTheLine() {
    Geometry parcel = at(PARCEL);
    Geometry claim = at("POLYGON ((91.371 19.113, 150 12.4, 200.007 20, 198.3 60.009, 120 66.6, 92.018 58.201, 89.77 40, 91.371 19.113))");
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      List<Coordinate> points = new ArrayList<>();
      for (double north = 5; north <= 75; north += 10) {
        points.add(new Coordinate(EAST + 90.5 + Math.rint(random.nextDouble() * 9000) / 1000,
            NORTH + north + Math.rint(random.nextDouble() * 5000) / 1000));
      }
      LineString line = FACTORY.createLineString(points.toArray(Coordinate[]::new));
      Geometry disputed = PlaneSets.intersection(parcel, claim);
      List<LandDivision.Piece> pieces = LandDivision.divide(disputed, line, parcel, claim);
      List<Geometry> toParcel = new ArrayList<>();
      List<Geometry> toClaim = new ArrayList<>();
      pieces.forEach(piece -> (piece.natural() == LandDivision.Side.SECOND ? toClaim : toParcel).add(piece.land()));

      Geometry parcelAfter = toClaim.isEmpty() ? parcel
          : BoundaryCut.along(parcel, PlaneSets.union(toClaim)).orElseThrow().boundary(true);
      Geometry claimAfter = toParcel.isEmpty() ? claim
          : BoundaryCut.along(claim, PlaneSets.union(toParcel)).orElseThrow().boundary(true);

      assertThat(PlaneSets.intersection(parcelAfter, claimAfter).getArea()).as("round %s", round).isLessThan(1e-4);
      assertThat(parcelAfter.getArea() + claimAfter.getArea()).isCloseTo(
          parcel.getArea() + claim.getArea() - disputed.getArea(), within(1e-3));
      assertThat(List.of(parcelAfter.getCoordinates())).contains(parcel.getCoordinates()[0], parcel.getCoordinates()[3]);
      assertThat(List.of(claimAfter.getCoordinates())).contains(claim.getCoordinates()[1], claim.getCoordinates()[2],
          claim.getCoordinates()[3], claim.getCoordinates()[4]);
    }
  }

  @Test
  void landThatIsGivenAndLandThatIsGotMakeANewBoundary() {
    Geometry parcel = at(PARCEL);
    Geometry joined = BoundaryCut.joined(parcel, at("POLYGON ((100.123 10, 140 10, 140 30, 100.123 30, 100.123 10))"))
        .orElseThrow();
    assertThat(joined.getGeometryType()).isEqualTo("Polygon");
    assertThat(joined.getArea()).isCloseTo(parcel.getArea() + 39.877 * 20, within(1e-4));
    assertThat(List.of(joined.getCoordinates())).contains(parcel.getCoordinates());

    Geometry apart = BoundaryCut.joined(parcel, at("POLYGON ((300 10, 340 10, 340 30, 300 30, 300 10))")).orElseThrow();
    assertThat(apart.getNumGeometries()).isEqualTo(2);
    assertThat(apart.getSRID()).isEqualTo(4524);
  }

  private static List<LandDivision.Piece> divide(String parcel, String claim, String line) {
    return LandDivision.divide(PlaneSets.intersection(at(parcel), at(claim)), (LineString) at(line), at(parcel),
        at(claim));
  }

  private static Geometry at(String wkt) {
    try {
      Geometry geometry = new WKTReader(FACTORY).read(wkt);
      geometry.apply((org.locationtech.jts.geom.CoordinateFilter) c -> {
        c.x += EAST;
        c.y += NORTH;
      });
      geometry.geometryChanged();
      return geometry;
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double value) {
    return org.assertj.core.data.Offset.offset(value);
  }
}
