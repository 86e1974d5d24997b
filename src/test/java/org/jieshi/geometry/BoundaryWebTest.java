package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jieshi.geometry.kernel.BoundaryWeb;
import org.jieshi.geometry.kernel.FlatLand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

class BoundaryWebTest {

  private static final String SQUARE = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))";

  /** What is told apart has no land in common; what isn't is looked at by the kernel, which takes time and no more. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      neighbours that share an edge                | POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))                    | false
      around it on two sides                       | POLYGON ((10 0, 20 0, 20 20, 0 20, 0 10, 10 10, 10 0))         | true
      around it on three sides                     | POLYGON ((10 0, 10 10, 0 10, 0 0, -9 0, -9 20, 20 20, 20 0, 10 0)) | true
      neighbours that meet in a corner             | POLYGON ((10 10, 20 10, 20 20, 10 20, 10 10))                  | false
      touching in a corner from beside             | POLYGON ((10 10, 20 5, 20 20, 10 10))                          | false
      touching at two corners                      | POLYGON ((10 0, 15 -3, 20 5, 15 13, 10 10, 14 5, 10 0))        | false
      bounds that meet, land that doesn't          | POLYGON ((9 -9, 20 -9, 20 9, 11 9, 11 -1, 9 -1, 9 -9))         | false
      crossing                                     | POLYGON ((5 5, 15 5, 15 15, 5 15, 5 5))                        | true
      from corner to corner through the middle     | POLYGON ((0 0, 10 10, 20 0, 20 -5, 0 0))                       | true
      into it from a corner                        | POLYGON ((10 10, 5 6, 6 5, 10 10))                             | true
      a corner on the middle of an edge            | POLYGON ((10 5, 20 0, 20 10, 10 5))                            | true
      an edge along a part of an edge              | POLYGON ((10 2, 20 2, 20 8, 10 8, 10 2))                       | true
      an edge that begins where its edge begins    | POLYGON ((10 0, 20 0, 20 5, 10 5, 10 0))                       | true
      a hair's breadth beside                      | POLYGON ((10.0000001 0, 20 0, 20 10, 10.0000001 10, 10.0000001 0)) | true
      a millimetre beside                          | POLYGON ((10.001 0, 20 0, 20 10, 10.001 10, 10.001 0))         | false
      inside                                       | POLYGON ((2 2, 8 2, 8 8, 2 8, 2 2))                            | true
      around                                       | POLYGON ((-2 -2, 12 -2, 12 12, -2 12, -2 -2))                  | true
      the same                                     | POLYGON ((10 10, 10 0, 0 0, 0 10, 10 10))                      | true
      on the same three corners                    | POLYGON ((0 0, 10 0, 10 10, 0 0))                              | true
      a neighbour with a hole                      | POLYGON ((10 0, 30 0, 30 10, 10 10, 10 0), (15 3, 20 3, 20 6, 15 3)) | false
      around it with it cut out                    | POLYGON ((-5 -5, 15 -5, 15 15, -5 15, -5 -5), (0 0, 10 0, 10 10, 0 10, 0 0)) | true
      a neighbour and an island in it              | MULTIPOLYGON (((10 0, 20 0, 20 10, 10 10, 10 0)), ((2 2, 4 2, 4 4, 2 2))) | true
      """)
  void tellsApartWhatIsApart(String how, String other, boolean mayOverlap) {
    FlatLand square = FlatLand.of(Wkt.read(SQUARE));
    FlatLand land = FlatLand.of(Wkt.read(other));

    assertThat(BoundaryWeb.of(List.of(square, land)).mayOverlap(0, 1)).as(how).isEqualTo(mayOverlap);
    assertThat(BoundaryWeb.of(List.of(land, square)).mayOverlap(1, 0)).as(how).isEqualTo(mayOverlap);
  }

  @ParameterizedTest
  @EnumSource
  void neverTellsApartWhatOverlaps(LandLayout layout) {
    Random random = new Random(layout.ordinal());
    int overlapping = 0;
    for (int i = 0; i < 200; i++) {
      Geometry land = LandLayout.parcel(random);
      land.setSRID(Wkt.ZONE_36);
      List<FlatLand> both = List.of(FlatLand.of(land), FlatLand.of(layout.beside(land, random)));
      boolean overlap = Overlap.between(both.get(0), both.get(1), Wkt.ZONE_36, any -> true).isPresent();
      assertThat(BoundaryWeb.of(both).mayOverlap(0, 1) || !overlap).as("%s %d", layout, i).isTrue();
      overlapping += overlap ? 1 : 0;
    }
    assertThat(overlapping).isGreaterThanOrEqualTo(2 * layout.fewest());
  }

  /** From a metre to kilometres, hundreds in one place: squares of the grid with very many edges, edges over very many. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void ofAHeapOfLandOfEverySizeNoneThatOverlapsIsToldApart(int seed) {
    Random random = new Random(seed);
    List<FlatLand> lands = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      double size = Math.pow(10, 4 * random.nextDouble() - 2);
      double middleX = LandLayout.EAST + 60 * random.nextGaussian();
      double middleY = LandLayout.NORTH + 60 * random.nextGaussian();
      AffineTransformation place = AffineTransformation.translationInstance(-LandLayout.EAST, -LandLayout.NORTH)
          .scale(size, size).translate(middleX, middleY);
      lands.add(FlatLand.of(place.transform(LandLayout.parcel(random))));
    }
    BoundaryWeb web = BoundaryWeb.of(lands);
    int apart = 0;
    for (int i = 0; i < lands.size(); i++) {
      for (int k = 0; k < i; k++) {
        if (!web.mayOverlap(i, k) && lands.get(i).bounds().intersects(lands.get(k).bounds())) {
          assertThat(Overlap.between(lands.get(i), lands.get(k), Wkt.ZONE_36, any -> true)).as("%d and %d", i, k).isEmpty();
          apart++;
        }
      }
    }
    assertThat(apart).isGreaterThan(100);
  }

  @Test
  void anEdgeIsSharedByWhoeverHasIt() {
    List<FlatLand> lands = List.of(FlatLand.of(Wkt.read(SQUARE)),
        FlatLand.of(Wkt.read("POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))")),
        FlatLand.of(Wkt.read("POLYGON ((0 10, 10 10, 20 10, 20 20, 0 20, 0 10))")),
        FlatLand.of(Wkt.read("POLYGON ((10 0, 15 5, 10 10, 10 0))")), // on the other side of an edge that two have
        FlatLand.of(Wkt.read("POLYGON ((0 0, 10 0, 5 -5, 0 0), (4 -1, 5 -2, 6 -1, 4 -1))")));
    BoundaryWeb web = BoundaryWeb.of(lands);

    for (int land = 0; land < lands.size(); land++) {
      assertThat(web.shared(land)).as("land %d", land).isEqualTo(sharedByComparing(lands, land));
    }
    assertThat(web.shared(0).cardinality()).isEqualTo(3);
    assertThat(web.shared(4).cardinality()).isEqualTo(1);
  }

  @Test
  void nothingIsWovenOfNothing() {
    assertThat(BoundaryWeb.of(List.of())).isNotNull();
    assertThat(BoundaryWeb.of(List.of(FlatLand.of(Wkt.read(SQUARE)))).shared(0).cardinality()).isZero();
  }

  private static BitSet sharedByComparing(List<FlatLand> lands, int land) {
    Map<Set<List<Double>>, Set<Integer>> having = new HashMap<>();
    for (int i = 0; i < lands.size(); i++) {
      int each = i;
      lands.get(i).forEachEdge((vertex, fromX, fromY, toX, toY) -> having.computeIfAbsent(
          Set.of(List.of(fromX, fromY), List.of(toX, toY)), none -> new TreeSet<>()).add(each));
    }
    BitSet shared = new BitSet();
    lands.get(land).forEachEdge((vertex, fromX, fromY, toX, toY) -> shared.set(vertex,
        having.get(Set.of(List.of(fromX, fromY), List.of(toX, toY))).size() > 1));
    return shared;
  }
}
