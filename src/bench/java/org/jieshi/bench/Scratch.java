package org.jieshi.bench;
import java.util.*; import java.util.stream.*; import java.util.concurrent.atomic.*;
import org.jieshi.geometry.kernel.*;
public class Scratch {
  public static void main(String[] a) throws Exception {
    int n = Integer.parseInt(a[0]); int threads = Integer.parseInt(a[1]);
    BenchLand land = new BenchLand(n, 1);
    long t = System.nanoTime();
    List<FlatLand> parcels = IntStream.range(0, n).parallel().mapToObj(land::parcel).toList();
    List<FlatLand> claims = IntStream.range(0, land.claims()).parallel().mapToObj(land::claim).toList();
    System.out.printf("gen %.2f%n", (System.nanoTime()-t)/1e9);
    for (int r = 0; r < Integer.getInteger("runs",5); r++) for (int self = 0; self < 2; self++) {
      t = System.nanoTime(); long c0 = ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
      DoubleAdder sum = new DoubleAdder(); LongAdder pairs = new LongAdder(), small = new LongAdder(), big = new LongAdder(), traced = new LongAdder(), untraced = new LongAdder(), verts = new LongAdder();
      java.util.function.Supplier<LayerScan.PairVisitor> v = () -> new LayerScan.PairVisitor() {
        double s; long p, sm, bg, tr, un, ve;
        public void pair(int l, int rr, double area, OverlapKernel k) {
          p++; if (area > 1e-6) { s += area; if (area > 0.01) sm++; if (area > 1) bg++; if (k.trace()) { tr++; ve += k.tracedVertices(); } else un++; }
        }
        public void done() { sum.add(s); pairs.add(p); small.add(sm); big.add(bg); traced.add(tr); untraced.add(un); verts.add(ve); }
      };
      if (self == 0) LayerScan.between(parcels, claims, threads, v); else LayerScan.among(parcels, threads, v);
      System.out.printf("%s %.3f s cpu %.3f pairs %d >0.01 %d >1 %d area %.3f traced %d untraced %d verts %d%n", self==0?"join":"self", (System.nanoTime()-t)/1e9, (((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()-c0)/1e9, pairs.sum(), small.sum(), big.sum(), sum.sum(), traced.sum(), untraced.sum(), verts.sum());
    }
  }
}
