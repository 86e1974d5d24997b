package org.jieshi.identity;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jieshi.audit.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One try at a password or a code. It counts as failed before anything is known of it, so that many at once are not looked
 * at one by one; a right one is forgiven, and the wrong one that locks is put on record once it is known to be wrong.
 */
@Component
class CountedTries {

  private final Users users;
  private final SignInBrake brake;
  private final AuditLog audit;
  private final TransactionTemplate transactions;

  CountedTries(Users users, SignInBrake brake, AuditLog audit, TransactionTemplate transactions) {
    this.users = users;
    this.brake = brake;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * @param username as given; nothing is put on record of a name that is nobody's
   * @return whether it was right
   * @throws LockedOut where none is free at this time; {@code right} is not asked then
   */
  boolean take(SignInBrake.Kind kind, String username, BooleanSupplier right) {
    int failures = brake.take(kind, username);
    if (right.getAsBoolean()) {
      brake.forgive(kind, username);
      return true;
    }
    if (failures == kind.free && users.find(username).isPresent()) {
      transactions.executeWithoutResult(status -> audit.record("SIGN_IN_LOCKED", "user", username,
          Map.of("failures", failures)));
    }
    return false;
  }
}
