package org.jieshi.platform.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jieshi.platform.backup.Backup;
import org.jieshi.platform.backup.BackupNote;
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
    try {
      BackupNote.write(Path.of(context.getEnvironment().getRequiredProperty("jieshi.data")), file, manifest);
    } catch (IOException e) {
      System.err.printf("The page Operations will not know of this backup: %1$s%n运行状态页面将不显示本次备份：%1$s%n", e);
    }
    System.out.printf("%s: %d tables, %d rows, audit head %d%n", file, manifest.tables().size(), manifest.rows(),
        manifest.auditHead().seq());
    return ExitCode.OK;
  }
}
