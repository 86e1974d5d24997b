package org.jieshi.platform.operations;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jieshi.JieshiApplication;
import org.jieshi.audit.AuditTrail;
import org.jieshi.audit.proof.SignedHead;
import org.jieshi.audit.proof.SignedHeads;
import org.jieshi.platform.backup.BackupNote;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.store.RegisterReads;
import org.jieshi.store.ReplicaState;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks everything that the program stands on how it is. */
@Component
class Operations {

  private static final double LEAST_FREE_SHARE = 0.1;
  private static final Duration OLDEST_BACKUP = Duration.ofHours(26);
  private static final int FAILURES_SHOWN = 20;
  private static final int ACTIVE_MINUTES = 15;

  private final JdbcClient jdbc;
  private final DataSource pool;
  private final AuditTrail audit;
  private final SignedHeads heads;
  private final OfficeClock clock;
  private final RegisterReads reads;
  private final Path data;
  private final boolean embedded;

  Operations(JdbcClient jdbc, DataSource pool, AuditTrail audit, SignedHeads heads, OfficeClock clock, RegisterReads reads,
      @Value("${jieshi.data}") Path data, @Value("${jieshi.db.url:}") String url) {
    this.jdbc = jdbc;
    this.pool = pool;
    this.audit = audit;
    this.heads = heads;
    this.clock = clock;
    this.reads = reads;
    this.data = data;
    this.embedded = url.isBlank();
  }

  State state() throws IOException {
    State.Disk disk = disk();
    State.Jobs jobs = jobs();
    State.Backup backup = backup();
    State.Audit chain = chain();
    ReplicaState replica = replica();
    return new State(clock.now(), versions(), disk, database(), replica, jobs, backup, chain, peopleActive(),
        warnings(disk, replica, jobs, backup, chain));
  }

  private State.Versions versions() {
    return new State.Versions(JieshiApplication.VERSION, Runtime.version().toString(),
        jdbc.sql("select current_setting('server_version')").query(String.class).single(),
        jdbc.sql("select extversion from pg_extension where extname = 'postgis'").query(String.class).optional().orElse(null),
        jdbc.sql("""
            select version from flyway_schema_history where success and version is not null
             order by installed_rank desc limit 1
            """).query(String.class).single());
  }

  State.Disk disk() throws IOException {
    Path directory = Files.exists(data) ? data.toRealPath() : Path.of("").toRealPath();
    FileStore store = Files.getFileStore(directory);
    return new State.Disk(directory.toString(), store.getUsableSpace(), store.getTotalSpace());
  }

  private State.Database database() throws IOException {
    HikariDataSource hikari = unwrapped();
    return new State.Database(embedded,
        jdbc.sql("select pg_database_size(current_database())").query(Long.class).single(),
        hikari.getHikariPoolMXBean().getActiveConnections(), hikari.getMaximumPoolSize());
  }

  private HikariDataSource unwrapped() throws IOException {
    try {
      return pool.unwrap(HikariDataSource.class);
    } catch (SQLException e) {
      throw new IOException("the pool is HikariCP", e);
    }
  }

  @Nullable ReplicaState replica() {
    return reads.replica().orElse(null);
  }

  State.Jobs jobs() {
    List<State.Failure> failures = jdbc.sql("""
        select id, kind, subject, finished_at, error from job where status = 'FAILED' order by finished_at desc limit :most
        """).param("most", FAILURES_SHOWN).query((row, n) -> new State.Failure(row.getLong("id"), row.getString("kind"),
            row.getString("subject"), row.getObject("finished_at", OffsetDateTime.class).toInstant(), row.getString("error")))
        .list();
    return jdbc.sql("""
        select count(*) filter (where status = 'QUEUED') as queued, count(*) filter (where status = 'RUNNING') as running,
               count(*) filter (where status = 'FAILED') as failed,
               coalesce(extract(epoch from now() - min(run_after) filter (where status = 'QUEUED' and run_after <= now())), 0)
                 as oldest
          from job
        """).query((row, n) -> new State.Jobs(row.getLong("queued"), row.getLong("running"), row.getLong("failed"),
            row.getLong("oldest"), failures)).single();
  }

  State.@Nullable Backup backup() throws IOException {
    BackupNote note = BackupNote.in(data);
    return note == null ? null : new State.Backup(note.at(), note.file(), note.bytes(), note.seq(),
        Duration.between(note.at(), Instant.now()).toHours());
  }

  State.Audit chain() {
    SignedHead signed = heads.newest(1).stream().findFirst().orElse(null);
    return new State.Audit(audit.head(), signed == null ? null : signed.day(), signed == null ? null : signed.seq());
  }

  private int peopleActive() {
    return jdbc.sql("""
        select count(distinct username) from web_session where used_at > now() - :minutes * interval '1 minute'
        """).param("minutes", ACTIVE_MINUTES).query(Integer.class).single();
  }

  private List<Bilingual> warnings(State.Disk disk, @Nullable ReplicaState replica, State.Jobs jobs,
      State.@Nullable Backup backup, State.Audit chain) {
    List<Bilingual> warnings = new ArrayList<>();
    if (disk.free() < LEAST_FREE_SHARE * disk.total()) {
      warnings.add(new Bilingual("Less than a tenth of the disk is free: make room before it is full.",
          "磁盘剩余空间不足十分之一：请在写满之前腾出空间。"));
    }
    if (replica != null && !replica.asked()) {
      warnings.add(replica.up() ? new Bilingual(
          "The replica %s is %.0f s behind: everything is read from the database itself."
              .formatted(replica.place(), replica.behindSeconds()),
          "只读副本 %s 落后 %.0f 秒：当前全部由主库读取。".formatted(replica.place(), replica.behindSeconds()))
          : new Bilingual(
              "The replica %s does not answer, or is no replica: everything is read from the database itself."
                  .formatted(replica.place()),
              "只读副本 %s 无应答或已不是副本：当前全部由主库读取。".formatted(replica.place())));
    }
    if (backup == null) {
      warnings.add(new Bilingual("No backup was ever written from this data directory.", "本数据目录从未做过备份。"));
    } else if (backup.ageHours() > OLDEST_BACKUP.toHours()) {
      warnings.add(new Bilingual("The last backup is %d hours old.".formatted(backup.ageHours()),
          "最近一次备份已是 %d 小时之前。".formatted(backup.ageHours())));
    }
    if (jobs.failed() > 0) {
      warnings.add(new Bilingual("%d jobs were given up: see below why.".formatted(jobs.failed()),
          "有 %d 项后台任务已放弃：原因见下。".formatted(jobs.failed())));
    }
    if (chain.signedDay() == null || chain.signedDay().isBefore(clock.today().minusDays(1))) {
      warnings.add(new Bilingual("The head of the audit chain was not signed since %s.".formatted(
          chain.signedDay() == null ? "the beginning" : chain.signedDay()),
          "审计链头自%s起未签名。".formatted(chain.signedDay() == null ? "启用" : " " + chain.signedDay() + " ")));
    }
    clockWarning().ifPresent(warnings::add);
    return warnings;
  }

  /** Entries are in the order of their numbers, whatever the clock says; but deadlines are counted from its dates. */
  private Optional<Bilingual> clockWarning() {
    return jdbc.sql("select at from audit_entry order by seq desc limit 1")
        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant()).optional()
        .filter(newest -> newest.isAfter(clock.now().plusSeconds(1)))
        .map(newest -> new Bilingual(
            "The clock was set back: the newest audit entry is of %s, which is still to come. Set it by NTP; dates of notices and deadlines follow it."
                .formatted(newest), "系统时钟被回拨：最新一条记录的时间 %s 尚未到来。请用 NTP 校时；公示和期限均以该时钟计算。".formatted(newest)));
  }
}
