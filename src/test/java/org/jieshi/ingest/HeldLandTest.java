package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.geometry.kernel.FlatLand;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;
import org.jieshi.store.Box;
import org.junit.jupiter.api.Test;

class HeldLandTest {

  private static final FlatLand LAND = FlatLand.ofRings(new double[] {0, 0, 1, 0, 2, 1, 2, 2, 1, 2, 0, 1}, new int[] {6});

  @Test
  void comesFromWestToEastAndThenInTheOrderOfTheFile() {
    HeldLand land = new HeldLand(10_000);
    land.add(List.of(row(1, 109.2), row(2, 109.1)));
    land.add(List.of(row(4, 109.1), row(3, 109.1)));

    assertThat(land.isWhole()).isTrue();
    assertThat(records(land)).containsExactly(2, 3, 4, 1);
    assertThat(records(land)).isEmpty();
  }

  @Test
  void isNotHeldOnceItIsTooMuch() {
    HeldLand land = new HeldLand(600);
    land.add(List.of(row(1, 109), row(2, 109)));
    assertThat(land.isWhole()).isTrue();

    land.add(List.of(row(3, 109)));
    land.add(List.of(row(4, 109)));

    assertThat(land.isWhole()).isFalse();
    assertThat(records(land)).isEmpty();
  }

  @Test
  void isOfRowsThatStandInTheirPlaceAndAreValid() {
    assertThat(HeldLand.isComparable(List.of())).isTrue();
    assertThat(HeldLand.isComparable(List.of(found("L1", Severity.BLOCK), found("G1", Severity.WARN)))).isTrue();
    assertThat(HeldLand.isComparable(List.of(found("L1", Severity.BLOCK), found("G1", Severity.BLOCK)))).isFalse();
    assertThat(HeldLand.isComparable(List.of(found("F3", Severity.BLOCK)))).isFalse();
    assertThat(HeldLand.isComparable(List.of(found("F5", Severity.BLOCK)))).isFalse();
  }

  private static Finding found(String rule, Severity severity) {
    return Finding.ofRecord(rule, severity, 1, new Bilingual("x", "x"));
  }

  private static SweptRow row(int record, double west) {
    return new SweptRow(record, new Box(west, 22, west + 0.001, 22.001), 0.05, null, LAND, 4524);
  }

  private static List<Integer> records(HeldLand land) {
    List<Integer> records = new ArrayList<>();
    land.forEachFromWest(row -> records.add(row.record()));
    return records;
  }
}
