package org.jieshi.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jieshi.geometry.kernel.FlatLand;
import org.jieshi.geometry.kernel.OverlapKernel;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One pair of neighbours, one parcel and the claim over it: our kernel and JTS' OverlayNG on the same lands. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBench {

  private static final int PARCELS = 2_500;

  private final BenchLand land = new BenchLand(PARCELS, 1);
  private final OverlapKernel kernel = new OverlapKernel();
  private final FlatLand parcel = land.parcel(1275);
  private final FlatLand neighbour = land.parcel(1276);
  private final FlatLand claim = IntStream.range(0, land.claims()).mapToObj(land::claim)
      .max((a, b) -> Double.compare(kernel.measure(parcel, a), kernel.measure(parcel, b))).orElseThrow();
  private final List<Geometry> drawn = List.of(parcel.toGeometry(new GeometryFactory()),
      neighbour.toGeometry(new GeometryFactory()), claim.toGeometry(new GeometryFactory()));

  @Benchmark
  public double neighboursKernel() {
    return kernel.measure(parcel, neighbour);
  }

  @Benchmark
  public Geometry neighboursOverlayNG() {
    return OverlayNGRobust.overlay(drawn.get(0), drawn.get(1), OverlayNG.INTERSECTION);
  }

  @Benchmark
  public double claimKernelArea() {
    return kernel.measure(parcel, claim);
  }

  @Benchmark
  public double claimKernelTraced() {
    kernel.measure(parcel, claim);
    return kernel.trace() ? kernel.tracedArea() : 0;
  }

  @Benchmark
  public Geometry claimOverlayNG() {
    return OverlayNGRobust.overlay(drawn.get(0), drawn.get(2), OverlayNG.INTERSECTION);
  }
}
