package org.jieshi.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The program as a process of its own on a data directory, to be killed. */
public final class RunningServer implements AutoCloseable {

  /** Of the administrator. */
  static final String PASSWORD = "a test administrator";

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path data;
  private final Process process;
  private final int port;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private RunningServer(Path data, Process process, int port) {
    this.data = data;
    this.process = process;
    this.port = port;
  }

  /** Starts and waits until it answers. */
  public static RunningServer on(Path data, String... arguments) {
    return within(List.of(), data, arguments);
  }

  /** @param shell what runs the program, if it is not the machine itself */
  static RunningServer within(List<String> shell, Path data, String... arguments) {
    try {
      Files.createDirectories(data);
      int port = freePort();
      List<String> command = new ArrayList<>(shell);
      command.addAll(java("org.jieshi.JieshiApplication"));
      command.add("serve");
      command.addAll(List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log(data).toFile()));
      builder.environment().putAll(Map.of("JIESHI_DATA", data.toString(), "JIESHI_PORT", String.valueOf(port),
          "JIESHI_ADMIN_PASSWORD", PASSWORD, "JIESHI_PASSWORDS_COST", "4", "JIESHI_PASSWORDS_SHORTEST", "10"));
      RunningServer server = new RunningServer(data, builder.start(), port);
      server.awaitAnswer();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Beside the data, which may stand on a disk that only the program sees. */
  private static Path log(Path data) {
    return data.resolveSibling(data.getFileName() + ".log");
  }

  static List<String> java(String main) {
    return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main);
  }

  long pid() {
    return process.pid();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Between two questions: who asks without a pause takes the time of the one asked. */
  static void pause() {
    LockSupport.parkNanos(20_000_000);
  }

  /** Waits until the program and its database answer. */
  void awaitAnswer() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        throw new AssertionError("the program ended by itself, see " + log(data));
      }
      try {
        // as nobody: the first account may not be there yet, and wrong tries are counted
        if (send(anonymous("/actuator/health").build()).statusCode() == 200
            && send(anonymous("/actuator/health/readiness").build()).statusCode() == 200) {
          return;
        }
      } catch (UncheckedIOException notYet) {
        // asked again
      }
      pause();
    }
    throw new AssertionError("no answer within " + PATIENCE + ", see " + log(data));
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  HttpResponse<String> post(String path, String json) {
    return send(request(path).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json)).build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A request of somebody who has not signed in. */
  HttpRequest.Builder anonymous(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(30));
  }

  HttpRequest.Builder request(String path) {
    return as("admin", path);
  }

  /** Who has the same password from then on, after the one the administrator chose. */
  void addPerson(String username, String displayName, String role) {
    String told = "told on the telephone";
    HttpResponse<String> added = post("/api/users", """
        {"username": "%s", "displayName": "%s", "role": "%s", "password": "%s"}
        """.formatted(username, displayName, role, told));
    HttpResponse<String> chosen = send(with(username, told, "/api/users/" + username + "/password")
        .header("Content-Type", "application/json").PUT(BodyPublishers.ofString(
            "{\"current\": \"%s\", \"password\": \"%s\"}".formatted(told, PASSWORD))).build());
    if (added.statusCode() != 201 || chosen.statusCode() != 204) {
      throw new AssertionError(added.body() + chosen.body());
    }
  }

  /** Of somebody with the same password. */
  HttpResponse<String> postAs(String username, String path, String json) {
    return send(as(username, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)).build());
  }

  HttpRequest.Builder as(String username, String path) {
    return with(username, PASSWORD, path);
  }

  private HttpRequest.Builder with(String username, String password, String path) {
    return anonymous(path).header("Authorization", "Basic "
        + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8)));
  }

  /** An answer that does not end by itself. */
  HttpResponse<InputStream> open(String path) {
    try {
      return http.send(request(path).GET().build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void killProgram() {
    process.destroyForcibly();
    awaitEnd(process.toHandle());
  }

  void killDatabase() {
    ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
    all.add(postmaster);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(RunningServer::awaitEnd);
  }

  private long postmaster() {
    try {
      return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"), StandardCharsets.ISO_8859_1)
          .get(0).trim());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitEnd(ProcessHandle process) {
    process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Ends the program as a person does, with its database. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd(process.toHandle());
  }
}
