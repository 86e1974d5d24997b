package org.jieshi.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jieshi.parcels.Land.rectangle;

import java.util.List;
import org.jieshi.geometry.CoordinateSystems;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

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
}
