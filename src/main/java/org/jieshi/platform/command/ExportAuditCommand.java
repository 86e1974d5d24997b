package org.jieshi.platform.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jieshi.audit.AuditHead;
import org.jieshi.audit.proof.AuditExport;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Writes the audit chain into a file that proves itself. */
@Command(name = "export-audit", description = "Write the audit chain, signed, into FILE. 导出带签名的审计链。")
class ExportAuditCommand extends RegisterCommand {

  @Parameters(paramLabel = "FILE")
  private Path file;

  @Override
  int run(ConfigurableApplicationContext context) {
    try (OutputStream out = Files.newOutputStream(file)) {
      AuditHead head = context.getBean(AuditExport.class).write(out);
      System.out.printf("%s: %d entries, head %s%n", file, head.seq(), head.hash());
      return ExitCode.OK;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
