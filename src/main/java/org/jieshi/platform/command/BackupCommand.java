package org.jieshi.platform.command;

import java.nio.file.Path;
import org.jieshi.platform.backup.Backup;
import org.jieshi.platform.backup.Manifest;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Writes the whole register into one file. */
@Command(name = "backup", description = "Write the whole register into FILE, also beside a running server. 备份到文件。")
class BackupCommand extends RegisterCommand {

  @Parameters(paramLabel = "FILE")
  private Path file;

  @Override
  int run(ConfigurableApplicationContext context) {
    Manifest manifest = context.getBean(Backup.class).write(file);
    System.out.printf("%s: %d tables, %d rows, audit head %d%n", file, manifest.tables().size(), manifest.rows(),
        manifest.auditHead().seq());
    return ExitCode.OK;
  }
}
