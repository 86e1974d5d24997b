package org.jieshi.geometry.kernel;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Every land of one layer against every land of another, or a layer against itself, on several threads. */
public final class LayerScan {

  /** Lands a thread takes at a time: neighbours in the list are neighbours on the ground more often than not. */
  private static final int AT_A_TIME = 128;

  /** What one thread does with the pairs it meets. */
  @FunctionalInterface
  public interface PairVisitor {

    /**
     * Two lands whose bounds meet; the kernel has measured them.
     *
     * @param left place in the first layer, {@code right} in the second; in a layer against itself left < right
     * @param area what they share, m²; may be nothing
     */
    void pair(int left, int right, double area, OverlapKernel kernel);

    /** The thread has no more pairs. */
    default void done() {}
  }

  private LayerScan() {}

  /** @param visitors one for each thread */
  public static void between(List<FlatLand> left, List<FlatLand> right, int threads, Supplier<PairVisitor> visitors)
      throws InterruptedException {
    run(left, index(right), false, threads, visitors);
  }

  public static void among(List<FlatLand> layer, int threads, Supplier<PairVisitor> visitors)
      throws InterruptedException {
    run(layer, index(layer), true, threads, visitors);
  }

  /** Where the lands of a layer are; for any number of threads, each with a kernel of its own. */
  public static Index index(List<FlatLand> layer) {
    return new Index(layer);
  }

  /** A layer that lands can be compared with. */
  public static final class Index {

    private final List<FlatLand> layer;
    private final HPRtree tree = new HPRtree();

    private Index(List<FlatLand> layer) {
      this.layer = layer;
      for (int i = 0; i < layer.size(); i++) {
        tree.insert(layer.get(i).bounds(), i);
      }
      tree.build();
    }

    /** One land against the whole layer; {@code place} is what the visitor is told as its left side. */
    public void compare(FlatLand land, int place, OverlapKernel kernel, PairVisitor visitor) {
      tree.query(land.bounds(), found -> {
        int other = (Integer) found;
        visitor.pair(place, other, kernel.measure(land, layer.get(other)), kernel);
      });
    }

    /** As {@link #compare}, with the lands behind its own place only. */
    private void compareWithLater(FlatLand land, int place, OverlapKernel kernel, PairVisitor visitor) {
      tree.query(land.bounds(), found -> {
        int other = (Integer) found;
        if (other > place) {
          visitor.pair(place, other, kernel.measure(land, layer.get(other)), kernel);
        }
      });
    }
  }

  private static void run(List<FlatLand> left, Index right, boolean self, int threads, Supplier<PairVisitor> visitors)
      throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    Callable<@Nullable Void> work = () -> {
      PairVisitor visitor = visitors.get();
      OverlapKernel kernel = new OverlapKernel();
      for (int from = next.getAndAdd(AT_A_TIME); from < left.size(); from = next.getAndAdd(AT_A_TIME)) {
        for (int i = from; i < Math.min(left.size(), from + AT_A_TIME); i++) {
          if (self) {
            right.compareWithLater(left.get(i), i, kernel, visitor);
          } else {
            right.compare(left.get(i), i, kernel, visitor);
          }
        }
      }
      visitor.done();
      return null;
    };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (Future<@Nullable Void> thread : pool.invokeAll(IntStream.range(0, threads).mapToObj(i -> work).toList())) {
        thread.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException problem ? problem : new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
