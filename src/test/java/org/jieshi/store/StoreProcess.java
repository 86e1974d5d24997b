package org.jieshi.store;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A {@link StoreOwner} in a JVM of its own. */
final class StoreProcess implements AutoCloseable {

  private final Process process;
  private final Path output;

  private StoreProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static StoreProcess start(Path data) throws IOException {
    Path output = Files.createTempFile("store-owner-", ".out");
    ProcessBuilder builder = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        StoreOwner.class.getName(), "--jieshi.data=" + data, "--logging.level.root=warn")
        .redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return new StoreProcess(builder.start(), output);
  }

  long pid() {
    return process.pid();
  }

  StoreProcess awaitAcknowledged(int count) {
    await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(10))
        .until(() -> acknowledged().size() >= count || !process.isAlive());
    if (acknowledged().size() < count) {
      throw new AssertionError("The store's owner ended:\n" + output());
    }
    return this;
  }

  /** The whole lines only: a line cut by the kill was no acknowledgement to anybody. */
  List<Integer> acknowledged() {
    String text = output();
    return Stream.of(text.substring(0, text.lastIndexOf('\n') + 1).split("\n"))
        .filter(line -> line.startsWith("acknowledged ")).map(line -> Integer.valueOf(line.substring(13))).toList();
  }

  String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
    end();
  }

  /** {@code kill}, as a service manager does it. */
  int terminate() {
    process.destroy();
    return end();
  }

  int end() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("The store's owner doesn't end:\n" + output());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    kill();
    Files.deleteIfExists(output);
  }
}
