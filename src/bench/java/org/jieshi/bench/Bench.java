package org.jieshi.bench;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bin/bench}. */
@Command(name = "bench", mixinStandardHelpOptions = true, subcommands = {Bench.Overlaps.class, Bench.Memory.class,
    Bench.OneParcel.class, Bench.Tiles.class, Bench.Interop.class, Bench.Frames.class, Bench.Desks.class,
    Bench.Hold.class, Bench.Scale.class, Bench.Load.class, Bench.Soak.class, Bench.Kernels.class, Bench.Audit.class})
public final class Bench implements Runnable {

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  @Command(name = "overlaps", description = "Overlaps and coverage against PostGIS, in turn.")
  static final class Overlaps implements Callable<Integer> {

    @Parameters(index = "0", defaultValue = "100000", description = "parcels; claims are a fifth (${DEFAULT-VALUE})")
    int parcels;

    @Option(names = "--rounds", defaultValue = "5", description = "each job this often on either side (${DEFAULT-VALUE})")
    int rounds;

    @Option(names = "--threads", defaultValue = "2", description = "of ours; PostGIS has two processes (${DEFAULT-VALUE})")
    int threads;

    @Override
    public Integer call() throws Exception {
      return OverlapBench.run(parcels, rounds, threads) ? 0 : 1;
    }
  }

  @Command(name = "memory", description = "Both scans at a size, with the peak of the heap.")
  static final class Memory implements Callable<Integer> {

    @Parameters(index = "0", defaultValue = "1000000", description = "parcels (${DEFAULT-VALUE})")
    int parcels;

    @Override
    public Integer call() throws Exception {
      return MemoryBench.run(parcels, 2) ? 0 : 1;
    }
  }

  /** Asks the whole program with the land on its register. */
  private abstract static class OfTheProgram implements Callable<Integer> {

    @Parameters(index = "0", defaultValue = "100000", description = "parcels; claims are a fifth (${DEFAULT-VALUE})")
    int parcels;

    @Override
    public Integer call() throws Exception {
      return run(parcels) ? 0 : 1;
    }

    /** @return whether it is as fast as it is to be */
    abstract boolean run(int parcels) throws Exception;
  }

  @Command(name = "one", description = "One parcel against everything: computed, and from HTTP request to commit.")
  static final class OneParcel extends OfTheProgram {

    @Override
    boolean run(int parcels) throws Exception {
      return OneParcelBench.run(parcels);
    }
  }

  @Command(name = "tiles", description = "Every tile of the land over HTTP: drawn, and from the cache.")
  static final class Tiles extends OfTheProgram {

    @Override
    boolean run(int parcels) throws Exception {
      return TileBench.run(parcels);
    }
  }

  @Command(name = "interop", description = "GDAL and QGIS page through OGC API Features and read the views of PostGIS, equal to the database.")
  static final class Interop extends OfTheProgram {

    @Override
    boolean run(int parcels) throws Exception {
      return InteropBench.run(parcels);
    }
  }

  @Command(name = "frames", description = "The map in Chromium, dragged and zoomed: time from frame to frame.")
  static final class Frames extends OfTheProgram {

    @Override
    boolean run(int parcels) throws Exception {
      return FramesBench.run(parcels);
    }
  }

  @Command(name = "scale", description = "What grows with the register: questions, the whole scan, upkeep, partitions.")
  static final class Scale extends OfTheProgram {

    @Override
    boolean run(int parcels) throws Exception {
      return ScaleBench.run(parcels);
    }
  }

  @Command(name = "hold", description = "The program on its land, open for other programs until its input ends.")
  static final class Hold extends OfTheProgram {

    @Override
    boolean run(int parcels) throws Exception {
      Path data = TileBench.loaded(parcels);
      try (BenchProgram program = BenchProgram.start(data)) {
        program.awaitBackgroundWork();
        System.out.println("held " + data);
        System.in.transferTo(OutputStream.nullOutputStream());
      }
      return true;
    }
  }

  @Command(name = "desks", description = "The three desks in Chromium: each wait from the click to what was asked for.")
  static final class Desks extends OfTheProgram {

    @Override
    boolean run(int parcels) throws Exception {
      return DesksBench.run(parcels);
    }
  }

  @Command(name = "load", description = "Fifty people at mixed work on the whole program: what each kind of request takes.")
  static final class Load extends OfTheProgram {

    @Parameters(index = "1", defaultValue = "10", description = "minutes (${DEFAULT-VALUE})")
    double minutes;

    @Override
    boolean run(int parcels) throws Exception {
      return LoadBench.run(parcels, minutes, false);
    }
  }

  @Command(name = "soak", description = "The same for longer, and what program and database hold each minute.")
  static final class Soak extends OfTheProgram {

    @Parameters(index = "1", defaultValue = "30", description = "minutes (${DEFAULT-VALUE})")
    double minutes;

    @Override
    boolean run(int parcels) throws Exception {
      return LoadBench.run(parcels, minutes, true);
    }
  }

  @Command(name = "kernels", description = "JMH on the kernels; arguments go to JMH.")
  static final class Kernels implements Callable<Integer> {

    @Parameters(description = "JMH's own arguments, e.g. -f 1 -wi 2 -i 3")
    String[] arguments = {};

    @Override
    public Integer call() throws Exception {
      org.openjdk.jmh.Main.main(arguments.length > 0 ? arguments : new String[] {"KernelBench"});
      return 0;
    }
  }

  @Command(name = "audit", description = "A long audit chain: made, verified, exported, verified without a database.")
  static final class Audit implements Callable<Integer> {

    @Parameters(index = "0", defaultValue = "1000000", description = "entries (${DEFAULT-VALUE})")
    long entries;

    @Override
    public Integer call() throws Exception {
      return AuditBench.run(entries) ? 0 : 1;
    }
  }
}
