package org.jieshi.store;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A program of its own that owns a data directory, for {@link EmbeddedPostgresIT} to kill: writes row after row and
 * prints the number of each once its commit is acknowledged.
 */
@SpringBootConfiguration
@ImportAutoConfiguration({TransactionAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, FlywayAutoConfiguration.class})
@Import(StoreConfiguration.class)
class StoreOwner {

  static final String TABLE = "CREATE TABLE IF NOT EXISTS acknowledged (n integer PRIMARY KEY)";

  public static void main(String[] args) {
    JdbcClient jdbc = start(args);
    jdbc.sql(TABLE).update();
    int first = jdbc.sql("SELECT coalesce(max(n), 0) + 1 FROM acknowledged").query(Integer.class).single();
    for (int n = first; ; n++) {
      jdbc.sql("INSERT INTO acknowledged VALUES (:n)").param("n", n).update();
      System.out.println("acknowledged " + n);
    }
  }

  private static JdbcClient start(String[] args) {
    try {
      return new SpringApplicationBuilder(StoreOwner.class).web(WebApplicationType.NONE).run(args)
          .getBean(JdbcClient.class);
    } catch (RuntimeException failure) {
      tell(failure);
      System.exit(3);
      throw failure;
    }
  }

  /** As the command line of the program does. */
  private static void tell(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoreUnavailable unavailable) {
        System.out.println(unavailable.english() + "\n" + unavailable.chinese());
      }
    }
  }
}
