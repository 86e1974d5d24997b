package org.jieshi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jieshi.bench.load.Crowd;
import org.jieshi.bench.load.PreparedOffice;
import org.jieshi.bench.load.ServedProgram;
import org.jieshi.bench.load.Timings;
import org.jieshi.bench.load.Vitals;
import org.jieshi.identity.Users;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.TestClock;
import org.springframework.util.FileSystemUtils;

/**
 * {@code bin/bench load} and {@code soak}: fifty people at work on the whole program over a copy of the land of
 * {@link TileBench}, which the office has had for some weeks: sub-farms, applications whose notice has run, others under notice.
 */
final class LoadBench {

  private static final String HEAP = "2g";
  /** Minutes of the same work before it is measured: an office's program was not started this morning. */
  private static final double WARM_UP = 3;
  private static final int READY = 400;
  private static final int UNDER_NOTICE = 60;
  private static final int NOTICE_DAYS = 45;
  private static final int RECENT_DAYS = 4;
  private static final int IN_A_ROW = 10;

  private LoadBench() {}

  /** @return whether nothing failed, everything is fast enough, and, if it is a soak, nothing grew */
  static boolean run(int parcels, double minutes, boolean soak) throws Exception {
    Path office = Path.of("target", "bench", "office-" + parcels).toAbsolutePath();
    Path done = office.resolveSibling(office.getFileName() + "." + LocalDate.now());
    if (!Files.exists(done)) {
      FileSystemUtils.deleteRecursively(office);
      DesksBench.copy(TileBench.loaded(parcels), office);
      prepare(office);
      Files.createFile(done);
    }
    Path data = Path.of("target", "bench", "load-" + parcels).toAbsolutePath();
    FileSystemUtils.deleteRecursively(data);
    DesksBench.copy(office, data);
    boolean good = measure(data, minutes, soak);
    FileSystemUtils.deleteRecursively(data);
    return good;
  }

  static boolean measure(Path data, double minutes, boolean soak) throws Exception {
    Timings timings = new Timings();
    boolean good = true;
    try (ServedProgram program = ServedProgram.start(data, HEAP)) {
      Timings first = new Timings();
      Crowd.work(program.address(), first, WARM_UP);
      System.out.printf(Locale.ROOT, "The first %.0f minutes, in which the program's code is still being compiled:%n", WARM_UP);
      first.report(Crowd.EVERYBODY, WARM_UP);
      good &= first.flawless();
      System.out.println("After them:");
      ExecutorService crowd = Executors.newSingleThreadExecutor();
      Future<?> work = crowd.submit(() -> {
        Crowd.work(program.address(), timings, minutes);
        return null;
      });
      if (soak) {
        Vitals vitals = new Vitals(program, timings);
        for (int minute = 1; minute <= minutes; minute++) {
          TimeUnit.MINUTES.sleep(1);
          vitals.look();
        }
        good = vitals.report();
      }
      work.get();
      crowd.shutdown();
      good &= timings.report(Crowd.EVERYBODY, minutes);
    }
    return good;
  }

  /** By a clock that stood some weeks back, then some days. */
  private static void prepare(Path data) throws Exception {
    long start = System.nanoTime();
    try (BenchProgram program = BenchProgram.start(data)) {
      TestClock clock = program.bean(TestClock.class);
      LocalDate weeksAgo = LocalDate.now().minusDays(NOTICE_DAYS);
      clock.set(weeksAgo);
      Users users = program.bean(Users.class);
      Crowd.hire((username, name, role, password) -> users.add(username, name, role, null, password));
      SpatialUnits units = program.bean(SpatialUnits.class);
      units.add(UnitKind.EVIDENCE, List.of(Land.evidence("F-AWAY", Land.rectangle(-9000, -9000, 10, 10),
          UnitFacts.FOREST_CERTIFICATE)), new ChangeReason("BENCH", null));
      List<String> parcels = addParcels(units);
      DesksBench.subFarms(program);
      PreparedOffice office = new PreparedOffice(program.address("/"));
      office.notice(parcels.subList(0, READY), weeksAgo.toString());
      LocalDate lately = LocalDate.now().minusDays(RECENT_DAYS);
      clock.set(lately);
      office.notice(parcels.subList(READY, parcels.size()), lately.toString());
      program.awaitBackgroundWork();
    }
    System.out.printf(Locale.ROOT, "The office is prepared after %.0f s%n", (System.nanoTime() - start) / 1e9);
  }

  /** Undisputed ones, on empty land west of the register's. */
  private static List<String> addParcels(SpatialUnits units) {
    List<UnitDraft> drafts = new ArrayList<>();
    for (int i = 0; i < READY + UNDER_NOTICE; i++) {
      drafts.add(Land.parcel("450721700001GN%05d".formatted(i + 1),
          Land.rectangle(10 + 60.0 * (i % IN_A_ROW), 60.0 * (i / IN_A_ROW), 40, 40)));
    }
    units.add(UnitKind.PARCEL, drafts, new ChangeReason("BENCH", null));
    return drafts.stream().map(UnitDraft::code).toList();
  }
}
