package org.jieshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the program, of its database, of both, while people work: it comes back by itself with every
 * change that was acknowledged, and the audit chain whole.
 */
class KillIT {

  private static final int ACKNOWLEDGED_BEFORE_EACH_KILL = 12;

  @TempDir Path directory;

  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final AtomicInteger number = new AtomicInteger();

  @Test
  void nothingAcknowledgedIsLostWhateverIsKilled() throws InterruptedException {
    Path data = directory.resolve("华山 data");
    RunningServer server = RunningServer.on(data);
    try {
      for (Kill kill : List.of(Kill.PROGRAM, Kill.DATABASE, Kill.BOTH, Kill.DATABASE, Kill.PROGRAM)) {
        List<Thread> people = peopleWorkingOn(server);
        awaitWork();
        server = kill.of(server, data);
        for (Thread person : people) {
          person.interrupt();
          person.join();
        }
        assertEverythingIsThere(server);
      }
    } finally {
      server.close();
    }
  }

  private enum Kill {
    PROGRAM, DATABASE, BOTH;

    RunningServer of(RunningServer server, Path data) {
      if (this == DATABASE) {
        server.killDatabase();
        server.awaitAnswer();
        return server;
      }
      if (this == BOTH) {
        server.killDatabase();
      }
      server.killProgram();
      return RunningServer.on(data);
    }
  }

  private List<Thread> peopleWorkingOn(RunningServer server) {
    List<Thread> people = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Thread person = new Thread(() -> addUsersTo(server));
      person.start();
      people.add(person);
    }
    return people;
  }

  private void addUsersTo(RunningServer server) {
    while (!Thread.currentThread().isInterrupted()) {
      String name = "user" + number.incrementAndGet();
      try {
        HttpResponse<String> answer = server.post("/api/users", """
            {"username": "%s", "displayName": "张三", "role": "MANAGER", "password": "long enough"}
            """.formatted(name));
        if (answer.statusCode() == 201) {
          acknowledged.add(name);
        } else {
          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        }
      } catch (UncheckedIOException killed) {
        return;
      } catch (IllegalStateException interrupted) {
        return;
      }
    }
  }

  private void awaitWork() {
    int wanted = acknowledged.size() + ACKNOWLEDGED_BEFORE_EACH_KILL;
    while (acknowledged.size() < wanted) {
      Thread.onSpinWait();
    }
  }

  private void assertEverythingIsThere(RunningServer server) {
    String users = server.get("/api/users").body();
    assertThat(acknowledged).allSatisfy(name -> assertThat(users).contains("\"" + name + "\""));
    assertThat(server.post("/api/audit/verify", "").body()).contains("\"intact\":true").contains("\"faults\":[]");
  }
}
