package org.jieshi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jieshi.geometry.kernel.FlatLand;
import org.jieshi.geometry.kernel.LayerScan;
import org.jieshi.geometry.kernel.NetCover;
import org.jieshi.geometry.kernel.OverlapKernel;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Certified land by district, every square metre once: overlaps among the certified parcels first, then of each parcel
 * what lies in a district and under no earlier parcel.
 */
final class CoverageJob {

  private static final int AT_A_TIME = 256;

  private final List<FlatLand> certified;
  private final List<FlatLand> districts;
  private final int threads;

  CoverageJob(Layers layers, int threads) {
    this.certified = layers.certified();
    this.districts = layers.districts();
    this.threads = threads;
  }

  Checksum run() throws InterruptedException {
    List<List<FlatLand>> earlier = earlierOverlapping();
    HPRtree tree = new HPRtree();
    for (FlatLand district : districts) {
      tree.insert(district.bounds(), district);
    }
    tree.build();
    int chunks = (certified.size() + AT_A_TIME - 1) / AT_A_TIME;
    double[] sums = new double[chunks];
    IntStream.range(0, chunks).parallel().forEach(chunk -> sums[chunk] = sum(chunk, earlier, tree));
    double total = 0;
    for (double sum : sums) {
      total += sum;
    }
    return new Checksum(districts.size(), 0, total);
  }

  private double sum(int chunk, List<List<FlatLand>> earlier, HPRtree tree) {
    NetCover cover = new NetCover();
    double[] sum = {0};
    for (int i = chunk * AT_A_TIME; i < Math.min(certified.size(), (chunk + 1) * AT_A_TIME); i++) {
      FlatLand land = certified.get(i);
      List<FlatLand> others = earlier.get(i);
      tree.query(land.bounds(), district -> sum[0] += cover.of(land, others, (FlatLand) district));
    }
    return sum[0];
  }

  private List<List<FlatLand>> earlierOverlapping() throws InterruptedException {
    ConcurrentLinkedQueue<int[]> pairs = new ConcurrentLinkedQueue<>();
    LayerScan.among(certified, threads, () -> (left, right, area, kernel) -> {
      if (area > OverlapKernel.NOISE) {
        pairs.add(new int[] {left, right});
      }
    });
    List<List<FlatLand>> earlier = new ArrayList<>();
    certified.forEach(land -> earlier.add(List.of()));
    for (int[] pair : pairs) {
      if (earlier.get(pair[1]).isEmpty()) {
        earlier.set(pair[1], new ArrayList<>());
      }
      earlier.get(pair[1]).add(certified.get(pair[0]));
    }
    return earlier;
  }
}
