package org.jieshi.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jieshi.parcels.Land.rectangle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.CoordinateSystems;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

class NetAreaTest {

  @Test
  void landUnderSeveralPolygonsCountsOnce() {
    Geometry one = rectangle(0, 0, 100, 100);

    assertThat(NetArea.of(List.of())).isZero();
    assertThat(NetArea.of(List.of(one, one))).isCloseTo(10_000, within(1e-6));
    assertThat(NetArea.of(List.of(one, rectangle(50, 0, 100, 100), rectangle(5_000, 0, 10, 10))))
        .isCloseTo(15_100, within(1e-6));
  }

  @Test
  void landSurveyedInAnotherZoneCountsOnceToo() {
    Geometry one = rectangle(0, 0, 100, 100);
    Geometry sameInZone37 = CoordinateSystems.transform(one, 4524, 4525);

    assertThat(NetArea.of(List.of(one, sameInZone37))).isCloseTo(10_000, within(0.01));
  }

  /** Rectangles, turned ones, with holes and of several parts, that hang together in great groups. */
  @Test
  void itIsTheAreaOfTheUnion() {
    Random random = new Random(20261126);
    for (int round = 0; round < 20; round++) {
      List<Geometry> lands = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Geometry land = rectangle(random.nextInt(900), random.nextInt(900), 20 + random.nextInt(200), 20 + random.nextInt(200));
        if (i % 3 == 0) {
          Coordinate middle = land.getCentroid().getCoordinate();
          land = AffineTransformation.rotationInstance(random.nextDouble() * Math.PI, middle.x, middle.y).transform(land);
        }
        if (i % 4 == 0) {
          land = land.difference(land.buffer(-8));
        }
        if (i % 5 == 0) {
          land = land.union(rectangle(1_200 + random.nextInt(900), random.nextInt(900), 60, 60));
        }
        land.setSRID(4524);
        lands.add(land);
      }

      assertThat(NetArea.of(lands)).as("round %d", round)
          .isCloseTo(Areas.planeAreaExact(PlaneSets.union(lands)), within(1e-4));
    }
  }
}
