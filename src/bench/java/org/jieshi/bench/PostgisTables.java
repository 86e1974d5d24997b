package org.jieshi.bench;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.IntFunction;
import org.jieshi.geometry.kernel.FlatLand;
import org.jieshi.store.BenchDatabase;
import org.jieshi.store.GeometryCodec;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/** The layers as tables with a GiST index, and what a user would run on them. */
final class PostgisTables {

  private static final String OVERLAY = "create unlogged table ov as select p.id left_id, c.id right_id,"
      + " st_intersection(p.geom, c.geom) overlap from parcels p join ";
  static final String JOIN = OVERLAY + "claims c on st_intersects(p.geom, c.geom)";
  static final String AMONG = OVERLAY + "parcels c on p.id < c.id and st_intersects(p.geom, c.geom)";
  /** Leaves neighbours that only touch to the predicate. */
  static final String AMONG_TUNED = OVERLAY
      + "parcels c on p.id < c.id and p.geom && c.geom and st_relate(p.geom, c.geom, '2********')";
  private static final String COVERAGE = """
      create unlogged table cv as
      select d.id, st_area(st_intersection(d.geom, st_union(p.geom))) area
        from districts d join parcels p on st_intersects(d.geom, p.geom) and p.status = '1'
       group by d.id, d.geom
      """;

  private final BenchDatabase database;

  PostgisTables(BenchDatabase database) {
    this.database = database;
  }

  void load(Layers layers) throws SQLException {
    load("parcels", layers.parcels(), i -> layers.source().certified(i) ? "1" : "0");
    load("claims", layers.claims(), i -> "");
    load("districts", layers.districts(), i -> "");
  }

  private void load(String table, List<FlatLand> layer, IntFunction<String> status) throws SQLException {
    execute(database, "create unlogged table " + table + " (id int primary key, status text, geom geometry)");
    BinaryCopy copy = new BinaryCopy(database, table);
    GeometryFactory factory = new GeometryFactory(new PrecisionModel(), BenchLand.SRID);
    for (int i = 0; i < layer.size(); i++) {
      copy.take(i, status.apply(i), ByteBuffer.wrap(GeometryCodec.write(layer.get(i).toGeometry(factory))));
    }
    copy.done();
    execute(database, "create index on " + table + " using gist (geom)", "vacuum analyze " + table);
  }

  /** One of the overlay jobs. */
  Checksum overlay(String sql) throws SQLException {
    try (Connection connection = tuned()) {
      run(connection, "drop table if exists ov", sql);
      return sum(connection, "ov", "overlap");
    }
  }

  Checksum coverage() throws SQLException {
    try (Connection connection = tuned(); Statement statement = connection.createStatement()) {
      run(connection, "drop table if exists cv", COVERAGE);
      ResultSet row = statement.executeQuery("select count(*), sum(area) from cv");
      row.next();
      return new Checksum(row.getLong(1), 0, row.getDouble(2));
    }
  }

  static Checksum sum(Connection connection, String table, String column) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      ResultSet row = statement.executeQuery("""
          select count(*) filter (where a > 0.01), count(*) filter (where a > 1), sum(a)
            from (select st_area(%s) a from %s offset 0) areas
          """.formatted(column, table));
      row.next();
      return new Checksum(row.getLong(1), row.getLong(2), row.getDouble(3));
    }
  }

  /** As the baseline sets itself: two processes wherever the planner can use them. */
  private Connection tuned() throws SQLException {
    Connection connection = database.connect();
    run(connection, "set max_parallel_workers_per_gather = 1", "set min_parallel_table_scan_size = '256kB'",
        "set parallel_setup_cost = 0", "set parallel_tuple_cost = 0");
    return connection;
  }

  static void execute(BenchDatabase database, String... statements) throws SQLException {
    try (Connection connection = database.connect()) {
      run(connection, statements);
    }
  }

  private static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
