package org.jieshi.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.store.JobQueue.Job;
import org.jieshi.store.JobQueue.Status;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

@EachDatabase
@Import(JobQueueIT.Handlers.class)
class JobQueueIT {

  @Autowired JobQueue queue;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Handlers handlers;

  @Test
  void aJobRunsAsSoonAsItsTransactionCommits() {
    long[] id = new long[1];
    transaction.executeWithoutResult(tx -> {
      id[0] = queue.enqueue("echo", "华山");
      assertThat(handlers.heard).doesNotContain("华山");
    });

    await().atMost(Duration.ofMillis(1500)).pollInterval(Duration.ofMillis(5))
        .until(() -> handlers.heard.contains("华山"));
    assertThat(over(id[0])).isEqualTo(new Job(id[0], "echo", "华山", Status.DONE, 1, null));
  }

  @Test
  void aJobOfBeforeTheClockWasSetBackDoesNotWaitUntilItIsThatTimeAgain() {
    long id = jdbc.sql("""
        insert into job (kind, subject, run_after, created_at) values ('echo', 'back', now() + interval '1 year',
          now() + interval '1 year') returning id
        """).query(Long.class).single();

    assertThat(over(id)).isEqualTo(new Job(id, "echo", "back", Status.DONE, 1, null));
  }

  @Test
  void aJobOfATransactionThatIsRolledBackNeverExisted() {
    long id = transaction.execute(tx -> {
      tx.setRollbackOnly();
      return queue.enqueue("echo", "rolled back");
    });

    assertThat(queue.find(id)).isEmpty();
  }

  @Test
  void aFailedJobIsTriedAgainAndThenDone() {
    long id = queue.enqueue("second-time-lucky", "x");

    assertThat(over(id)).isEqualTo(new Job(id, "second-time-lucky", "x", Status.DONE, 2, null));
  }

  @Test
  void aRefusalIsFinalAndItsSentenceIsKept() {
    long id = queue.enqueue("refuse", "x");

    assertThat(over(id)).isEqualTo(new Job(id, "refuse", "x", Status.FAILED, 1, "There is no import x."));
    assertThat(handlers.givenUp).contains("x: There is no import x.");
  }

  @Test
  void anErrorOfAHandlerDoesNotEndTheWorker() {
    for (int i = 0; i < 4; i++) {
      over(queue.enqueue("crash", Integer.toString(i)));
    }

    assertThat(over(queue.enqueue("echo", "after the crash")).status()).isEqualTo(Status.DONE);
  }

  @Test
  void aJobWaitsForItsTime() {
    long id = queue.enqueue("echo", "tomorrow", Instant.now().plus(Duration.ofDays(1)));

    over(queue.enqueue("echo", "today"));
    assertThat(queue.find(id).orElseThrow().status()).isEqualTo(Status.QUEUED);
  }

  @Test
  void twoJobsRunAtTheSameTime() throws InterruptedException {
    long first = queue.enqueue("meet", "1");
    long second = queue.enqueue("meet", "2");

    assertThat(handlers.bothThere.await(10, SECONDS)).isTrue();
    assertThat(List.of(over(first).status(), over(second).status())).containsOnly(Status.DONE);
  }

  @Test
  void whileAJobIsHeldItIsSeenRunningAndNobodyElseGetsIt(TestDatabase database) throws Exception {
    long id = queue.enqueue("elsewhere", "x");
    try (Connection one = database.dataSource().getConnection();
        Connection other = database.dataSource().getConnection()) {
      assertThat(JobClaim.next(one, Set.of("elsewhere"))).isNotNull();

      assertThat(JobClaim.next(other, Set.of("elsewhere"))).isNull();
      assertThat(queue.find(id).orElseThrow().status()).isEqualTo(Status.RUNNING);
    }
  }

  @Test
  void aJobOfAKilledProgramIsClaimedAgain(TestDatabase database) throws Exception {
    long id = queue.enqueue("left", "x");
    try (Connection killed = database.dataSource().getConnection()) {
      assertThat(JobClaim.next(killed, Set.of("left"))).isNotNull();
      int session = JdbcClient.create(new org.springframework.jdbc.datasource.SingleConnectionDataSource(killed, true))
          .sql("SELECT pg_backend_pid()").query(Integer.class).single();
      jdbc.sql("SELECT pg_terminate_backend(:pid, 10000)").param("pid", session).query().singleRow();
    }

    try (Connection next = database.dataSource().getConnection()) {
      JobClaim claim = JobClaim.next(next, Set.of("left"));
      assertThat(claim).isNotNull();
      assertThat(claim.attempt()).isEqualTo(2);
      claim.done();
    }
    assertThat(queue.find(id).orElseThrow().status()).isEqualTo(Status.DONE);
  }

  @Test
  void aJobThatEndsItsProgramEachTimeIsGivenUp() {
    jdbc.sql("INSERT INTO job (kind, subject, status, attempts) VALUES ('echo', 'deadly', 'RUNNING', 10)").update();
    long id = jdbc.sql("SELECT id FROM job WHERE subject = 'deadly'").query(Long.class).single();

    assertThat(over(id).error()).isEqualTo("The program or its database ended 10 times while it ran.");
    assertThat(handlers.heard).doesNotContain("deadly");
  }

  @Test
  void anOutageIsWaitedOutSoonHoweverOftenTheJobWasInterrupted() {
    long id = interrupted("outage", "short", 8);

    assertThat(over(id)).isEqualTo(new Job(id, "outage", "short", Status.DONE, 9, null));
  }

  @Test
  void interruptionsAreNoFailures() {
    long id = interrupted("first-time-unlucky", "x", 5);

    assertThat(over(id)).isEqualTo(new Job(id, "first-time-unlucky", "x", Status.DONE, 7, null));
  }

  @Test
  void anOutageOfADayIsAFailure() {
    long id = interrupted("outage", "long", 0);
    jdbc.sql("UPDATE job SET status = 'QUEUED', created_at = now() - interval '25 hours', failures = 2, attempts = 2"
        + " WHERE id = :id").param("id", id).update();

    assertThat(over(id)).isEqualTo(new Job(id, "outage", "long", Status.FAILED, 3, "the disk, or the database"));
  }

  @Test
  void whatAnOutageKeptFromBeingGivenUpIsGivenUpAfterIt() {
    long id = queue.enqueue("no-way-to-give-up", "x");

    assertThat(over(id).status()).isEqualTo(Status.FAILED);
    assertThat(handlers.givenUp).contains("x: no way");
  }

  /** A job that so many programs or databases left as they ended. */
  private long interrupted(String kind, String subject, int times) {
    return jdbc.sql("""
        INSERT INTO job (kind, subject, status, attempts) VALUES (:kind, :subject, 'RUNNING', :times) RETURNING id
        """).param("kind", kind).param("subject", subject).param("times", times).query(Long.class).single();
  }

  @Test
  void aProgramThatEndsHandsBackWhatItCanNotFinish(TestDatabase database) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    JobHandler endless = handlers.handler("endless", subject -> {
      begun.countDown();
      new CountDownLatch(1).await();
    });
    JobWorkers program = new JobWorkers(database.dataSource(), queue, List.of(endless), 1, Duration.ofMillis(50));
    long id = queue.enqueue("endless", "x");
    program.start();
    assertThat(begun.await(10, SECONDS)).isTrue();

    program.stop();

    assertThat(queue.find(id)).contains(new Job(id, "endless", "x", Status.QUEUED, 0, null));
  }

  private Job over(long id) {
    return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(10))
        .until(() -> queue.find(id).orElseThrow(), job -> Set.of(Status.DONE, Status.FAILED).contains(job.status()));
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Handlers {

    final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    final LinkedBlockingQueue<String> givenUp = new LinkedBlockingQueue<>();
    final CountDownLatch bothThere = new CountDownLatch(2);
    final AtomicInteger tries = new AtomicInteger();

    private interface Work {
      void run(String subject) throws Exception;
    }

    private JobHandler handler(String kind, Work work) {
      return new JobHandler() {
        @Override
        public String kind() {
          return kind;
        }

        @Override
        public void run(String subject) throws Exception {
          work.run(subject);
        }

        @Override
        public void gaveUp(String subject, String reason) {
          givenUp.add(subject + ": " + reason);
        }
      };
    }

    @Bean
    JobHandler echo() {
      return handler("echo", heard::add);
    }

    @Bean
    JobHandler secondTimeLucky() {
      return handler("second-time-lucky", subject -> {
        if (tries.incrementAndGet() == 1) {
          throw new IllegalStateException("not yet");
        }
      });
    }

    @Bean
    JobHandler firstTimeUnlucky() {
      AtomicInteger runs = new AtomicInteger();
      return handler("first-time-unlucky", subject -> {
        if (runs.incrementAndGet() == 1) {
          throw new IllegalStateException("not yet");
        }
      });
    }

    @Bean
    JobHandler outage() {
      AtomicInteger runs = new AtomicInteger();
      return handler("outage", subject -> {
        if (subject.equals("long") || runs.incrementAndGet() == 1) {
          throw new TransactionSystemException("the disk, or the database");
        }
      });
    }

    @Bean
    JobHandler noWayToGiveUp() {
      return new JobHandler() {

        private boolean tried;

        @Override
        public String kind() {
          return "no-way-to-give-up";
        }

        @Override
        public void run(String subject) {
          throw Problem.of(ProblemCode.NOT_FOUND, "no way", "无法处理。").asException();
        }

        @Override
        public void gaveUp(String subject, String reason) {
          if (!tried) {
            tried = true;
            throw new TransactionSystemException("the database");
          }
          givenUp.add(subject + ": " + reason);
        }
      };
    }

    @Bean
    JobHandler refuse() {
      return handler("refuse", subject -> {
        throw Problem.of(ProblemCode.NOT_FOUND, "There is no import x.", "没有导入 x。").asException();
      });
    }

    @Bean
    JobHandler crash() {
      return new JobHandler() {
        @Override
        public String kind() {
          return "crash";
        }

        @Override
        public int attempts() {
          return 1;
        }

        @Override
        public void run(String subject) {
          throw new StackOverflowError();
        }
      };
    }

    @Bean
    JobHandler meet() {
      return handler("meet", subject -> {
        bothThere.countDown();
        if (!bothThere.await(10, SECONDS)) {
          throw new IllegalStateException("alone");
        }
      });
    }
  }
}
