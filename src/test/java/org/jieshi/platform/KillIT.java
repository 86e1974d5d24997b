package org.jieshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code kill -9} of the program, of its database, of both at once, while people work: each comes back by itself with every
 * change that was acknowledged, no import half done, and the audit chain whole. Twenty kills of the program and twenty of its
 * database, on two registers side by side. {@code bin/bench kill} takes a hundred of each ({@code jieshi.kills}).
 */
class KillIT {

  /** Of the program, and as many of its database. */
  private static final int KILLS = Integer.getInteger("jieshi.kills", 20);
  private static final int REGISTERS = 2;
  private static final long SEED = 20261126;

  @TempDir Path directory;

  @Test
  void nothingAcknowledgedIsLostAndNothingIsHalfDoneWhateverIsKilled() throws Exception {
    ExecutorService machines = Executors.newFixedThreadPool(REGISTERS);
    try {
      List<Future<Register>> all = new ArrayList<>();
      for (int i = 0; i < REGISTERS; i++) {
        Register register = new Register(directory.resolve("华山 data " + i), new Random(SEED + i));
        all.add(machines.submit(() -> register.live(KILLS / REGISTERS)));
      }
      for (Future<Register> each : all) {
        Register register = each.get();
        assertThat(register.committed).isNotEmpty();
        System.out.printf("%d acknowledged changes, %d imports on the register%n", register.users.size()
            + register.received.size() + register.committed.size(), register.committed.size());
      }
    } finally {
      machines.shutdownNow();
    }
  }

  /** A register with people at work, and what they were told had been done. */
  private static final class Register {

    private static final int PARCELS_A_FILE = 10;
    private static final int ACKNOWLEDGED_BEFORE_EACH_KILL = 2;
    private static final int LONGEST_WAIT_MILLIS = 250;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path data;
    private final Random random;
    private final Set<String> users = ConcurrentHashMap.newKeySet();
    private final Set<Long> received = ConcurrentHashMap.newKeySet();
    private final Set<Long> committed = ConcurrentHashMap.newKeySet();
    private final Set<String> failures = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private volatile boolean working;

    Register(Path data, Random random) {
      this.data = data;
      this.random = random;
    }

    /** @param kills of the program, and of its database before each of them: each fourth time of both at once */
    Register live(int kills) throws InterruptedException {
      RunningServer server = RunningServer.on(data);
      try {
        for (int kill = 1; kill <= kills; kill++) {
          List<Thread> people = peopleWorkingOn(server);
          awaitWork();
          if (kill == 1) {
            awaitUntil(() -> !committed.isEmpty(), "an import is on the register");
          }
          server.killDatabase();
          if (kill % 4 != 0) {
            server.awaitAnswer();
            awaitWork();
          }
          server.killProgram();
          working = false;
          for (Thread person : people) {
            person.join();
          }
          server = RunningServer.on(data);
          if (kill % 5 == 0 || kill == kills) {
            assertEverythingIsThere(server);
          }
        }
        assertThat(filesBelow(data.resolve("tmp"))).as("what killed programs left").isEmpty();
      } finally {
        working = false;
        server.close();
      }
      return this;
    }

    private static List<Path> filesBelow(Path directory) {
      try (Stream<Path> all = Files.walk(directory)) {
        return all.filter(Files::isRegularFile).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private List<Thread> peopleWorkingOn(RunningServer server) {
      List<Thread> people = List.of(new Thread(() -> repeat(() -> addUser(server))),
          new Thread(() -> repeat(() -> bringParcels(server))));
      working = true;
      people.forEach(Thread::start);
      return people;
    }

    /** Until the server is gone or the day is over; what was begun is ended first. */
    private void repeat(Runnable work) {
      while (working) {
        try {
          work.run();
        } catch (UncheckedIOException killed) {
          return;
        } catch (AssertionError wrong) {
          failures.add(wrong.getMessage());
          return;
        }
      }
    }

    private void addUser(RunningServer server) {
      String name = "user" + number.incrementAndGet();
      HttpResponse<String> answer = server.post("/api/users", """
          {"username": "%s", "displayName": "张三", "role": "MANAGER", "password": "long enough"}
          """.formatted(name));
      if (answer.statusCode() == 201) {
        users.add(name);
      } else {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        RunningServer.pause();
      }
    }

    private void bringParcels(RunningServer server) {
      HttpResponse<String> answer = Surveys.upload(server, number.incrementAndGet(), PARCELS_A_FILE);
      if (answer.statusCode() != 202) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        return;
      }
      long id = Surveys.id(answer);
      received.add(id);
      String status = "";
      while (working && !status.equals("STAGED")) {
        RunningServer.pause();
        status = Surveys.status(server, id);
        assertThat(status).isNotEqualTo("FAILED");
      }
      if (working && server.post("/api/imports/" + id + "/commit", "{}").statusCode() == 200) {
        committed.add(id);
      }
    }

    /** Until something more was acknowledged, and a random moment longer. */
    private static void awaitUntil(BooleanSupplier wanted, String what) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!wanted.getAsBoolean()) {
        assertThat(System.nanoTime()).as(what).isLessThan(end);
        RunningServer.pause();
      }
    }

    private void awaitWork() throws InterruptedException {
      int wanted = users.size() + committed.size() + ACKNOWLEDGED_BEFORE_EACH_KILL;
      Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> !failures.isEmpty()
          || users.size() + committed.size() >= wanted);
      assertThat(failures).isEmpty();
      Thread.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
    }

    private void assertEverythingIsThere(RunningServer server) {
      String known = server.get("/api/users").body();
      assertThat(users).allSatisfy(name -> assertThat(known).contains("\"" + name + "\""));
      int parcels = 0;
      for (long id : received) {
        String status = Surveys.checked(server, id); // what was received goes on by itself after the restart
        assertThat(status).isIn("STAGED", "COMMITTED");
        boolean whole = status.equals("COMMITTED");
        assertThat(whole || !committed.contains(id)).as("acknowledged import %d", id).isTrue();
        parcels += whole ? PARCELS_A_FILE : 0;
      }
      assertThat(JSON.readTree(server.get("/api/parcels?size=1").body()).get("total").asInt()).isEqualTo(parcels);
      assertThat(server.post("/api/audit/verify", "").body()).contains("\"intact\":true").contains("\"faults\":[]");
    }
  }
}
