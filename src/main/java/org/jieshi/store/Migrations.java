package org.jieshi.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.io.ClassPathResource;

/** How the schema is brought up to this program: forward only, and never on a database that a newer program has had. */
final class Migrations {

  private static final String REPEATABLE = "R";

  private Migrations() {}

  static void configure(FluentConfiguration flyway, GeometryType type) {
    // Flyway's default lets a database pass that knows migrations this program doesn't; and migrations written side by
    // side may come to a database in another order than that of their numbers
    flyway.locations("classpath:db/migration", type.location()).ignoreMigrationPatterns(new String[0])
        .outOfOrder(true).placeholders(styles());
    if (!flyway.getTarget().equals(MigrationVersion.LATEST)) {
      flyway.repeatableSqlMigrationPrefix("none"); // views over tables that are not there yet
    }
  }

  /** The same without an end, for a database that was made as an earlier program had it. */
  static Flyway complete(Flyway flyway) {
    return Flyway.configure().configuration(flyway.getConfiguration()).target(MigrationVersion.LATEST)
        .repeatableSqlMigrationPrefix(REPEATABLE).load();
  }

  /** The styles of the views for desktop GIS; a changed style makes the views anew. */
  private static Map<String, String> styles() {
    Map<String, String> styles = new HashMap<>();
    for (String view : List.of("parcel", "claim", "evidence", "conflict", "certificate")) {
      try {
        styles.put("style_" + view,
            new ClassPathResource("qgis/" + view + ".qml").getContentAsString(StandardCharsets.UTF_8)
            .replace("'", "''"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return styles;
  }

  static void run(Flyway flyway) {
    List<String> unknown = Arrays.stream(flyway.info().applied()).filter(Migrations::isUnknown)
        .map(m -> String.valueOf(m.getVersion())).toList();
    if (!unknown.isEmpty()) {
      throw new StoreUnavailable(
          "The database was last used by a newer program (schema " + String.join(", ", unknown)
              + " is unknown here): start that program, or restore a backup made before it.",
          "该数据库已被更新版本的程序使用过（本程序不认识结构版本 " + String.join("、", unknown)
              + "）：请改用新版程序，或恢复升级前的备份。");
    }
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      String reason = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
      throw new StoreUnavailable(
          "The database's schema can't be brought up to this program (" + reason
              + "): give it an empty database, or restore a backup of its own.",
          "无法将数据库结构升级到本程序所需版本（" + reason + "）：请使用空数据库，或恢复本程序的备份。", e);
    }
  }

  private static boolean isUnknown(MigrationInfo migration) {
    return switch (migration.getState()) {
      case FUTURE_SUCCESS, FUTURE_FAILED, MISSING_SUCCESS, MISSING_FAILED -> true;
      default -> false;
    };
  }
}
