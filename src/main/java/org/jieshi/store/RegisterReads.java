package org.jieshi.store;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads of the register that may be answered by a streaming replica, if there is one: tiles, lists, features for other tools.
 * Never a gate, a right or anything that a change rests on: those read the database itself, in the transaction of the change.
 *
 * <p>What comes from the replica is never older than the question: it is asked only where it holds every change of the
 * register that was committed when the read began, whoever made it and through whichever program. A person so sees what
 * they have just done, and a browser that was told of a change finds it.
 */
public interface RegisterReads {

  /** Without a replica. */
  RegisterReads DIRECT = new RegisterReads() {

    @Override
    public <T> T run(Supplier<T> read) {
      return read.get();
    }

    @Override
    public <T> T run(long asNewAs, Supplier<T> read) {
      return read.get();
    }

    @Override
    public Optional<ReplicaState> replica() {
      return Optional.empty();
    }
  };

  /**
   * @param read changes nothing; may be run a second time if the replica breaks off. On the replica it sees one snapshot.
   *     Within a transaction it is part of that
   */
  <T> T run(Supplier<T> read);

  /** @param asNewAs number of the audit entry, known to be the newest, which the register must have reached */
  <T> T run(long asNewAs, Supplier<T> read);

  /** How the replica is doing; empty without one. */
  Optional<ReplicaState> replica();
}
