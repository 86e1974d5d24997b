package org.jieshi.bench.load;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program as a process of its own on its embedded PostgreSQL, by the clock of the machine, as an office runs it. */
public final class ServedProgram implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 180;

  private final Path data;
  private final Path temporary;
  private final Process process;
  private final URI address;

  private ServedProgram(Path data, Path temporary, Process process, URI address) {
    this.data = data;
    this.temporary = temporary;
    this.process = process;
    this.address = address;
  }

  /** @param data the directory of a register; the program's log is written beside it. @param heap {@code 2g} */
  public static ServedProgram start(Path data, String heap) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path temporary = Files.createDirectories(data.resolveSibling(data.getFileName() + ".tmp"));
    String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(each -> !each.endsWith("test-classes")).collect(Collectors.joining(File.pathSeparator)); // no test's clock
    ProcessBuilder command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + heap, "-Djava.io.tmpdir=" + temporary, "-cp", classes, "org.jieshi.JieshiApplication", "serve",
        "--jieshi.public.objections-per-hour=100000", "--jieshi.public.questions-per-hour=100000");
    command.environment().putAll(Map.of("JIESHI_DATA", data.toString(), "JIESHI_PORT", String.valueOf(port)));
    Process process = command.redirectErrorStream(true)
        .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile()).start();
    ServedProgram program = new ServedProgram(data, temporary, process, URI.create("http://127.0.0.1:" + port));
    program.awaitAnswer();
    return program;
  }

  private void awaitAnswer() throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest ready = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness")).build();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        if (http.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // asked again
      }
      Thread.sleep(200);
    }
    process.destroyForcibly();
    throw new IllegalStateException("the program does not answer, see " + data + ".log");
  }

  public URI address() {
    return address;
  }

  Path data() {
    return data;
  }

  /** Where Java and libraries put temporary files of this program alone. */
  Path temporary() {
    return temporary;
  }

  long pid() {
    return process.pid();
  }

  /** PostgreSQL's, the postmaster first. */
  List<ProcessHandle> database() throws IOException {
    long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"), StandardCharsets.ISO_8859_1)
        .get(0).strip());
    ProcessHandle first = ProcessHandle.of(postmaster).orElseThrow();
    return Stream.concat(Stream.of(first), first.descendants()).toList();
  }

  /** Frees whatever nobody holds any more. */
  void collectGarbage() throws Exception {
    new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(pid()), "GC.run")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectErrorStream(true).start().waitFor();
  }

  /** As a person ends it, with its database. */
  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
