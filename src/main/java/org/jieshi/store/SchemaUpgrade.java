package org.jieshi.store;

import java.util.Arrays;
import org.flywaydb.core.Flyway;

/** Brings up a database that was made with an earlier program's schema ({@code spring.flyway.target}). */
public final class SchemaUpgrade {

  private final Flyway flyway;

  SchemaUpgrade(Flyway flyway) {
    this.flyway = Migrations.complete(flyway);
  }

  /** Whether the database's schema is an earlier one than this program's. */
  public boolean isWanted() {
    return Arrays.stream(flyway.info().pending()).anyMatch(migration -> migration.getVersion() != null);
  }

  /** Outside of a transaction: each migration is one of its own. */
  public void run() {
    Migrations.run(flyway);
  }
}
