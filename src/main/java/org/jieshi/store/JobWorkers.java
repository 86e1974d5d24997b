package org.jieshi.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jieshi.shared.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * The threads that run jobs. Each takes a connection of its own for the length of a job; see {@link JobClaim} for why a
 * killed program loses nothing. Work of this program starts at once, that of others and what waits for its time within
 * {@link #LOOK_EVERY}.
 */
final class JobWorkers implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(JobWorkers.class);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  /** A job during which the program ended so often is taken for what ends it. */
  private static final int MOST_INTERRUPTIONS = 10;

  /** Work waits for the database or for room on the disk so long. */
  private static final Duration LONGEST_OUTAGE = Duration.ofDays(1);

  private final DataSource dataSource;
  private final JobQueue queue;
  private final Map<String, JobHandler> handlers;
  private final int count;
  private final Duration mayFinish;

  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  /** @param mayFinish how long {@link #stop} waits for running jobs before it interrupts them */
  JobWorkers(DataSource dataSource, JobQueue queue, List<JobHandler> handlers, int count, Duration mayFinish) {
    this.dataSource = dataSource;
    this.queue = queue;
    this.handlers = handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
    this.count = handlers.isEmpty() ? 0 : count;
    this.mayFinish = mayFinish;
  }

  @Override
  public synchronized void start() {
    running = true;
    for (int i = 1; i <= count; i++) {
      Thread thread = new Thread(this::work, "jobs-" + i);
      threads.add(thread);
      thread.start();
    }
  }

  private void work() {
    while (running) {
      try {
        if (!runNext()) {
          queue.awaitWork(LOOK_EVERY);
        }
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  /** @return false if there is nothing to do, or no database to ask */
  private boolean runNext() {
    try (Connection connection = dataSource.getConnection()) {
      JobClaim claim = JobClaim.next(connection, handlers.keySet());
      if (claim == null) {
        return false;
      }
      try {
        run(claim);
      } finally {
        claim.release();
      }
      return true;
    } catch (SQLException | DataAccessException e) {
      log.warn("Background work waits for the database: {}", oneLine(e));
      return false;
    }
  }

  private void run(JobClaim claim) {
    JobHandler handler = handlers.get(claim.kind());
    if (claim.interruptions() >= MOST_INTERRUPTIONS) {
      giveUp(claim, handler, "The program or its database ended " + claim.interruptions() + " times while it ran.");
      return;
    }
    try {
      handler.run(claim.subject());
      claim.done();
    } catch (ProblemException refused) {
      giveUp(claim, handler, refused.problem().detail().en());
    } catch (Throwable failure) { // the edge of a handler: whatever it throws is the job's failure, not the worker's end
      failed(claim, handler, failure);
    }
  }

  private void failed(JobClaim claim, JobHandler handler, Throwable failure) {
    if (!running) {
      log.info("{} is left for the next start", claim);
      claim.handBack();
      return;
    }
    log.error("{} failed in attempt {}", claim, claim.attempt(), failure);
    if (Outage.of(failure).isPresent() && claim.age().compareTo(LONGEST_OUTAGE) < 0) {
      claim.waitOut(oneLine(failure));
    } else if (claim.failures() + 1 < handler.attempts()) {
      claim.tryAgain(oneLine(failure));
    } else {
      giveUp(claim, handler, oneLine(failure));
    }
  }

  private static void giveUp(JobClaim claim, JobHandler handler, String reason) {
    log.warn("{} is given up: {}", claim, reason);
    try {
      handler.gaveUp(claim.subject(), reason);
    } catch (RuntimeException e) {
      log.error("{}: giving up failed too", claim, e);
      if (Outage.of(e).isPresent()) {
        claim.waitOut(reason);
        return;
      }
    }
    claim.failed(reason);
  }

  private static String oneLine(Throwable failure) {
    String message = failure.getMessage();
    String text = message == null ? failure.getClass().getSimpleName() : message.strip().replaceAll("\\s+", " ");
    return text.length() <= 500 ? text : text.substring(0, 500);
  }

  /** Lets what runs come to its end for a while, then interrupts it; it is run again at the next start. */
  @Override
  public synchronized void stop() {
    running = false;
    long patienceEnds = System.nanoTime() + mayFinish.toNanos();
    threads.forEach(thread -> join(thread, Math.max(1, (patienceEnds - System.nanoTime()) / 1_000_000)));
    threads.forEach(Thread::interrupt);
    threads.forEach(thread -> join(thread, 2_000));
    threads.clear();
  }

  private static void join(Thread thread, long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
