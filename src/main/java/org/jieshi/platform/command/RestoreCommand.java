package org.jieshi.platform.command;

import java.nio.file.Path;
import java.util.List;
import org.jieshi.platform.backup.Manifest;
import org.jieshi.platform.backup.Restore;
import org.jieshi.platform.backup.RestoreProgram;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Brings a backup back, into a database that has nothing in it. */
@Command(name = "restore", description = "Bring FILE back into an empty data directory or database. 恢复到空的数据目录或数据库。")
class RestoreCommand extends RegisterCommand {

  @Parameters(paramLabel = "FILE")
  private Path file;

  @Override
  boolean needsFirstStart() {
    return false;
  }

  @Override
  boolean needsRegister() {
    return false;
  }

  @Override
  Class<?> program() {
    return RestoreProgram.class;
  }

  /** The database is made as the program that wrote the backup had it. */
  @Override
  List<String> properties() {
    return Restore.schemaOf(file).map(schema -> "--spring.flyway.target=" + schema + "?").stream().toList();
  }

  @Override
  int run(ConfigurableApplicationContext context) {
    Manifest manifest = context.getBean(Restore.class).read(file);
    System.out.printf("%s: %d tables, %d rows, audit intact at %d%n", file, manifest.tables().size(), manifest.rows(),
        manifest.auditHead().seq());
    return ExitCode.OK;
  }
}
