package org.jieshi.province;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.sedona.spark.SedonaContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/province}. */
@Command(name = "province", mixinStandardHelpOptions = true,
    description = "Every overlap of one register or of many, on Apache Spark. JIESHI_DB_URL, _USER, _PASSWORD: where the"
        + " overlaps are written, and the register that is read unless --registers names others.")
public final class Province implements Callable<Integer> {

  @Option(names = "--registers", paramLabel = "FILE",
      description = "registers to read, one a line: NAME JDBC-URL USER PASSWORD, e.g. one a county")
  private @Nullable Path registers;

  @Option(names = "--tiles", defaultValue = "0", description = "parts of the land; 0: one for each 5000 units")
  private int tiles;

  @Option(names = "--master", defaultValue = "local[2]", description = "Spark's master (${DEFAULT-VALUE})")
  private String master = "local[2]";

  @Option(names = "--compare", description = "compare with the overlaps that the register itself has on record")
  private boolean compare;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Province()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Register target = Register.ofEnvironment();
    List<Register> sources = registers == null ? List.of(target) : Register.of(registers);
    if (compare && sources.size() > 1) {
      System.err.println("--compare is for one register: overlaps across two are on the record of none.");
      return 2;
    }
    try (SparkSession spark = SedonaContext.builder().master(master).appName("jieshi province")
        .config("spark.ui.enabled", "false").getOrCreate()) {
      OverlapTable table = new OverlapTable(target);
      ProvinceScan.Outcome outcome = new ProvinceScan(SedonaContext.create(spark), sources, table).run(tiles);
      System.out.printf(Locale.ROOT, "scan %d: %,d units of %d registers in %d tiles, %,d overlaps; read in %.1f s,"
          + " cut into tiles in %.1f s, compared and written in %.1f s%n", outcome.scan(), outcome.units(),
          sources.size(), outcome.tiles(), outcome.overlaps(), outcome.readSeconds(), outcome.cutSeconds(),
          outcome.comparedSeconds());
      return !compare || new Comparison(target).print(outcome.scan()) ? 0 : 1;
    }
  }
}
