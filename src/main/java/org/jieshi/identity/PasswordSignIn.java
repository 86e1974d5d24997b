package org.jieshi.identity;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jieshi.identity.factor.SecondFactors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Name and password, from the page or with HTTP Basic. Whoever is refused learns nothing: a name without an account, a
 * wrong password and a disabled account cost the same hash and get the same answer.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

  private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);
  private static final int LOCKS = 64;

  private final Users users;
  private final PasswordEncoder passwords;
  private final SignInBrake brake;
  private final SecondFactors factors;
  private final CountedTries tries;
  private final KnownSignIns known = new KnownSignIns(InstantSource.system());
  private final String nobodysHash;
  private final Object[] locks = new Object[LOCKS];

  PasswordSignIn(Users users, PasswordEncoder passwords, SignInBrake brake, SecondFactors factors,
      CountedTries tries) {
    this.users = users;
    this.passwords = passwords;
    this.brake = brake;
    this.factors = factors;
    this.tries = tries;
    nobodysHash = passwords.encode(UUID.randomUUID().toString());
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    try {
      return signIn(asked);
    } catch (DataAccessException | TransactionException unreachable) {
      throw new InternalAuthenticationServiceException("the account could not be looked up", unreachable);
    }
  }

  private Authentication signIn(Authentication asked) {
    String username = asked.getName();
    String password = String.valueOf(asked.getCredentials());
    String address = asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    String key = known.key(username, password);
    Optional<User> user = users.find(username).filter(User::enabled);
    if (user.isEmpty() || !known.knows(key, user.get())) {
      // many requests of one script at once are one try
      synchronized (locks[Math.floorMod(key.hashCode(), LOCKS)]) {
        if (user.isEmpty() || !known.knows(key, user.get())) {
          verify(username, password, address, user);
          known.keep(key, user.orElseThrow());
        }
      }
    }
    User signedIn = user.orElseThrow();
    boolean byPage = asked.getDetails() instanceof SignInDetails;
    if (signedIn.secondFactor()) {
      requireCode(signedIn, asked.getDetails() instanceof SignInDetails details ? details.code() : null);
    }
    if (byPage) {
      LOG.info("{} signed in from {} by password{}", username, address, signedIn.secondFactor() ? " and code" : "");
    }
    return SignedIn.token(signedIn);
  }

  private void requireCode(User user, @Nullable String code) {
    if (code == null || code.isBlank()) {
      throw new CodeNeeded(false);
    }
    if (!tries.take(SignInBrake.Kind.CODE, user.username(), () -> factors.spend(user.username(), code))) {
      LOG.warn("A sign-in is refused: wrong code of {}", user.username());
      throw new CodeNeeded(true);
    }
  }

  private void verify(String username, String password, String address, Optional<User> user) {
    brake.take(SignInBrake.Kind.ADDRESS, address);
    if (!tries.take(SignInBrake.Kind.ACCOUNT, username, () -> passwords.matches(password,
        users.findPasswordHash(username).orElse(nobodysHash)) && user.isPresent())) {
      // a name that is nobody's may be a password that was typed in the wrong field
      LOG.warn("A sign-in from {} is refused: {}", address, users.find(username).map(known -> "wrong password of "
          + known.username() + (known.enabled() ? "" : ", who is locked out")).orElse("no such user"));
      throw new BadCredentialsException("wrong");
    }
    brake.giveBack(address);
    if (passwords.upgradeEncoding(users.findPasswordHash(username).orElseThrow())) {
      users.rehash(username, password);
    }
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
