package org.jieshi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@EachDatabase
class StandingAnswersIT {

  @Autowired StandingAnswers answers;
  @Autowired Users users;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  private final AtomicInteger reckoned = new AtomicInteger();

  /** A question of its own for each test. */
  private record HowMany(String test) {
  }

  private int ask(String test) {
    return answers.of(new HowMany(test), this::count);
  }

  private int count() {
    reckoned.incrementAndGet();
    return jdbc.sql("select count(*) from user_account").query(Integer.class).single();
  }

  private void hire() {
    users.add("u" + System.nanoTime(), "测绘员", Role.SURVEYOR, null, "long enough");
  }

  @Test
  void anAnswerHoldsUntilSomethingIsChanged() {
    int before = ask("holds");
    assertThat(ask("holds")).isEqualTo(before);
    assertThat(reckoned).hasValue(1);

    hire();

    assertThat(ask("holds")).isEqualTo(before + 1);
    assertThat(reckoned).hasValue(2);
  }

  @Test
  void howeverManyAskAtOnceItIsReckonedOnce() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    ExecutorService people = Executors.newFixedThreadPool(9);
    try {
      List<Future<Integer>> all = new ArrayList<>();
      all.add(people.submit(() -> answers.of(new HowMany("once"), () -> {
        begun.countDown();
        await(finish);
        return count();
      })));
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < 8; i++) {
        all.add(people.submit(() -> ask("once")));
      }
      finish.countDown();

      int first = all.get(0).get();
      for (Future<Integer> each : all) {
        assertThat(each.get()).isEqualTo(first);
      }
      assertThat(reckoned).hasValue(1);
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void whoWaitsForAnAnswerThatFailsGetsOneOfTheirOwn() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch fail = new CountDownLatch(1);
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      Future<Integer> first = people.submit(() -> answers.of(new HowMany("fails"), () -> {
        begun.countDown();
        await(fail);
        throw new IllegalStateException("broken off");
      }));
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      Future<Integer> second = people.submit(() -> ask("fails"));
      fail.countDown();

      assertThatThrownBy(first::get).hasMessageContaining("broken off");
      assertThat(second.get()).isPositive();
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void whoChangesSomethingSeesItAndNobodyElseWhatIsRolledBack() {
    int before = ask("changes");
    new TransactionTemplate(transactions).executeWithoutResult(tx -> {
      hire();
      assertThat(ask("changes")).isEqualTo(before + 1);
      tx.setRollbackOnly();
    });

    assertThat(ask("changes")).isEqualTo(before);
  }

  @Test
  void aSnapshotKeepsItsAnswer() {
    TransactionTemplate snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.executeWithoutResult(tx -> {
      int before = ask("snapshot");
      assertThat(elsewhere(() -> {
        hire();
        return ask("snapshot");
      })).isEqualTo(before + 1);

      assertThat(ask("snapshot")).isEqualTo(before);
    });
  }

  private static int elsewhere(Callable<Integer> work) {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      return other.submit(work).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    } finally {
      other.shutdown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
