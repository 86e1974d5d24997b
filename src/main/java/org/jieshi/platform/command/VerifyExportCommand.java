package org.jieshi.platform.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jieshi.audit.AuditReport;
import org.jieshi.audit.proof.ExportVerifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves an export of the audit chain anywhere: no register, no database. */
@Command(name = "verify-export", description = "Prove an exported audit chain; needs no register. 离线校验导出的审计链。")
class VerifyExportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE")
  private Path file;

  @Option(names = "--key", required = true, paramLabel = "PEM", description = "the public key. 公钥文件。")
  private Path key;

  @Option(names = "--heads", paramLabel = "PATH",
      description = "signed heads kept elsewhere: a file, or a folder of them. 另存的签名链头（文件或文件夹）。")
  private @Nullable Path heads;

  @Override
  public Integer call() {
    try {
      AuditReport report = ExportVerifier.verify(file, key, heads);
      VerifyAuditCommand.tell(report.faults());
      System.out.printf("%d entries, head %d %s: %s%n", report.entries(), report.head().seq(), report.head().hash(),
          VerifyAuditCommand.verdict(report));
      return report.isIntact() ? ExitCode.OK : JieshiCommand.FINDINGS;
    } catch (IOException e) {
      System.err.printf("It cannot be read: %1$s%n无法读取：%1$s%n", e.getMessage());
      return JieshiCommand.COULD_NOT_RUN;
    }
  }
}
