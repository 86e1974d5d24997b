package org.jieshi.geometry.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jieshi.bench.BenchLand;
import org.jieshi.geometry.Overlap;
import org.jieshi.geometry.kernel.LayerScan.PairVisitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** On the benchmark's land, whose sums PostGIS, JTS and GEOS agree on (shared benchmark sheet, seed 1, 10 000 parcels). */
class LayerScanTest {

  private static final BenchLand LAND = new BenchLand(10_000, 1);
  private static final List<FlatLand> PARCELS = IntStream.range(0, 10_000).mapToObj(LAND::parcel).toList();
  private static final List<FlatLand> CLAIMS = IntStream.range(0, 2_000).mapToObj(LAND::claim).toList();

  private record Pair(FlatLand left, FlatLand right) {
  }

  @Test
  void parcelsAgainstClaimsGiveTheKnownSums() throws InterruptedException {
    Map<Pair, Double> areas = new ConcurrentHashMap<>();
    LayerScan.between(PARCELS, CLAIMS, 2, () -> keeping(PARCELS, CLAIMS, areas));

    assertThat(areas.values().stream().filter(area -> area > 0.01)).hasSize(12_709);
    assertThat(areas.values().stream().filter(area -> area > 1)).hasSize(11_710);
    assertThat(sum(areas)).isEqualTo(63_924_084.761, within(0.001));
  }

  @Test
  void parcelsAmongThemselvesGiveTheKnownSums() throws InterruptedException {
    Map<Pair, Double> areas = new ConcurrentHashMap<>();
    LayerScan.among(PARCELS, 2, () -> keeping(PARCELS, PARCELS, areas));

    assertThat(areas.values().stream().filter(area -> area > 0.01)).hasSize(2_798);
    assertThat(areas.values().stream().filter(area -> area > 1)).hasSize(772);
    assertThat(sum(areas)).isEqualTo(114_827.577, within(0.001));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void neitherThreadsNorOrderOfTheLayersMatterToTheLastBit(int threads) throws InterruptedException {
    List<FlatLand> parcels = PARCELS.subList(0, 2_000);
    Map<Pair, Double> inOrder = new ConcurrentHashMap<>();
    LayerScan.between(parcels, CLAIMS, 1, () -> keeping(parcels, CLAIMS, inOrder));
    List<FlatLand> shuffled = new ArrayList<>(parcels);
    Collections.shuffle(shuffled, new Random(threads));
    Map<Pair, Double> otherwise = new ConcurrentHashMap<>();
    LayerScan.between(shuffled, CLAIMS, threads, () -> keeping(shuffled, CLAIMS, otherwise));

    assertThat(otherwise).isEqualTo(inOrder).hasSizeGreaterThan(2_000);
  }

  @Test
  void aDrawingHasTheAreaOfTheSlabsAndOfTheOverlap() throws InterruptedException {
    GeometryFactory factory = new GeometryFactory(new PrecisionModel(), 4524);
    List<FlatLand> parcels = PARCELS.subList(0, 500);
    List<Integer> drawn = new ArrayList<>();
    LayerScan.between(parcels, CLAIMS, 1, () -> (left, right, area, kernel) -> {
      if (area > OverlapKernel.NOISE && kernel.trace()) {
        Overlap overlap = Overlap.between(parcels.get(left).toGeometry(factory), CLAIMS.get(right).toGeometry(factory))
            .orElseThrow();
        assertThat(kernel.tracedArea()).isEqualTo(area, within(1e-6));
        assertThat(overlap.area()).isEqualTo(area, within(1e-6));
        assertThat(kernel.drawing(factory).isValid()).isTrue();
        drawn.add(left);
      }
    });
    assertThat(drawn).hasSizeGreaterThan(500);
  }

  @Test
  void landUnderOthersCountsOnceHoweverTheyOverlap() {
    FlatLand land = square(0, 0, 100);
    NetCover cover = new NetCover();

    assertThat(cover.of(land, List.of(), null)).isEqualTo(10_000);
    assertThat(cover.of(land, List.of(square(50, 0, 100)), null)).isEqualTo(5_000, within(1e-9));
    assertThat(cover.of(land, List.of(square(50, 0, 100), square(60, 10, 100), square(50, 0, 100)), null))
        .isEqualTo(5_000, within(1e-9));
    assertThat(cover.of(land, List.of(square(50, 0, 100)), square(0, -50, 100))).isEqualTo(2_500, within(1e-9));
    assertThat(cover.of(land, List.of(), square(-10, -10, 500))).isEqualTo(10_000);
    assertThat(cover.of(land, List.of(), square(100, 0, 500))).isZero();
  }

  private static FlatLand square(double x, double y, double side) {
    return FlatLand.ofRings(new double[] {x, y, x + side, y, x + side, y + side, x, y + side}, new int[] {4});
  }

  private static PairVisitor keeping(List<FlatLand> left, List<FlatLand> right, Map<Pair, Double> areas) {
    return (one, other, area, kernel) -> {
      if (area > 0) {
        areas.put(new Pair(left.get(one), right.get(other)), area);
      }
    };
  }

  private static double sum(Map<Pair, Double> areas) {
    return areas.values().stream().mapToDouble(Double::doubleValue).sorted().sum();
  }
}
