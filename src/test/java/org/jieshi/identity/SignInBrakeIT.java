package org.jieshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jieshi.identity.SignInBrake.Kind;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Delays that double, in the database, by a clock that the test moves. */
@EachDatabase
class SignInBrakeIT {

  @Autowired JdbcClient jdbc;

  private Instant now = Instant.parse("2026-01-05T01:00:00Z");
  private final InstantSource clock = () -> now;

  @Test
  void eachFailureBeyondTheFifthWaitsTwiceAsLong() {
    SignInBrake brake = new SignInBrake(jdbc, clock);
    for (int i = 1; i <= 5; i++) {
      assertThat(brake.take(Kind.ACCOUNT, "slow")).isEqualTo(i);
    }
    for (int wait : new int[] {30, 60, 120, 240, 480, 900, 900}) {
      assertThat(waitOf(brake, "slow")).isEqualTo(wait + 1);
      now = now.plusSeconds(wait - 1);
      assertThat(waitOf(brake, "slow")).isEqualTo(2);
      now = now.plusSeconds(1);
      brake.take(Kind.ACCOUNT, "slow");
    }
    now = now.plus(Duration.ofHours(25));
    assertThat(brake.take(Kind.ACCOUNT, "slow")).as("a day later it is forgotten").isEqualTo(1);
  }

  @Test
  void aClockThatIsSetBackNeitherForgetsALockNorMakesItLongerThanAnyLasts() {
    SignInBrake brake = new SignInBrake(jdbc, clock);
    for (int i = 1; i <= 5; i++) {
      brake.take(Kind.ACCOUNT, "jumped");
    }
    now = now.minusSeconds(10);
    assertThat(waitOf(brake, "jumped")).isEqualTo(41);
    assertThat(brake.locked()).containsEntry("jumped", now.plusSeconds(40));

    now = now.minus(Duration.ofDays(365));
    assertThat(brake.locked()).doesNotContainKey("jumped");
    assertThat(brake.take(Kind.ACCOUNT, "jumped")).as("what failed is not forgotten").isEqualTo(6);
    assertThat(waitOf(brake, "jumped")).isEqualTo(61);
  }

  @Test
  void anotherInstanceAndAnotherStartKnowOfIt() {
    SignInBrake one = new SignInBrake(jdbc, clock);
    for (int i = 0; i < 5; i++) {
      one.take(Kind.ACCOUNT, "shared");
    }
    SignInBrake other = new SignInBrake(jdbc, clock);
    assertThat(waitOf(other, "shared")).isEqualTo(31);
    assertThat(other.locked()).containsEntry("shared", now.plusSeconds(30));
    other.unlock("shared");
    assertThat(one.take(Kind.ACCOUNT, "shared")).isEqualTo(1);
  }

  @Test
  void guessesMadeAtOnceCountLikeGuessesInARow() throws Exception {
    SignInBrake brake = new SignInBrake(jdbc, clock);
    List<Callable<Boolean>> guesses = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      guesses.add(() -> {
        try {
          brake.take(Kind.ACCOUNT, "raced");
          return true;
        } catch (LockedOut locked) {
          return false;
        }
      });
    }
    var pool = Executors.newFixedThreadPool(8);
    try {
      long looked = 0;
      for (Future<Boolean> each : pool.invokeAll(guesses)) {
        looked += each.get() ? 1 : 0;
      }
      assertThat(looked).isEqualTo(5);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aGoodSignInForgivesTheAccountAndOneTryOfTheAddress() {
    SignInBrake brake = new SignInBrake(jdbc, clock);
    for (int i = 0; i < 3; i++) {
      brake.take(Kind.ADDRESS, "10.1.1.1");
      brake.take(Kind.ACCOUNT, "forgiven");
    }
    brake.giveBack("10.1.1.1");
    brake.forgive(Kind.ACCOUNT, "forgiven");
    assertThat(brake.take(Kind.ACCOUNT, "forgiven")).isEqualTo(1);
    assertThat(brake.take(Kind.ADDRESS, "10.1.1.1")).isEqualTo(3);
  }

  private static long waitOf(SignInBrake brake, String name) {
    return catchThrowableOfType(LockedOut.class, () -> brake.take(Kind.ACCOUNT, name)).seconds();
  }
}
