package org.jieshi.identity;

import org.jieshi.identity.factor.SecondFactors;
import org.jieshi.shared.ProblemException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For somebody whom nobody on the page can help: the only administrator, without password or device. */
@Component
public class SignInReset {

  private final Users users;
  private final SecondFactors factors;
  private final SignInBrake brake;

  SignInReset(Users users, SecondFactors factors, SignInBrake brake) {
    this.users = users;
    this.factors = factors;
    this.brake = brake;
  }

  /**
   * No second factor any more, no lock, signed out everywhere, and a password that opens only the choice of another one.
   *
   * @throws ProblemException {@code NOT_FOUND}: there is no such account
   */
  @Transactional
  public void reset(String username, String password) {
    users.get(username);
    factors.remove(username);
    brake.unlock(username);
    users.changePassword(username, password, username);
  }
}
