package org.jieshi.bench;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import org.jieshi.geometry.kernel.LayerScan.PairVisitor;
import org.jieshi.geometry.kernel.OverlapKernel;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** Counts overlaps and draws each, as a user of the scan would; what is drawn goes to {@link Drawn}. */
final class OverlapTally {

  /** Takes an overlap's polygon as EWKB. */
  interface Drawn {
    void take(int left, int right, double area, ByteBuffer ewkb);

    default void done() {}
  }

  private final LongAdder overCentimetres = new LongAdder();
  private final LongAdder overMetres = new LongAdder();
  private final DoubleAdder area = new DoubleAdder();
  private final LongAdder byOverlay = new LongAdder();
  private final Pairs pairs;

  /** The two lands of a pair, for the rare one that only a general overlay can draw. */
  interface Pairs {
    byte[] overlay(int left, int right, GeometryFactory factory);
  }

  OverlapTally(Pairs pairs) {
    this.pairs = pairs;
  }

  Checksum checksum() {
    return new Checksum(overCentimetres.sum(), overMetres.sum(), area.sum());
  }

  long byOverlay() {
    return byOverlay.sum();
  }

  PairVisitor visitor(Drawn drawn) {
    return new PairVisitor() {
      private final GeometryFactory factory = new GeometryFactory(new PrecisionModel(), BenchLand.SRID);
      private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
      private long centimetres;
      private long metres;
      private double sum;
      private long overlays;

      @Override
      public void pair(int left, int right, double shared, OverlapKernel kernel) {
        if (shared <= OverlapKernel.NOISE) {
          return;
        }
        centimetres += shared > 0.01 ? 1 : 0;
        metres += shared > 1 ? 1 : 0;
        sum += shared;
        buffer.clear();
        if (kernel.trace()) {
          if (buffer.capacity() < kernel.tracedBytes()) {
            buffer = ByteBuffer.allocate(2 * kernel.tracedBytes());
          }
          if (kernel.write(buffer, BenchLand.SRID)) {
            drawn.take(left, right, shared, buffer.flip());
            return;
          }
          buffer.clear();
        }
        overlays++;
        byte[] ewkb = pairs.overlay(left, right, factory);
        drawn.take(left, right, shared, ByteBuffer.wrap(ewkb));
      }

      @Override
      public void done() {
        overCentimetres.add(centimetres);
        overMetres.add(metres);
        area.add(sum);
        byOverlay.add(overlays);
        drawn.done();
      }
    };
  }
}
