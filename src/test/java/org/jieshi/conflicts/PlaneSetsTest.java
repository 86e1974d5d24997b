package org.jieshi.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jieshi.bench.BenchLand;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.kernel.FlatLand;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;

class PlaneSetsTest {

  private static final int SRID = 4524;
  private static final int PARCELS = 1_000;
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), SRID);

  /** What a ledger does with new parcels over old ones, some of them the old ones moved by a hair. */
  @Test
  void whatIsCutOffCanBeCutAgain() {
    BenchLand source = new BenchLand(PARCELS, 1);
    List<Geometry> parcels = layer(PARCELS, source::parcel);
    List<Geometry> claims = layer(source.claims(), source::claim);
    Random random = new Random(7);
    for (int i = 0; i < PARCELS; i++) {
      double step = List.of(1e-9, 1e-6, 1e-3, 0.05, 33.0).get(i % 5);
      Geometry plot = moved(parcels.get(i), step * random.nextGaussian(), step * random.nextGaussian());

      List<Geometry> earlier = near(plot, parcels);
      Geometry covered = PlaneSets.intersection(plot, PlaneSets.union(earlier));
      Geometry own = PlaneSets.difference(plot, covered);
      assertParts(plot, covered, own, "plot " + i);

      List<Geometry> contested = near(plot, claims).stream().map(claim -> PlaneSets.intersection(plot, claim))
          .filter(overlap -> !overlap.isEmpty()).toList();
      if (!own.isEmpty() && !contested.isEmpty()) {
        Geometry disputed = PlaneSets.intersection(own, PlaneSets.union(contested));
        assertParts(own, disputed, PlaneSets.difference(own, disputed), "rest of plot " + i);
      }
    }
  }

  private static void assertParts(Geometry whole, Geometry part, Geometry rest, String which) {
    assertThat(part.isValid()).as(which).isTrue();
    assertThat(rest.isValid()).as(which).isTrue();
    assertThat(area(part) + area(rest)).as(which).isCloseTo(area(whole), within(1e-6 * (1 + whole.getLength())));
  }

  private static double area(Geometry land) {
    return land.isEmpty() ? 0 : Areas.planeAreaExact(land);
  }

  private static List<Geometry> near(Geometry plot, List<Geometry> others) {
    return others.stream().filter(other -> other.getEnvelopeInternal().intersects(plot.getEnvelopeInternal())).toList();
  }

  private static List<Geometry> layer(int size, IntFunction<FlatLand> feature) {
    return IntStream.range(0, size).mapToObj(feature).map(land -> land.toGeometry(FACTORY)).toList();
  }

  private static Geometry moved(Geometry land, double east, double north) {
    Geometry moved = AffineTransformation.translationInstance(east, north).transform(land);
    moved.setSRID(SRID);
    return moved;
  }
}
