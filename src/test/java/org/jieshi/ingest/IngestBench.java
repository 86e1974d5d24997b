package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jieshi.bench.ParcelGrid;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.ingest.source.Workspace;
import org.jieshi.store.Box;
import org.jieshi.store.CopyRows;
import org.jieshi.store.DatabaseKind;
import org.jieshi.store.EachDatabase;
import org.jieshi.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long an import takes beside the least that anybody could do with the same rows: parse them, put them on the map,
 * {@code COPY} the same columns into a table, build its GiST index; nothing is checked, compared or counted. Both run in
 * turn, in one JVM on one database; {@code bin/bench ingest} runs this. An import counts until its findings are there to be
 * read; what a commit would change is known a while later, which is printed beside it.
 */
@EachDatabase(properties = "jieshi.jobs.workers=0")
@org.springframework.context.annotation.Import(ImportDesk.class)
class IngestBench {

  /** Rounds that don't count: until then both sides' code is still being compiled. */
  private static final int WARM_UPS = 5;
  private static final ImportRequest PARCELS = ImportRequest.of(Layer.PARCELS).withAccuracy(0.05);

  @Autowired ImportDesk desk;
  @Autowired JdbcTemplate jdbc;
  @Autowired JsonMapper json;
  @TempDir Path directory;

  @Test
  void staging(TestDatabase database) throws Exception {
    if (Boolean.getBoolean("bench.memory") || database.kind() != DatabaseKind.valueOf(System.getProperty("bench.database", DatabaseKind.values()[0].name()))) {
      return; // one of them at a time
    }
    int parcels = Integer.getInteger("bench.parcels", 100_000);
    int rounds = Integer.getInteger("bench.rounds", 5);
    List<Double> ratios = new ArrayList<>();
    for (int round = 1 - WARM_UPS; round <= rounds; round++) {
      // another seed each time: the same content would be the same import
      Path zip = new ParcelGrid(parcels, round + WARM_UPS).zip(directory.resolve("grid" + round + ".zip"));
      double least = seconds(() -> copy(zip));
      long id = desk.send(PARCELS, "grid.zip", zip);
      Import[] staged = new Import[1];
      PhaseClock clock = new PhaseClock(jdbc, id);
      double whole = seconds(() -> staged[0] = desk.read(id));
      double stored = clock.stop().staged();
      assertThat(staged[0].counts().features()).isEqualTo(parcels);
      System.out.printf(Locale.ROOT, "%s: parse + project + COPY + GiST %.2f s, stored with checks %.2f s, ratio %.2f, impact"
          + " known %.2f s (%s), %s%n", round <= 0 ? "warm-up" : "round " + round, least, stored, stored / least, whole,
          clock, staged[0].counts());
      if (round > 0) {
        ratios.add(stored / least);
      }
      Files.delete(zip);
      desk.discard(id);
      jdbc.execute("drop table bench_row");
      // what the round leaves behind is no load of the next: each side fills an empty table
      jdbc.execute("truncate import_row, import_finding, import_chunk cascade");
    }
    ratios.sort(null);
    System.out.printf(Locale.ROOT, "median ratio %.2f%n", ratios.get(ratios.size() / 2));
  }

  /** A million parcels: what the heap holds at most, by the peak of its pools, and how long it takes. */
  @Test
  void memory(TestDatabase database) throws Exception {
    if (!Boolean.getBoolean("bench.memory") || database.kind() != DatabaseKind.EMBEDDED) {
      return;
    }
    int parcels = Integer.getInteger("bench.parcels", 1_000_000);
    // 19 points each, so that the file stays within the 500 MB of rule F1
    Path zip = new ParcelGrid(parcels, 1, 1, 6).zip(directory.resolve("million.zip"));
    long id = desk.send(PARCELS, "million.zip", zip);
    List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP).toList();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    Import[] staged = new Import[1];
    double seconds = seconds(() -> staged[0] = desk.read(id));
    long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    long old = heap.stream().filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
        .map(MemoryPoolMXBean::getCollectionUsage).filter(usage -> usage != null).mapToLong(MemoryUsage::getUsed).max()
        .orElse(0);
    System.out.printf(Locale.ROOT, "%d parcels: %.0f s, heap peak %d MB (with garbage) of %d MB, %d MB left after the last"
        + " full collection, %s%n", parcels, seconds, peak >> 20, Runtime.getRuntime().maxMemory() >> 20, old >> 20,
        staged[0].counts());
    assertThat(staged[0].status()).isEqualTo(ImportStatus.STAGED);
  }

  private void copy(Path zip) {
    try (Workspace workspace = Workspace.open(directory.resolve("work"))) {
      OpenLayer layer = SurveyFormats.layer(zip, "grid.zip", null, workspace).open(4524, null);
      jdbc.execute("drop table if exists bench_row");
      jdbc.execute("""
          create table bench_row (import_id bigint not null, record int not null, code text,
            boundary geometry, boundary_4490 geometry, bounds box, fields jsonb not null, attributes jsonb not null,
            primary key (import_id, record))
          """);
      CopyRows rows = fresh();
      try (OpenLayer.Records records = layer.read()) {
        while (records.hasNext()) {
          SurveyRecord record = records.next();
          Geometry boundary = record.boundary();
          Geometry degrees = CoordinateSystems.transform(boundary, 4524, CoordinateSystems.CGCS2000_DEGREES);
          rows.row().big(1L).integer(record.number()).text((String) record.value("ZDDM"))
              .geometry(boundary).geometry(degrees)
              .box(Box.of(degrees.getEnvelopeInternal()))
              .json(json.writeValueAsString(Map.of("party", record.value("QLRMC"), "declaredArea", record.value("SCMJ"))))
              .json("{}");
          if (record.number() % 5000 == 0) {
            CopyRows.write(jdbc, List.of(rows));
            rows = fresh();
          }
        }
      }
      CopyRows.write(jdbc, List.of(rows));
      jdbc.execute("create index on bench_row using gist (bounds)");
      layer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CopyRows fresh() {
    return new CopyRows("bench_row", "import_id", "record", "code", "boundary", "boundary_4490", "bounds",
        "fields", "attributes");
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
