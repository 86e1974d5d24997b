package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jieshi.store.DatabaseKind;
import org.jieshi.store.GeometryCodec;
import org.jieshi.store.TestDatabase;
import org.jieshi.store.TestDatabases;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A thousand random layouts of every kind that boundaries know, against two engines that have nothing to do with ours: JTS
 * OverlayNG and PostGIS (GEOS). Both get the land near the origin, where they are precise.
 */
class OverlapLayoutsIT {

  private static final int OF_A_KIND = 100;

  private record Pair(LandLayout kind, Geometry left, Geometry right) {
  }

  @Test
  void aThousandLayoutsHaveTheAreaThatOverlayNGAndPostGisFind() {
    List<Pair> pairs = pairs();
    List<Double> postgis = areasByPostgis(pairs);
    Map<LandLayout, Integer> overlapping = new EnumMap<>(LandLayout.class);
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      double jts = OverlayNGRobust.overlay(nearOrigin(pair.left()), nearOrigin(pair.right()), OverlayNG.INTERSECTION)
          .getArea();

      double area = Overlap.between(pair.left(), pair.right()).map(Overlap::area).orElse(0.0);

      assertThat(area).as("layout %d, %s, against OverlayNG: %s %s", i, pair.kind(), pair.left(), pair.right())
          .isEqualTo(jts, within(Math.max(Overlap.SMALLEST_AREA, 1e-6 * jts)));
      assertThat(area).as("layout %d, %s, against PostGIS", i, pair.kind())
          .isEqualTo(postgis.get(i), within(Math.max(Overlap.SMALLEST_AREA, 1e-6 * jts)));
      overlapping.merge(pair.kind(), area > 0 ? 1 : 0, Integer::sum);
    }
    for (LandLayout kind : LandLayout.values()) {
      assertThat(overlapping.get(kind)).as(kind.name()).isBetween(kind.fewest(), kind.most());
    }
  }

  @Test
  void whatIsDrawnIsValidAndHasTheAreaThatIsSaid() {
    for (Pair pair : pairs()) {
      Overlap.between(pair.left(), pair.right()).ifPresent(overlap -> {
        assertThat(overlap.geometry().isValid()).as("%s %s", pair.left(), pair.right()).isTrue();
        assertThat(Areas.planeAreaExact(overlap.geometry()))
            .isEqualTo(overlap.area(), within(1e-6 * Math.max(1, overlap.area())));
      });
    }
  }

  @Test
  void neitherSidesNorFirstVertexNorDirectionMatterToTheLastBit() {
    Random random = new Random(99);
    for (Pair pair : pairs()) {
      Overlap.between(pair.left(), pair.right()).ifPresentOrElse(overlap -> {
        Overlap swapped = Overlap.between(LandLayout.redrawn(pair.right(), random),
            LandLayout.redrawn(pair.left(), random)).orElseThrow();
        assertThat(swapped.geometry().toText()).isEqualTo(overlap.geometry().toText());
        assertThat(swapped.area()).isEqualTo(overlap.area());
        assertThat(swapped.rightShare()).isEqualTo(overlap.leftShare());
      }, () -> assertThat(Overlap.between(LandLayout.redrawn(pair.right(), random),
          LandLayout.redrawn(pair.left(), random))).isEmpty());
    }
  }

  private static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (LandLayout kind : LandLayout.values()) {
      Random random = new Random(kind.ordinal());
      for (int i = 0; i < OF_A_KIND; i++) {
        Geometry left = LandLayout.parcel(random);
        pairs.add(new Pair(kind, left, kind.beside(left, random)));
      }
    }
    assertThat(pairs).hasSizeGreaterThanOrEqualTo(1_000);
    return pairs;
  }

  private static List<Double> areasByPostgis(List<Pair> pairs) {
    TestDatabase database = TestDatabases.fresh(DatabaseKind.POSTGIS);
    try {
      JdbcClient jdbc = JdbcClient.create(database.dataSource());
      List<Double> areas = new ArrayList<>();
      for (Pair pair : pairs) {
        areas.add(jdbc.sql("select st_area(st_intersection(cast(:left as geometry), cast(:right as geometry)))")
            .param("left", GeometryCodec.write(nearOrigin(pair.left())))
            .param("right", GeometryCodec.write(nearOrigin(pair.right()))).query(Double.class).single());
      }
      return areas;
    } finally {
      TestDatabases.drop(database);
    }
  }

  private static Geometry nearOrigin(Geometry land) {
    Geometry moved = AffineTransformation.translationInstance(-LandLayout.EAST, -LandLayout.NORTH).transform(land);
    moved.setSRID(Wkt.ZONE_36);
    return moved;
  }
}
