package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jieshi.geometry.Wkt.rectangle;

import java.util.List;
import org.jieshi.geometry.Backing.Sketch;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class BackingTest {

  private static final Geometry PARCEL = rectangle(36_632_000, 2_480_000, 100, 100);

  @Test
  void halfAParcelUnderASketchIsBackedToWithinWhatTheSketchIsWorth() {
    Backing backing = Backing.of(PARCEL, 0.05, List.of(new Sketch(rectangle(36_631_000, 2_479_000, 1050, 5000), 3.0)));

    double uncertainty = 2 * Math.hypot(0.05, 3);
    assertThat(backing.area()).isCloseTo(5000, within(1e-5));
    assertThat(backing.uncertainty()).isCloseTo(uncertainty, within(1e-12));
    assertThat(backing.least()).isCloseTo(5000 - 100 * uncertainty, within(0.01));
    assertThat(backing.most()).isCloseTo(5000 + 100 * uncertainty, within(0.01));
    assertThat(backing.share(backing.area())).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void insideASketchAllIsBackedAndFarFromItNothing() {
    Backing inside = Backing.of(PARCEL, 0.05, List.of(new Sketch(rectangle(36_631_000, 2_479_000, 5000, 5000), 3.0)));
    Backing outside = Backing.of(PARCEL, 0.05, List.of(new Sketch(rectangle(36_633_000, 2_479_000, 500, 500), 3.0)));

    assertThat(inside.least()).isCloseTo(10_000, within(1e-5));
    assertThat(inside.most()).isCloseTo(10_000, within(1e-5));
    assertThat(outside.area()).isZero();
    assertThat(outside.most()).isZero();
  }

  @Test
  void besideASketchSomeMayBeMeant() {
    Backing beside = Backing.of(PARCEL, 0.05, List.of(new Sketch(rectangle(36_631_000, 2_479_000, 998, 5000), 3.0)));

    assertThat(beside.area()).isZero();
    assertThat(beside.least()).isZero();
    assertThat(beside.most()).isCloseTo(100 * (2 * Math.hypot(0.05, 3) - 2), within(0.01));
  }

  @Test
  void sheetsThatAdjoinOrOverlapCountOnceAndTheLineBetweenThemIsNoDoubt() {
    Backing backing = Backing.of(PARCEL, 0.05, List.of(new Sketch(rectangle(36_631_000, 2_479_000, 1050, 5000), 3.0),
        new Sketch(rectangle(36_632_040, 2_479_000, 5000, 5000), 3.0)));

    assertThat(backing.area()).isCloseTo(10_000, within(1e-5));
    assertThat(backing.least()).isCloseTo(10_000, within(1e-5));
  }

  @Test
  void withoutAnAccuracyThereIsAFigureAndNoBand() {
    Backing backing = Backing.of(PARCEL, 0.05, List.of(new Sketch(rectangle(36_631_000, 2_479_000, 1050, 5000), null)));

    assertThat(backing.area()).isCloseTo(5000, within(1e-5));
    assertThat(backing.uncertainty()).isNull();
    assertThat(backing.least()).isNull();
    assertThat(backing.most()).isNull();
  }
}
