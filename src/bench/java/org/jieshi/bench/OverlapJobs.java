package org.jieshi.bench;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jieshi.bench.OverlapTally.Drawn;
import org.jieshi.geometry.Overlap;
import org.jieshi.geometry.kernel.FlatLand;
import org.jieshi.geometry.kernel.LayerScan;
import org.jieshi.store.BenchDatabase;
import org.jieshi.store.GeometryCodec;

/** Our side of the jobs. */
final class OverlapJobs {

  private final Layers layers;
  private final int threads;

  OverlapJobs(Layers layers, int threads) {
    this.layers = layers;
    this.threads = threads;
  }

  /** Parcels × claims, every overlap drawn and kept. */
  Checksum join() throws InterruptedException {
    OverlapTally tally = new OverlapTally(overlay(layers.parcels(), layers.claims()));
    LayerScan.between(layers.parcels(), layers.claims(), threads, () -> tally.visitor(new Kept()));
    return tally.checksum();
  }

  /** As {@link #join}, but what is drawn is let go. */
  Checksum joinDrawn() throws InterruptedException {
    OverlapTally tally = new OverlapTally(overlay(layers.parcels(), layers.claims()));
    LayerScan.between(layers.parcels(), layers.claims(), threads, () -> tally.visitor((left, right, area, ewkb) -> { }));
    return tally.checksum();
  }

  /** As {@link #among}, but what is drawn is let go. */
  Checksum amongDrawn() throws InterruptedException {
    OverlapTally tally = new OverlapTally(overlay(layers.parcels(), layers.parcels()));
    LayerScan.among(layers.parcels(), threads, () -> tally.visitor((left, right, area, ewkb) -> { }));
    return tally.checksum();
  }

  /** Parcels × claims into a table of PostGIS, whose own area of what was stored is the checksum. */
  Checksum joinStored(BenchDatabase database) throws InterruptedException, SQLException {
    PostgisTables.execute(database, "drop table if exists ours",
        "create unlogged table ours (left_id int, right_id int, area float8, overlap geometry)");
    OverlapTally tally = new OverlapTally(overlay(layers.parcels(), layers.claims()));
    LayerScan.between(layers.parcels(), layers.claims(), threads,
        () -> tally.visitor(new BinaryCopy(database, "ours")));
    try (Connection connection = database.connect()) {
      return PostgisTables.sum(connection, "ours", "overlap");
    }
  }

  Checksum among() throws InterruptedException {
    OverlapTally tally = new OverlapTally(overlay(layers.parcels(), layers.parcels()));
    LayerScan.among(layers.parcels(), threads, () -> tally.visitor(new Kept()));
    return tally.checksum();
  }

  Checksum coverage() throws InterruptedException {
    return new CoverageJob(layers, threads).run();
  }

  private static OverlapTally.Pairs overlay(List<FlatLand> left, List<FlatLand> right) {
    return (one, other, factory) -> GeometryCodec.write(Overlap.between(left.get(one).toGeometry(factory),
        right.get(other).toGeometry(factory)).orElseThrow().geometry());
  }

  /** Everything drawn, one behind the other. */
  private static final class Kept implements Drawn {

    private static final LongAdder bytes = new LongAdder();
    private ByteBuffer kept = ByteBuffer.allocate(1 << 22);

    @Override
    public void take(int left, int right, double area, ByteBuffer ewkb) {
      if (kept.remaining() < ewkb.remaining()) {
        kept = ByteBuffer.allocate(2 * kept.capacity()).put(kept.flip());
      }
      kept.put(ewkb);
    }

    @Override
    public void done() {
      bytes.add(kept.position());
    }
  }
}
