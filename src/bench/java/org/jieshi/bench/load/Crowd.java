package org.jieshi.bench.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jieshi.identity.Role;

/** Fifty people: who they are, when they come, and that each does their work again and again until the day is over. */
public final class Crowd {

  /** How many of each; the public has no account. */
  public static final int SURVEYORS = 8;
  public static final int OFFICERS = 14;
  public static final int MEDIATORS = 6;
  public static final int APPROVERS = 4;
  public static final int MANAGERS = 8;
  public static final int ADMINISTRATORS = 2;
  public static final int PUBLIC = 8;
  public static final int EVERYBODY = SURVEYORS + OFFICERS + MEDIATORS + APPROVERS + MANAGERS + ADMINISTRATORS + PUBLIC;

  /** They do not all come at the same second. */
  private static final double ARRIVING_SECONDS = 30;
  private static final long SEED = 20261126;

  /** A person and what they do once, again and again. */
  private record Person(String username, Visitor visitor, Runnable round) {}

  private Crowd() {}

  /** Hires everybody: {@code surveyor1}, {@code officer1}, {@code mediator1}, … all with one password. */
  public static void hire(Hiring office) {
    hire(office, "surveyor", "测绘员", Role.SURVEYOR, SURVEYORS);
    hire(office, "officer", "经办", Role.REVIEWER, OFFICERS);
    hire(office, "mediator", "调解员", Role.MEDIATOR, MEDIATORS);
    hire(office, "approver", "局领导", Role.APPROVER, APPROVERS);
    hire(office, "manager", "管理者", Role.MANAGER, MANAGERS);
    hire(office, "administrator", "系统管理员", Role.ADMINISTRATOR, ADMINISTRATORS);
  }

  /** Makes an account. */
  @FunctionalInterface
  public interface Hiring {

    void hire(String username, String displayName, Role role, String password);
  }

  private static void hire(Hiring office, String name, String displayName, Role role, int many) {
    for (int i = 1; i <= many; i++) {
      office.hire(name + i, displayName + i, role, Visitor.PASSWORD);
    }
  }

  /** Everybody works for so long. */
  public static void work(URI program, Timings timings, double minutes) throws InterruptedException {
    System.setProperty("jdk.httpclient.keepalive.timeout", "15"); // s: like a browser, sooner than the program
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .executor(Executors.newFixedThreadPool(4, work -> {
          Thread thread = new Thread(work, "client");
          thread.setDaemon(true);
          return thread;
        })).build();
    long end = System.nanoTime() + (long) (minutes * 60e9);
    List<Person> people = new ArrayList<>();
    Random random = new Random(SEED);
    Function<String, Visitor> visitors = name -> new Visitor(http, program, timings, new Random(random.nextLong()), end);
    for (int i = 1; i <= SURVEYORS; i++) {
      add(people, visitors, "surveyor" + i, Surveyor::new);
    }
    for (int i = 1; i <= OFFICERS; i++) {
      int number = i;
      add(people, visitors, "officer" + i, visitor -> new Officer(visitor, number));
    }
    for (int i = 1; i <= MEDIATORS; i++) {
      String name = "mediator" + i;
      add(people, visitors, name, visitor -> new Mediator(visitor, name));
    }
    for (int i = 1; i <= APPROVERS; i++) {
      add(people, visitors, "approver" + i, Approver::new);
    }
    for (int i = 1; i <= MANAGERS; i++) {
      add(people, visitors, "manager" + i, Manager::new);
    }
    for (int i = 1; i <= ADMINISTRATORS; i++) {
      boolean first = i == 1;
      add(people, visitors, "administrator" + i, visitor -> new Administrator(visitor, first));
    }
    for (int i = 1; i <= PUBLIC; i++) {
      add(people, visitors, "", Public::new);
    }
    List<Thread> all = people.stream().map(person -> new Thread(() -> live(person, timings), person.username())).toList();
    all.forEach(Thread::start);
    for (Thread each : all) {
      each.join(TimeUnit.SECONDS.toMillis((long) (minutes * 60) + 120));
    }
  }

  private static void add(List<Person> people, Function<String, Visitor> visitors, String username,
      Function<Visitor, Runnable> work) {
    Visitor visitor = visitors.apply(username);
    people.add(new Person(username, visitor, work.apply(visitor)));
  }

  private static void live(Person person, Timings timings) {
    try {
      person.visitor().think(0, ARRIVING_SECONDS);
      if (!person.username().isEmpty()) {
        person.visitor().signIn(person.username());
        person.visitor().listen();
      }
      while (true) {
        person.round().run();
      }
    } catch (Visitor.Over home) {
      person.visitor().goHome();
    } catch (RuntimeException wrong) {
      timings.fault(person.username() + " gave up: " + wrong);
      wrong.printStackTrace();
    }
  }
}
