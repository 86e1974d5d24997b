package org.jieshi.province;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.sedona.core.enums.GridType;
import org.apache.sedona.core.spatialRDD.SpatialRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.jieshi.conflicts.TileScan;
import org.jieshi.conflicts.TileScan.Land;
import org.jieshi.conflicts.TileScan.Overlapping;
import org.jieshi.conflicts.rules.OverlapRule;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Read, cut into tiles, compare. */
final class ProvinceScan {

  private static final int UNITS_A_TILE = 5_000;
  private static final int UNITS_A_READ = 25_000;

  private final SparkSession spark;
  private final List<Register> sources;
  private final OverlapTable table;

  ProvinceScan(SparkSession spark, List<Register> sources, OverlapTable table) {
    this.spark = spark;
    this.sources = sources;
    this.table = table;
  }

  /** @param units as read; a land at a tile's border is compared in several and counted once */
  record Outcome(long scan, long units, int tiles, long overlaps, double readSeconds, double cutSeconds,
      double comparedSeconds) {
  }

  /** @param wantedTiles 0: by the number of units */
  Outcome run(int wantedTiles) throws Exception {
    long start = System.nanoTime();
    List<Snapshot> moments = new ArrayList<>();
    try {
      JavaRDD<Geometry> lands = spark.sparkContext().emptyRDD(scala.reflect.ClassTag$.MODULE$.<Geometry>apply(Geometry.class))
          .toJavaRDD();
      for (Register register : sources) {
        Snapshot moment = new Snapshot(register);
        moments.add(moment);
        lands = lands.union(read(register, moment));
      }
      OverlapRule rule = oneRule(moments);
      lands = lands.persist(StorageLevel.MEMORY_AND_DISK_SER());
      SpatialRDD<Geometry> units = new SpatialRDD<>();
      units.setRawSpatialRDD(lands);
      units.analyze();
      double read = seconds(start);
      if (units.approximateTotalCount == 0) {
        return new Outcome(table.begin(sources, rule), 0, 0, 0, read, 0, 0);
      }
      long many = units.approximateTotalCount;
      int tiles = wantedTiles > 0 ? wantedTiles : (int) (1 + many / UNITS_A_TILE);
      units.spatialPartitioning(GridType.KDBTREE, (int) Math.max(1, Math.min(tiles, many / 2)));
      double cut = seconds(start) - read;
      return compared(units, many, rule, read, cut, start);
    } finally {
      for (Snapshot moment : moments) {
        moment.close();
      }
    }
  }

  private JavaRDD<Geometry> read(Register register, Snapshot moment) throws SQLException {
    Snapshot.Range range = moment.range();
    Properties connection = new Properties();
    connection.setProperty("user", register.user());
    connection.setProperty("password", register.password());
    connection.setProperty("driver", "org.postgresql.Driver");
    connection.setProperty("fetchsize", "2000");
    connection.setProperty("sessionInitStatement", moment.join());
    String name = register.name();
    return spark.read().jdbc(register.url(), CarriedLand.QUERY, "id", range.lowest(), range.highest() + 1,
        (int) (1 + range.units() / UNITS_A_READ), connection).javaRDD().map(row -> new CarriedLand(name, row).frame());
  }

  /** Registers that judge differently have no common result. */
  private OverlapRule oneRule(List<Snapshot> moments) throws SQLException {
    OverlapRule first = moments.get(0).rule();
    for (Snapshot moment : moments) {
      OverlapRule other = moment.rule();
      if (other.allowFactor() != first.allowFactor() || other.boundaryFactor() != first.boundaryFactor()
          || other.containedShare() != first.containedShare() || other.writtenTo() != first.writtenTo()) {
        throw new IllegalStateException("The registers do not judge by one rule: " + first + ", " + other);
      }
    }
    return first;
  }

  private Outcome compared(SpatialRDD<Geometry> units, long many, OverlapRule rule, double read, double cut, long start)
      throws SQLException {
    List<Envelope> tiles = List.copyOf(units.getPartitioner().getGrids());
    long scan = table.begin(sources, rule);
    OverlapTable into = table;
    // lands that a tile answers for, and its overlaps: an array, since Spark's Kryo can't fill a record
    long[] told = units.spatialPartitionedRDD.mapPartitionsWithIndex((tile, frames) -> {
      TileScan place = new TileScan(tiles.get(tile), rule);
      List<Land> lands = new ArrayList<>();
      long owned = 0;
      while (frames.hasNext()) {
        Land land = ((CarriedLand) frames.next().getUserData()).land();
        lands.add(land);
        owned += place.owns(land.bounds()) ? 1 : 0;
      }
      List<Overlapping> found = new ArrayList<>();
      place.run(lands, found::add);
      into.write(scan, tile, found);
      return List.of(new long[] {owned, found.size()}).iterator();
    }, false).reduce((one, other) -> new long[] {one[0] + other[0], one[1] + other[1]});
    if (told[0] != many) {
      throw new IllegalStateException("%d lands were answered for by a tile, of %d: the tiles do not cover the land once"
          .formatted(told[0], many));
    }
    table.end(scan, many, tiles.size(), told[1]);
    return new Outcome(scan, many, tiles.size(), told[1], read, cut, seconds(start) - read - cut);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
