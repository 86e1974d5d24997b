package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jieshi.bench.ParcelGrid;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.ingest.source.Finding;
import org.jieshi.store.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

class StripsTest {

  private static final int PARCELS = 2500;
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4524);

  /** Fifty parcels from north to south: some strips are but a column wide. */
  @ParameterizedTest
  @ValueSource(ints = {60, 111, 700})
  void whereAStripEndsMakesNoDifference(int size) {
    List<SweptRow> rows = fromWest(survey());

    List<String> inOne = found(rows, PARCELS);

    assertThat(inOne).hasSizeGreaterThan(700).doesNotHaveDuplicates();
    assertThat(inOne).anyMatch(each -> each.startsWith("C1")).anyMatch(each -> each.startsWith("C7"));
    assertThat(found(rows, size)).isEqualTo(inOne);
  }

  @Test
  void aStripOfManyVerticesIsFullBeforeItHasManyRows() {
    List<SweptRow> rows = fromWest(survey());
    List<Integer> begun = new ArrayList<>();
    Strips strips = new Strips(PARCELS, 10_000, strip -> {
      Strip made = strip.get();
      begun.add((int) IntStream.range(0, made.rows().size()).filter(made::isNew).count());
    });
    rows.forEach(strips::add);
    strips.finish();

    int all = rows.stream().mapToInt(row -> row.land().vertices()).sum();
    assertThat(begun).hasSizeBetween(all / 10_100, all / 10_000 + 1).allMatch(each -> each < 400);
    assertThat(begun.stream().mapToInt(Integer::intValue).sum()).isEqualTo(PARCELS);
  }

  /** A farm's outline among its parcels holds nobody up, and what overlaps is found all the same. */
  @Test
  void aRowAcrossEverythingIsComparedWithEverything() {
    List<SweptRow> rows = survey();
    Envelope all = new Envelope();
    rows.forEach(row -> all.expandToInclude(row.land().bounds()));
    rows.add(row(PARCELS + 1, FACTORY.toGeometry(all)));
    int[] largest = {0};
    Strips strips = new Strips(100, Long.MAX_VALUE, strip -> largest[0] = Math.max(largest[0], strip.get().rows().size()));
    fromWest(rows).forEach(strips::add);
    strips.finish();

    assertThat(largest[0]).isLessThan(400);
    assertThat(found(fromWest(rows), 100).stream().filter(each -> each.startsWith("C9 " + (PARCELS + 1) + " ")))
        .hasSize(PARCELS);
  }

  private static List<SweptRow> survey() {
    ParcelGrid grid = new ParcelGrid(PARCELS, 7);
    return new ArrayList<>(IntStream.range(0, PARCELS).mapToObj(cell -> {
      LinearRing[] rings = grid.rings(cell).stream()
          .map(ring -> FACTORY.createLinearRing(new PackedCoordinateSequence.Double(ring, 2, 0))).toArray(LinearRing[]::new);
      return row(cell + 1, FACTORY.createPolygon(rings[0], Arrays.copyOfRange(rings, 1, rings.length)));
    }).toList());
  }

  private static SweptRow row(int record, Geometry boundary) {
    return SweptRow.of(record, Box.of(CoordinateSystems.toDegrees(boundary).getEnvelopeInternal()), 0.05, null, boundary);
  }

  private static List<SweptRow> fromWest(List<SweptRow> rows) {
    return rows.stream().sorted(Comparator.comparingDouble(row -> row.bounds().west())).toList();
  }

  /** Rule, record and sentence, sorted. */
  private static List<String> found(List<SweptRow> rows, int size) {
    StripChecks checks = new StripChecks(Layer.PARCELS, Rules.DEFAULT, false);
    List<Finding> found = new ArrayList<>();
    Strips strips = new Strips(size, Long.MAX_VALUE, strip -> found.addAll(checks.check(strip.get())));
    rows.forEach(strips::add);
    strips.finish();
    return found.stream().map(finding -> finding.rule() + " " + finding.record() + " " + finding.sentence().en())
        .sorted().toList();
  }
}
