package org.jieshi.ingest;

/** Where an import stands: {@code QUEUED → READING → CHECKING → STAGED → COMMITTED → UNDONE}. */
public enum ImportStatus {
  /** Received and kept; waits for a worker. */
  QUEUED,
  READING,
  CHECKING,
  /** Checked; shown to a person, who commits or discards it. */
  STAGED,
  /** On the register. */
  COMMITTED,
  /** Could not be taken; nothing of it is kept but the reason. */
  FAILED,
  /** Taken back from the register. */
  UNDONE,
  /** Given up before it was committed. */
  DISCARDED;

  /** Whether nothing more happens by itself. */
  boolean isSettled() {
    return switch (this) {
      case QUEUED, READING, CHECKING -> false;
      case STAGED, COMMITTED, FAILED, UNDONE, DISCARDED -> true;
    };
  }
}
