package org.jieshi.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jieshi.store.StoreProperties.PostgisUse;

/** The schema as it stood at an earlier point of the program's history, and how it is brought up. */
public final class EarlierSchema {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db");

  private EarlierSchema() {}

  /**
   * @param last the highest version there was
   * @param notYet lower ones that were written side by side with it and came later
   * @param scratch a directory for the chosen migrations
   */
  public static void make(TestDatabase database, String last, Set<String> notYet, Path scratch) throws IOException {
    for (String folder : List.of("migration", database.kind() == DatabaseKind.POSTGIS ? "postgis" : "plain")) {
      Path chosen = Files.createDirectories(scratch.resolve(folder));
      try (Stream<Path> all = Files.list(MIGRATIONS.resolve(folder))) {
        for (Path script : all.filter(each -> isThere(each, last, notYet)).toList()) {
          Files.copy(script, chosen.resolve(script.getFileName()));
        }
      }
    }
    Migrations.run(configured(database).locations("filesystem:" + scratch).load());
  }

  private static boolean isThere(Path script, String last, Set<String> notYet) {
    String name = script.getFileName().toString();
    String version = name.substring(1, name.indexOf("__")).replace('_', '.');
    return name.startsWith("V") && !notYet.contains(version)
        && MigrationVersion.fromVersion(version).compareTo(MigrationVersion.fromVersion(last)) <= 0;
  }

  /** As the next start of the program does it. */
  public static SchemaUpgrade upgrade(TestDatabase database) {
    return new SchemaUpgrade(configured(database).load());
  }

  private static FluentConfiguration configured(TestDatabase database) {
    FluentConfiguration flyway = Flyway.configure().dataSource(database.dataSource());
    Migrations.configure(flyway, GeometryType.of(database.dataSource(), PostgisUse.AUTO));
    return flyway;
  }
}
