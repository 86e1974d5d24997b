package org.jieshi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads on a streaming replica of an office's own PostGIS: never older than the question, whatever becomes of the replica. */
class ReplicaIT {

  @TempDir static Path directory;
  private static OwnPostgis database;
  private static OwnPostgis replica;
  private static ConfigurableApplicationContext program;
  private static RegisterReads reads;
  private static JdbcClient jdbc;

  @Configuration
  @Import(StoreConfiguration.class)
  @ImportAutoConfiguration({DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
      JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class, FlywayAutoConfiguration.class})
  static class Store {
  }

  @BeforeAll
  static void aDatabaseAndItsReplica() throws Exception {
    database = OwnPostgis.in(directory.resolve("database"));
    replica = database.replica(directory.resolve("replica"));
    program = new SpringApplicationBuilder(Store.class).properties("jieshi.jobs.workers=0", "jieshi.db.replica.behind=1s",
        "spring.main.web-application-type=none").run(arguments());
    reads = program.getBean(RegisterReads.class);
    jdbc = program.getBean(JdbcClient.class);
  }

  private static String[] arguments() {
    String[] own = database.settings();
    return new String[] {own[0], own[1], own[2], replica.asReplica()};
  }

  @AfterAll
  static void end() {
    program.close();
    replica.close();
    database.close();
  }

  @BeforeEach
  void theReplicaIsRead() {
    await().atMost(Duration.ofSeconds(20)).until(() -> reads.replica().orElseThrow().asked());
  }

  @Test
  void aReadGoesToTheReplicaAndEverythingElseToTheDatabase() {
    await().until(() -> reads.run(this::isReplica));
    assertThat(isReplica()).isFalse();
    assertThat(program.getBean(TransactionTemplate.class).<Boolean>execute(tx -> reads.run(this::isReplica)))
        .as("within a transaction, which may be a change").isFalse();
    assertThat(program.getBean(javax.sql.DataSource.class)).isInstanceOf(RoutedDataSource.class);
  }

  @Test
  void aChangeIsSeenByTheNextReadHoweverFarTheReplicaIsBehind() {
    replica.pause(true);
    try {
      long before = reads.replica().orElseThrow().behind();
      long seq = change();
      assertThat(reads.run(this::newest)).isEqualTo(seq);
      assertThat(reads.run(this::isReplica)).isFalse();
      assertThat(reads.replica().orElseThrow().behind()).isEqualTo(before + 2);
      await().atMost(Duration.ofSeconds(10)).until(() -> !reads.replica().orElseThrow().asked());
      assertThat(reads.replica().orElseThrow()).matches(ReplicaState::up).matches(state -> state.behindSeconds() > 1);
      assertThat(reads.run(this::newest)).as("too far behind to be asked at all").isEqualTo(seq);
    } finally {
      replica.pause(false);
    }
    await().atMost(Duration.ofSeconds(10)).until(() -> reads.run(this::isReplica));
    assertThat(reads.replica().orElseThrow().behindSeconds()).isZero();
  }

  @Test
  void aReplicaThatIsGoneCostsNoReadAndIsReadAgainWhenItIsBack() {
    replica.stop();
    assertThat(reads.run(this::isReplica)).isFalse();
    await().atMost(Duration.ofSeconds(10)).until(() -> !reads.replica().orElseThrow().up());
    long seq = change();
    assertThat(reads.run(this::newest)).isEqualTo(seq);
    replica.start();
    await().atMost(Duration.ofSeconds(20)).until(() -> reads.run(this::isReplica));
    assertThat(reads.run(this::newest)).isEqualTo(seq);
  }

  @Test
  void whatAReadWritesIsWrittenByTheDatabaseIfAtAll() {
    await().until(() -> reads.run(this::isReplica));
    assertThatThrownBy(() -> ((RoutedDataSource) program.getBean(javax.sql.DataSource.class)).onReplica(this::change))
        .isInstanceOf(DataAccessException.class).hasMessageContaining("read-only transaction");
    long seq = reads.run(this::change);
    assertThat(newest()).isEqualTo(seq);
  }

  @Test
  void aUrlOfAnotherKindIsRefusedAtTheStart() {
    assertThatThrownBy(() -> ExternalPostgres.requirePostgresUrl("jdbc:mysql://x", "JIESHI_DB_REPLICA_URL"))
        .isInstanceOf(StoreUnavailable.class).hasMessageContaining("JIESHI_DB_REPLICA_URL must look like");
  }

  private boolean isReplica() {
    return jdbc.sql("select pg_is_in_recovery()").query(Boolean.class).single();
  }

  private long newest() {
    return jdbc.sql("select seq from audit_head").query(Long.class).single();
  }

  /** As a change of the register moves the chain's head. */
  private long change() {
    return jdbc.sql("update audit_head set seq = seq + 1 returning seq").query(Long.class).single();
  }
}
