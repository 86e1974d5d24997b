package org.jieshi.bench;

import org.jieshi.store.BenchDatabase;

/** {@code bin/bench overlaps}. */
final class OverlapBench {

  /** m²: areas are sums of a hundred thousand figures in an order that threads decide. */
  private static final double CHECKSUM = 0.01;

  private OverlapBench() {}

  static boolean run(int parcels, int rounds, int threads) throws Exception {
    System.out.printf("Making %,d parcels…%n", parcels);
    Layers layers = Layers.of(parcels);
    OverlapJobs ours = new OverlapJobs(layers, threads);
    System.out.println("Loading them into PostGIS…");
    try (BenchDatabase database = BenchDatabase.start()) {
      PostgisTables postgis = new PostgisTables(database);
      postgis.load(layers);
      Rounds times = new Rounds(rounds);
      System.out.println("| job | PostGIS s | ours s | times faster | wanted | found |\n|---|---|---|---|---|---|");
      boolean good = times.compare("parcels × claims, polygons", () -> postgis.overlay(PostgisTables.JOIN), ours::join,
          4, CHECKSUM);
      good &= times.compare("the same, areas checked, stored", () -> postgis.overlay(PostgisTables.JOIN),
          () -> ours.joinStored(database), 3, CHECKSUM);
      good &= times.compare("parcels among themselves", () -> postgis.overlay(PostgisTables.AMONG), ours::among, 11,
          CHECKSUM);
      good &= times.compare("the same, PostGIS tuned", () -> postgis.overlay(PostgisTables.AMONG_TUNED), ours::among, 7,
          CHECKSUM);
      good &= times.compare("coverage by district", postgis::coverage, ours::coverage, 12,
          1e-9 * ours.coverage().area());
      return good;
    }
  }
}
