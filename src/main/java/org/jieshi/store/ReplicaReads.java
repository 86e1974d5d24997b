package org.jieshi.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jieshi.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@link RegisterReads} with a replica. How new it is, the audit chain tells: each change of the register has its entry in
 * the same transaction, entries are in the order of the commits, and a replica holds whole commits in that order. What is
 * written without an entry (the schema, what is derived at a start) is waited for once, by its place in the write-ahead log.
 */
final class ReplicaReads implements RegisterReads, SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ReplicaReads.class);

  private static final long LOOK_EVERY_MILLIS = 500;
  /** Of the register's newest entries, enough for ten minutes. */
  private static final int SAMPLES = 1_200;

  private final RoutedDataSource source;
  private final HikariDataSource pool;
  private final JdbcClient jdbc;
  private final JdbcClient replica;
  private final TransactionTemplate snapshot;
  private final String place;
  private final double mostSeconds;

  private final LongAdder reads = new LongAdder();
  private final LongAdder behind = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final Deque<Sample> samples = new ArrayDeque<>();
  private volatile boolean up;
  private volatile double behindSeconds;
  private @Nullable String floor;
  private @Nullable ScheduledExecutorService watch;

  /** @param jdbc over {@code source}, as {@code transactions} */
  ReplicaReads(RoutedDataSource source, JdbcClient jdbc, PlatformTransactionManager transactions, double mostSeconds) {
    this.source = source;
    this.pool = source.replica();
    this.jdbc = jdbc;
    this.replica = JdbcClient.create(pool);
    this.snapshot = Transactions.snapshot(transactions);
    this.place = pool.getJdbcUrl().replaceFirst("\\?.*", "");
    this.mostSeconds = mostSeconds;
  }

  /** When an entry was first seen as the newest. */
  private record Sample(long seq, long nanos) {}

  private record Position(long seq, boolean usable) {}

  private record Answer<T>(T value) {}

  @Override
  public <T> T run(Supplier<T> read) {
    return isAsked() ? run(newest(), read) : read.get();
  }

  @Override
  public <T> T run(long asNewAs, Supplier<T> read) {
    if (!isAsked()) {
      return read.get();
    }
    try {
      Answer<T> answer = source.onReplica(() -> snapshot.execute(tx -> isAsNewAs(asNewAs) ? new Answer<>(read.get()) : null));
      if (answer != null) {
        reads.increment();
        return answer.value();
      }
      behind.increment();
    } catch (DataAccessException | TransactionException broken) {
      failed.increment();
      if (Outage.of(broken).isPresent()) {
        becomes(false, String.valueOf(broken.getMessage()));
      } else {
        log.debug("A read is done again by the database itself: {}", broken.getMessage());
      }
    }
    return read.get();
  }

  /** Not from within a transaction: it has its connection, and may be a change. */
  private boolean isAsked() {
    return isFit() && !TransactionSynchronizationManager.isActualTransactionActive();
  }

  private boolean isFit() {
    return up && behindSeconds <= mostSeconds;
  }

  private long newest() {
    return jdbc.sql("select seq from audit_head").query(Long.class).single();
  }

  /** The first question of the snapshot. A replica that was made a database of its own goes its own way. */
  private boolean isAsNewAs(long seq) {
    return jdbc.sql("select seq >= :seq and pg_is_in_recovery() from audit_head").param("seq", seq).query(Boolean.class)
        .single();
  }

  /** How far both are, twice a second. */
  private synchronized void look() {
    try {
      long now = System.nanoTime();
      long newest = newest();
      if (samples.isEmpty() || samples.getLast().seq() < newest) {
        samples.addLast(new Sample(newest, now));
      }
      if (floor == null) {
        floor = jdbc.sql("select cast(pg_current_wal_lsn() as text)").query(String.class).single();
      }
    } catch (DataAccessException away) {
      log.debug("The database is away: {}", away.getMessage());
      return;
    }
    try {
      Position position = replica.sql("""
          select seq, pg_is_in_recovery() and pg_last_wal_replay_lsn() >= cast(:floor as pg_lsn) as usable from audit_head
          """).param("floor", floor).query(Position.class).single();
      while (samples.size() > SAMPLES || !samples.isEmpty() && samples.getFirst().seq() <= position.seq()) {
        samples.removeFirst();
      }
      behindSeconds = samples.isEmpty() ? 0 : (System.nanoTime() - samples.getFirst().nanos()) / 1e9;
      becomes(position.usable(), "it is no replica, or not yet as far as the database was when this program started");
    } catch (DataAccessException gone) {
      becomes(false, String.valueOf(gone.getMessage()));
    }
  }

  private void becomes(boolean isUp, String why) {
    if (up != isUp) {
      log.warn(isUp ? "Reads go to the replica {}" : "The replica {} is not read: {}", place, why);
    }
    up = isUp;
  }

  @Override
  public Optional<ReplicaState> replica() {
    return Optional.of(new ReplicaState(place, up, isFit(), behindSeconds, reads.sum(), behind.sum(), failed.sum()));
  }

  /** After everything that writes at a start has done so. */
  @Override
  public synchronized void start() {
    watch = Executors.newSingleThreadScheduledExecutor(work -> {
      Thread thread = new Thread(work, "replica-watch");
      thread.setDaemon(true);
      return thread;
    });
    watch.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    if (watch != null) {
      watch.shutdownNow();
      watch = null;
    }
    pool.close();
  }

  @Override
  public boolean isRunning() {
    return watch != null;
  }
}
