package org.jieshi.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The data source, over the server that the properties choose. {@code JdbcClient}, the transaction manager and Flyway
 * come from Spring Boot on top of it; the order in which beans depend on each other closes the pool before the server.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreProperties.class)
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
    HikariConfig config = new HikariConfig();
    config.setPoolName("jieshi");
    config.setJdbcUrl(server.url());
    config.setUsername(server.user());
    config.setPassword(server.password());
    config.setMaximumPoolSize(properties.db().connections());
    config.setMinimumIdle(Math.min(4, properties.db().connections()));
    // long enough for the embedded server to come back, short enough for a person to be told
    config.setConnectionTimeout(8_000);
    config.setValidationTimeout(2_000);
    // the driver would pass on the time zone of this machine
    config.setConnectionInitSql("SET TIME ZONE 'UTC'");
    config.addDataSourceProperty("ApplicationName", "jieshi");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // PostgreSQL quotes the refused row in its details, which would put people's data into the log
    config.addDataSourceProperty("logServerErrorDetail", "false");
    return new HikariDataSource(config);
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
