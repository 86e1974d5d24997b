package org.jieshi.platform.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.audit.AuditHead;
import org.jieshi.shared.Bilingual;
import org.jieshi.store.ReplicaState;
import org.jspecify.annotations.Nullable;

/**
 * @param replica null without one
 * @param warnings what the administrator should do something about
 */
record State(Instant at, Versions versions, Disk disk, Database database,
    @Nullable ReplicaState replica, Jobs jobs, @Nullable Backup backup, Audit audit, int peopleActive, List<Bilingual> warnings) {

  /** @param postgis null where the database has none */
  record Versions(String program, String java, String postgres, @Nullable String postgis, String schema) {
  }

  /** @param free of the file system with the data directory, bytes; @param total the same */
  record Disk(String directory, long free, long total) {
  }

  /** @param embedded whether the program brought it; @param size bytes; @param connections in use of the pool's most */
  record Database(boolean embedded, long size, int connections, int mostConnections) {
  }

  /** @param oldestSeconds how long the first one has been waiting that could be done; 0 without any */
  record Jobs(long queued, long running, long failed, long oldestSeconds, List<Failure> failures) {
  }

  record Failure(long id, String kind, String subject, Instant at, @Nullable String error) {
  }

  /** The last one that was written from this data directory. */
  record Backup(Instant at, String file, long bytes, long seq, long ageHours) {
  }

  record Audit(AuditHead head, @Nullable LocalDate signedDay, @Nullable Long signedSeq) {
  }
}
