package org.jieshi.bench;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jieshi.audit.AuditReport;
import org.jieshi.audit.AuditTrail;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.audit.BenchChain;
import org.jieshi.audit.proof.AuditExport;
import org.jieshi.audit.proof.ExportVerifier;
import org.springframework.util.FileSystemUtils;

/** {@code bin/bench audit}: a chain as long as an office's life, made, verified, exported and verified without a database. */
final class AuditBench {

  private static final double WANTED_SECONDS = 60;

  private AuditBench() {}

  static boolean run(long entries) throws Exception {
    Path data = Path.of("target", "bench", "audit").toAbsolutePath();
    FileSystemUtils.deleteRecursively(data);
    boolean good;
    try (BenchProgram program = BenchProgram.start(data)) {
      Path export = data.resolve("export.jsonl");
      double made = timed("made, each with a changed row", () -> {
        BenchChain.grow(program.bean(DataSource.class), program.bean(AuditTrail.class).head(), entries);
        return null;
      });
      double verified = timed("verified with every row", () -> intact(program.bean(AuditVerifier.class).verify()));
      timed("exported", () -> {
        try (OutputStream out = Files.newOutputStream(export)) {
          return program.bean(AuditExport.class).write(out);
        }
      });
      System.out.printf(Locale.ROOT, "  %d MB%n", Files.size(export) >> 20);
      timed("export verified without a database", () ->
          intact(ExportVerifier.verify(export, data.resolve("audit-key.pem"), null)));
      good = made + verified <= WANTED_SECONDS;
      System.out.printf(Locale.ROOT, "| %,d entries | made and verified **%.1f s** | wanted %.0f |%n", entries,
          made + verified, WANTED_SECONDS);
    }
    FileSystemUtils.deleteRecursively(data);
    return good;
  }

  private static AuditReport intact(AuditReport report) {
    if (!report.isIntact()) {
      throw new IllegalStateException(report.faults().toString());
    }
    return report;
  }

  private static double timed(String what, Callable<?> work) throws Exception {
    long start = System.nanoTime();
    work.call();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "  %s: %.1f s%n", what, seconds);
    return seconds;
  }
}
