package org.jieshi.bench;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code bin/bench scale}: what grows with the register and how; {@code docs/scale.md} has the figures of three sizes. The
 * land stays in {@code target/bench/tiles-N}.
 */
final class ScaleBench {

  private static final int ASKED = 400;
  private static final int SEARCHED = 20;
  /** Counties that the land is cut into, to try partitions. */
  private static final int COUNTIES = 10;

  private final BenchProgram program;
  private final BenchProgram.Browser browser;
  private final JdbcClient jdbc;
  private final int parcels;

  private ScaleBench(BenchProgram program, int parcels) throws Exception {
    this.program = program;
    this.browser = program.signIn();
    this.jdbc = program.bean(JdbcClient.class);
    this.parcels = parcels;
  }

  static boolean run(int parcels) throws Exception {
    try (BenchProgram program = BenchProgram.start(TileBench.loaded(parcels), "--jieshi.map.tile-cache=0B")) {
      ScaleBench bench = new ScaleBench(program, parcels);
      bench.sizes();
      bench.questions();
      bench.scan();
      bench.upkeep();
      bench.partitions();
    }
    return true;
  }

  private void sizes() {
    jdbc.sql("""
        select relname, n_live_tup, pg_table_size(relid), pg_indexes_size(relid) from pg_stat_user_tables
         where schemaname = 'public' order by pg_total_relation_size(relid) desc limit 8
        """).query((row, n) -> String.format(Locale.ROOT, "| %s | %,d rows | %,d MB | indexes %,d MB |", row.getString(1),
            row.getLong(2), row.getLong(3) >> 20, row.getLong(4) >> 20)).list().forEach(System.out::println);
    System.out.printf(Locale.ROOT, "| database | | %,d MB | |%n",
        jdbc.sql("select pg_database_size(current_database()) >> 20").query(Long.class).single());
  }

  private void questions() throws Exception {
    Random random = new Random(3);
    List<String> windows = jdbc.sql("""
        select (bounds[1])[0] as west, (bounds[1])[1] as south from drawn_unit where kind = 'PARCEL' order by md5(code) limit :n
        """).param("n", ASKED).query((row, n) -> row.getDouble(1) + " " + row.getDouble(2)).list();
    for (int zoom : new int[] {14, 13}) {
      asked("tile of parcels, drawn, z" + zoom, ASKED, i -> get("/tiles/parcels/" + tile(windows.get(i % windows.size()), zoom) + ".mvt"));
    }
    asked("parcels of a window of 0.01°", ASKED, i -> {
      String[] at = windows.get(i % windows.size()).split(" ");
      double west = Double.parseDouble(at[0]);
      double south = Double.parseDouble(at[1]);
      return get("/api/parcels?size=50&bbox=%s,%s,%s,%s".formatted(west, south, west + 0.01, south + 0.01));
    });
    asked("parcel by its code", ASKED, i -> get("/api/parcels/" + BenchProgram.code(random.nextInt(parcels))));
    asked("search by part of a name", SEARCHED, i -> get("/api/parcels?size=20&q=" + "%E5%86%9C%E5%9C%BA" + random.nextInt(parcels)));
    asked("one parcel against everything, to the commit", ASKED, i -> post("/api/parcels/%s/conflicts/scan"
        .formatted(BenchProgram.code(random.nextInt(parcels)))));
  }

  private void scan() throws Exception {
    long start = System.nanoTime();
    browser.client().send(post("/api/conflicts/scan"), BodyHandlers.ofString());
    while (jdbc.sql("select exists (select 1 from conflict_scan where status in ('QUEUED', 'RUNNING'))").query(Boolean.class)
        .single()) {
      Thread.sleep(200);
    }
    String found = jdbc.sql("select status || ', ' || appeared + changed + gone || ' changed' from conflict_scan order by id desc limit 1")
        .query(String.class).single();
    System.out.printf(Locale.ROOT, "| the register's own scan of everything | %.1f s | %s |%n", seconds(start), found);
  }

  /** What PostgreSQL's own upkeep takes. */
  private void upkeep() {
    for (String table : List.of("spatial_unit_version", "conflict", "drawn_unit")) {
      timed("vacuum (analyze) " + table, () -> jdbc.sql("vacuum (analyze) " + table).update());
      timed("  every page of it", () -> jdbc.sql("vacuum (disable_page_skipping) " + table).update());
    }
    timed("reindex index spatial_unit_version_bounds", () -> jdbc.sql("reindex index spatial_unit_version_bounds").update());
  }

  /** The same rows in one table and in a partition for each county, asked as a scan of one parcel asks for its neighbours. */
  private void partitions() {
    jdbc.sql("drop table if exists whole_land, county_land").update();
    String columns = "county int not null, unit_id bigint not null, current boolean not null, bounds box not null, boundary geometry";
    jdbc.sql("create table whole_land (" + columns + ")").update();
    jdbc.sql("create table county_land (" + columns + ") partition by list (county)").update();
    for (int county = 0; county < COUNTIES; county++) {
      jdbc.sql("create table county_land_%1$d partition of county_land for values in (%1$d)".formatted(county)).update();
    }
    jdbc.sql("""
        insert into whole_land select width_bucket((bounds[0])[0], w, e, :counties) - 1, unit_id, current, bounds, boundary
          from spatial_unit_version, (select min((bounds[0])[0]) as w, max((bounds[0])[0]) + 1e-9 as e from spatial_unit_version) land
         where current
        """).param("counties", COUNTIES).update();
    jdbc.sql("insert into county_land select * from whole_land").update();
    for (String table : List.of("whole_land", "county_land")) {
      timed("index of bounds, " + table, () -> jdbc.sql("create index on " + table + " using gist (bounds) where current").update());
      jdbc.sql("create index on " + table + " (unit_id)").update();
      timed("vacuum (analyze) " + table, () -> jdbc.sql("vacuum (analyze) " + table).update());
    }
    timed("vacuum (analyze) of one county", () -> jdbc.sql("vacuum (analyze) county_land_4").update());
    List<Long> ids = jdbc.sql("select unit_id from whole_land order by md5(cast(unit_id as text)) limit 2000").query(Long.class).list();
    String neighbours = """
        select count(*) from %1$s a join %1$s o on o.current and o.bounds && a.bounds and o.unit_id <> a.unit_id %2$s
         where a.current and a.unit_id = :id %3$s
        """;
    for (int round = 0; round < 2; round++) { // the first warms up
      neighboursOf(round == 1, "whole table", neighbours.formatted("whole_land", "", ""), ids);
      neighboursOf(round == 1, "ten partitions, county not known", neighbours.formatted("county_land", "", ""), ids);
      neighboursOf(round == 1, "ten partitions, within one county", neighbours.formatted("county_land",
          "and o.county = :county", "and a.county = :county"), ids);
    }
    jdbc.sql("drop table whole_land, county_land").update();
  }

  private void neighboursOf(boolean told, String what, String sql, List<Long> ids) {
    double[] times = new double[ids.size()];
    for (int i = 0; i < times.length; i++) {
      JdbcClient.StatementSpec query = jdbc.sql(sql).param("id", ids.get(i));
      if (sql.contains(":county")) {
        query = query.param("county", jdbc.sql("select county from whole_land where unit_id = :id").param("id", ids.get(i))
            .query(Integer.class).single());
      }
      long start = System.nanoTime();
      query.query(Long.class).single();
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    if (told) {
      told("neighbours of a parcel, " + what, times);
    }
  }

  private interface Question {
    HttpRequest number(int i);
  }

  private void asked(String what, int times, Question question) throws Exception {
    double[] measured = new double[times];
    for (int i = -times; i < times; i++) { // the first ones warm up
      HttpRequest request = question.number(Math.floorMod(i, times));
      long start = System.nanoTime();
      HttpResponse<byte[]> answer = browser.client().send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer.statusCode() + " " + request.uri());
      }
      if (i >= 0) {
        measured[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    told(what, measured);
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(program.address(path)).build();
  }

  private HttpRequest post(String path) {
    return HttpRequest.newBuilder(program.address(path)).header("X-XSRF-TOKEN", browser.token()).POST(BodyPublishers.noBody()).build();
  }

  private static String tile(String at, int zoom) {
    String[] place = at.split(" ");
    double radians = Math.toRadians(Double.parseDouble(place[1]));
    return zoom + "/" + (int) ((Double.parseDouble(place[0]) + 180) / 360 * (1 << zoom)) + "/"
        + (int) ((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2 * (1 << zoom));
  }

  private static void timed(String what, Supplier<Integer> work) {
    long start = System.nanoTime();
    work.get();
    System.out.printf(Locale.ROOT, "| %s | %.1f s |%n", what, seconds(start));
  }

  private static void told(String what, double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    System.out.printf(Locale.ROOT, "| %s | p50 %.2f ms | p95 %.2f ms |%n", what, sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.95)]);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
