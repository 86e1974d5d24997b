package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jieshi.geometry.GeometryChecks;
import org.jieshi.geometry.Tolerances;
import org.jieshi.ingest.source.Finding;
import org.jieshi.store.Box;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** Nine parcels, three by three, 100 m each, numbered from 1 in rows from the south-west. */
class NeighbourChecksTest {

  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4524);
  private static final double EAST = 36_600_000;
  private static final double NORTH = 2_430_000;
  private static final int MIDDLE = 5;

  /** Corners of the parcels, each of which all that meet there share. */
  private final Coordinate[][] corners = new Coordinate[4][4];

  NeighbourChecksTest() {
    for (int column = 0; column < 4; column++) {
      for (int row = 0; row < 4; row++) {
        corners[column][row] = new Coordinate(EAST + 100 * column, NORTH + 100 * row);
      }
    }
  }

  @Test
  void edgesThatNeighboursShareAreNotLooseWhetherTheyRunAlongTheGridOrAcross() {
    assertThat(loose(rows())).doesNotContain(MIDDLE).hasSize(8);

    for (Coordinate[] column : corners) {
      for (Coordinate corner : column) {
        turn(corner);
      }
    }
    assertThat(loose(rows())).doesNotContain(MIDDLE).hasSize(8);
    assertThat(findings(rows())).isEmpty();
  }

  @Test
  void aVertexThatOneParcelHasBesideThatOfItsNeighboursIsToldToThoseItSharesAnEdgeWith() {
    List<Geometry> land = land();
    Coordinate beside = new Coordinate(corners[1][1].x + 0.02, corners[1][1].y + 0.02);
    land.set(MIDDLE - 1, polygon(beside, corners[2][1], corners[2][2], corners[1][2]));

    List<Finding> beside5 = findings(rows(land)).stream().filter(finding -> finding.rule().equals("C7")).toList();
    assertThat(beside5).extracting(Finding::record).containsExactly(2, 4);
    assertThat(beside5).extracting(finding -> finding.sentence().en()).containsExactly(
        "On the boundary between records 2 and 5 1 vertices have no counterpart (up to 0.028 m off); use one point for both.",
        "On the boundary between records 4 and 5 1 vertices have no counterpart (up to 0.028 m off); use one point for both.");
  }

  @Test
  void anEdgeThatRunsPastAVertexOfTheNeighbourIsTold() {
    List<Geometry> land = land();
    land.set(MIDDLE - 1, polygon(corners[1][1], corners[2][1], new Coordinate(EAST + 200, NORTH + 150), corners[2][2],
        corners[1][2]));

    assertThat(findings(rows(land))).singleElement().satisfies(finding -> {
      assertThat(finding.record()).isEqualTo(5);
      assertThat(finding.coordinate()).isEqualTo(new Coordinate(EAST + 200, NORTH + 150));
      assertThat(finding.sentence().en()).contains("between records 5 and 6 1 vertices", "0.000 m");
    });
  }

  /** Rows come in strips; whoever reaches out of one is looked at with the next. */
  @Test
  void whereAStripEndsMakesNoDifference() {
    List<SweptRow> rows = bands();
    List<Integer> jogged = IntStream.rangeClosed(1, BANDS)
        .filter(record -> record % 100 == 99 || record % 100 == 0 && record < BANDS).boxed().toList();

    assertThat(findings(rows, BANDS)).allMatch(finding -> finding.rule().equals("C7")).extracting(Finding::record)
        .containsExactlyElementsOf(jogged);
    assertThat(findings(rows, RecordComparison.MOST_FITTED + 1)).filteredOn(finding -> finding.rule().equals("C7"))
        .extracting(Finding::record).containsExactlyElementsOf(jogged);
  }

  /** Between the four thousandth row and its neighbours, so that no strip of so many would hold all of them. */
  @Test
  void aGapIsFoundWhereverItLies() {
    List<SweptRow> rows = bands();
    int before = 4000;
    double east = EAST + 10 * before;
    rows.set(before - 1, row(before, polygon(new Coordinate(east - 10, NORTH), new Coordinate(east, NORTH),
        new Coordinate(east, NORTH + 3), new Coordinate(east - 0.5, NORTH + 5), new Coordinate(east, NORTH + 7),
        new Coordinate(east, NORTH + 10), new Coordinate(east - 10, NORTH + 10))));

    assertThat(findings(rows, BANDS)).filteredOn(finding -> finding.rule().equals("C6")).singleElement()
        .satisfies(finding -> assertThat(finding.sentence().en())
            .startsWith("Between records 4000, 4001 lies a gap of 1.00 m²"));
  }

  @Test
  void whatIsTooMuchToBeFittedIsTold() {
    assertThat(told(RecordComparison.MOST_FITTED, RecordComparison.MOST_FITTED_VERTICES)).isEmpty();
    assertThat(told(20_001, 80_000)).containsExactly("With 20001 records gaps between neighbours (C6) were not looked for"
        + " (up to 20000 are); send the file in parts to have them found.");
    assertThat(told(300, 1_000_001)).containsExactly("With 1000001 boundary points gaps between neighbours (C6) were not"
        + " looked for (up to 1000000 are); send the file in parts to have them found.");
  }

  private static List<String> told(long records, long vertices) {
    List<Finding> found = new ArrayList<>();
    try (RecordComparison comparison = new RecordComparison(Layer.PARCELS, Rules.DEFAULT, records, vertices, found::add)) {
      comparison.finish();
    }
    return found.stream().map(finding -> finding.sentence().en()).toList();
  }

  private static final int BANDS = 9000;

  /** Side by side, 10 m wide; every hundredth one has its upper corners beside those of its neighbours. */
  private static List<SweptRow> bands() {
    List<SweptRow> rows = new ArrayList<>();
    IntStream.range(0, BANDS).forEach(i -> {
      double west = EAST + 10 * i;
      double jog = i % 100 == 99 ? 0.03 : 0;
      rows.add(row(i + 1, polygon(new Coordinate(west, NORTH), new Coordinate(west + 10, NORTH),
          new Coordinate(west + 10 - jog, NORTH + 10), new Coordinate(west + jog, NORTH + 10))));
    });
    return rows;
  }

  private static void turn(Coordinate corner) {
    double x = corner.x - EAST;
    double y = corner.y - NORTH;
    corner.x = EAST + 0.8 * x - 0.6 * y;
    corner.y = NORTH + 0.6 * x + 0.8 * y;
  }

  private List<Geometry> land() {
    List<Geometry> land = new ArrayList<>();
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        land.add(polygon(corners[column][row], corners[column + 1][row], corners[column + 1][row + 1],
            corners[column][row + 1]));
      }
    }
    return land;
  }

  private List<SweptRow> rows() {
    return rows(land());
  }

  private static List<SweptRow> rows(List<Geometry> land) {
    return IntStream.range(0, land.size()).mapToObj(i -> row(i + 1, land.get(i))).toList();
  }

  private static Geometry polygon(Coordinate... corners) {
    Coordinate[] ring = new Coordinate[corners.length + 1];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = corners[i % corners.length].copy();
    }
    Geometry polygon = FACTORY.createPolygon(ring);
    assertThat(GeometryChecks.check(polygon, 0.01, Tolerances.DEFAULT)).isEmpty();
    return polygon;
  }

  /** Its bounds in degrees are as far apart as its metres, and not where they are. */
  private static SweptRow row(int record, Geometry boundary) {
    double degree = 100_000;
    var bounds = boundary.getEnvelopeInternal();
    return SweptRow.of(record, new Box((bounds.getMinX() - EAST) / degree, (bounds.getMinY() - NORTH) / degree,
        (bounds.getMaxX() - EAST) / degree, (bounds.getMaxY() - NORTH) / degree), 0.05, null, boundary);
  }

  private static List<Integer> loose(List<SweptRow> rows) {
    Strip strip = new Strip(rows, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, List::of);
    return IntStream.range(0, rows.size()).filter(strip::hasLooseEdge).mapToObj(place -> rows.get(place).record())
        .toList();
  }

  private static List<Finding> findings(List<SweptRow> rows) {
    return findings(rows, rows.size());
  }

  /** In order of record. */
  private static List<Finding> findings(List<SweptRow> rows, int records) {
    long vertices = rows.stream().mapToLong(row -> row.land().vertices()).sum();
    List<Finding> found = new ArrayList<>();
    try (RecordComparison comparison = new RecordComparison(Layer.PARCELS, Rules.DEFAULT, records, vertices, found::add)) {
      rows.stream().sorted(Comparator.comparingDouble(row -> row.bounds().west())).forEach(comparison::add);
      comparison.finish();
    }
    found.removeIf(finding -> finding.record() == null);
    found.sort(Comparator.comparingInt(Finding::record));
    return found;
  }
}
