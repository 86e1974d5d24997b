package org.jieshi.platform.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.util.function.ToDoubleFunction;
import org.jieshi.store.ReplicaState;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What Prometheus collects besides the figures of Spring Boot: NaN while the database is away. */
@Component
class OperationsMetrics implements MeterBinder {

  private static final double HOUR = 3_600;

  private final Operations operations;

  OperationsMetrics(Operations operations) {
    this.operations = operations;
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "jieshi.jobs.queued", "jobs that wait", operations::jobs, State.Jobs::queued);
    gauge(registry, "jieshi.jobs.failed", "jobs that were given up", operations::jobs, State.Jobs::failed);
    gauge(registry, "jieshi.jobs.oldest.seconds", "how long the first job that could be done has been waiting",
        operations::jobs, State.Jobs::oldestSeconds);
    gauge(registry, "jieshi.audit.entries", "entries of the audit chain", operations::chain, chain -> chain.head().seq());
    gauge(registry, "jieshi.audit.signed.entries", "number of the entry that was signed last", operations::chain,
        chain -> chain.signedSeq() == null ? 0 : chain.signedSeq());
    gauge(registry, "jieshi.backup.age.seconds", "age of the last backup from this data directory", operations::backup,
        backup -> HOUR * backup.ageHours());
    gauge(registry, "jieshi.disk.free.bytes", "room beside the data", operations::disk, State.Disk::free);
    if (operations.replica() != null) {
      gauge(registry, "jieshi.replica.asked", "1 while reads go to the replica", operations::replica,
          replica -> replica.asked() ? 1 : 0);
      gauge(registry, "jieshi.replica.behind.seconds", "age of the oldest change that the replica lacks",
          operations::replica, ReplicaState::behindSeconds);
      gauge(registry, "jieshi.replica.reads", "reads that the replica answered", operations::replica, ReplicaState::reads);
      gauge(registry, "jieshi.replica.behind.reads", "reads that it was too old for", operations::replica,
          ReplicaState::behind);
      gauge(registry, "jieshi.replica.failed.reads", "reads that it broke off", operations::replica, ReplicaState::failed);
    }
  }

  private static <T> void gauge(MeterRegistry registry, String name, String what, Reading<T> reading,
      ToDoubleFunction<T> value) {
    Gauge.builder(name, () -> {
      try {
        T read = reading.read();
        return read == null ? Double.NaN : value.applyAsDouble(read);
      } catch (IOException | DataAccessException away) {
        return Double.NaN;
      }
    }).description(what).register(registry);
  }
}
