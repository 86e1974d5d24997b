package org.jieshi.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The data source, over the server that the properties choose. {@code JdbcClient}, the transaction manager and Flyway
 * come from Spring Boot on top of it; the order in which beans depend on each other closes the pool before the server.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StoreProperties.class, ReplicaProperties.class})
class StoreConfiguration {

  @Bean(destroyMethod = "close")
  DatabaseServer databaseServer(StoreProperties properties) {
    boolean external = properties.db().url() != null && !properties.db().url().isBlank();
    if (external) {
      return ExternalPostgres.at(properties.db());
    }
    return properties.join()
        ? JoinedPostgres.find(properties.dataDirectory())
            .orElseGet(() -> EmbeddedPostgres.start(properties.dataDirectory()))
        : EmbeddedPostgres.start(properties.dataDirectory());
  }

  @Bean
  HikariDataSource dataSource(DatabaseServer server, StoreProperties properties) {
    HikariConfig config = pool("jieshi", server.url(), server.user(), server.password(), properties.db().connections());
    config.setMinimumIdle(Math.min(4, properties.db().connections()));
    // long enough for the embedded server to come back, short enough for a person to be told
    config.setConnectionTimeout(8_000);
    config.setValidationTimeout(2_000);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }

  private static HikariConfig pool(String name, String url, String user, String password, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(connections);
    // the driver would pass on the time zone of this machine
    config.setConnectionInitSql("SET TIME ZONE 'UTC'");
    config.addDataSourceProperty("ApplicationName", "jieshi");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // PostgreSQL quotes the refused row in its details, which would put people's data into the log
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return config;
  }

  /** Reads only, asked nothing before it answers, given up on soon: there is always the database itself. */
  private static HikariDataSource replicaPool(HikariDataSource database, ReplicaProperties properties) {
    ExternalPostgres.requirePostgresUrl(properties.url(), "JIESHI_DB_REPLICA_URL");
    HikariConfig config = pool("jieshi-replica", String.valueOf(properties.url()),
        properties.user() == null ? database.getUsername() : properties.user(),
        properties.password() == null ? database.getPassword() : properties.password(), database.getMaximumPoolSize());
    config.setReadOnly(true);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(1_000);
    config.setValidationTimeout(500);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("connectTimeout", "2");
    config.addDataSourceProperty("socketTimeout", "30");
    return new HikariDataSource(config);
  }

  /** Only where there is a replica: else everything works on the pool itself. */
  @Bean
  @Primary
  @ConditionalOnProperty("jieshi.db.replica.url")
  RoutedDataSource routedDataSource(HikariDataSource dataSource, ReplicaProperties properties) {
    return new RoutedDataSource(dataSource, replicaPool(dataSource, properties));
  }

  @Bean
  RegisterReads registerReads(ObjectProvider<RoutedDataSource> routed, JdbcClient jdbc,
      PlatformTransactionManager transactions, ReplicaProperties properties) {
    RoutedDataSource source = routed.getIfAvailable();
    return source == null ? RegisterReads.DIRECT
        : new ReplicaReads(source, jdbc, transactions, properties.behind().toMillis() / 1e3);
  }

  @Bean
  FlywayConfigurationCustomizer migrationLocations(DataSource dataSource, StoreProperties properties) {
    return flyway -> Migrations.configure(flyway, GeometryType.of(dataSource, properties.db().postgis()));
  }

  @Bean
  FlywayMigrationStrategy migrationStrategy() {
    return Migrations::run;
  }

  @Bean
  SchemaUpgrade schemaUpgrade(Flyway flyway) {
    return new SchemaUpgrade(flyway);
  }

  @Bean
  JobQueue jobQueue(JdbcClient jdbc) {
    return new JobQueue(jdbc);
  }

  @Bean
  JobWorkers jobWorkers(DataSource dataSource, JobQueue queue, ObjectProvider<JobHandler> handlers,
      StoreProperties properties) {
    return new JobWorkers(dataSource, queue, handlers.stream().toList(), properties.jobs().workers(),
        Duration.ofSeconds(15));
  }
}
