package org.jieshi.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL's programs in one directory, and how to call them.
 *
 * <p>PostgreSQL refuses to run as root. Where this program does, every call goes through a user namespace of its own,
 * in which root is nobody and yet the owner of its files.
 */
final class PostgresBinaries {

  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  private final Path bin;
  private final List<String> prefix;
  private final int majorVersion;

  private PostgresBinaries(Path bin, List<String> prefix) {
    this.bin = bin;
    this.prefix = prefix;
    this.majorVersion = majorVersionOf(run("postgres", "--version"));
  }

  /**
   * @param bin the directory that holds {@code initdb}, {@code pg_ctl} and {@code postgres}
   * @throws StoreUnavailable if they don't run on this system
   */
  static PostgresBinaries in(Path bin) {
    return new PostgresBinaries(bin, isRoot() ? namespacePrefix() : List.of());
  }

  int majorVersion() {
    return majorVersion;
  }

  List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(bin.resolve(WINDOWS ? program + ".exe" : program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private String run(String program, String... arguments) {
    Result result = run(command(program, arguments), Path.of("."));
    if (result.status() != 0) {
      throw new StoreUnavailable(
          "PostgreSQL's program in " + bin + " doesn't run on this system (" + result.lastLine()
              + "): use a PostgreSQL of your own by JIESHI_DB_URL.",
          "目录 " + bin + " 中的 PostgreSQL 程序无法在本系统运行（" + result.lastLine()
              + "）：请通过 JIESHI_DB_URL 使用您自己的 PostgreSQL。");
    }
    return result.output();
  }

  /** Exit status and everything printed. */
  record Result(int status, String output) {

    String lastLine() {
      String[] lines = output.strip().split("\\R");
      return lines[lines.length - 1].strip();
    }
  }

  /** Runs to the end. The output goes through a file: a server left behind would hold a pipe open. */
  static Result run(List<String> command, Path workingDirectory) {
    try {
      Path output = Files.createTempFile("jieshi-", ".out");
      try {
        ProcessBuilder builder = new ProcessBuilder(command)
            .directory(workingDirectory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File(WINDOWS ? "NUL" : "/dev/null")));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_MESSAGES", "C");
        Process process = builder.start();
        try {
          boolean ended = process.waitFor(15, TimeUnit.MINUTES);
          return ended ? new Result(process.exitValue(), new String(Files.readAllBytes(output), UTF_8))
              : new Result(-1, "no answer in 15 minutes");
        } finally {
          process.destroy();
        }
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      return new Result(-1, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(-1, "interrupted");
    }
  }

  private static boolean isRoot() {
    try {
      return !WINDOWS && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  private static List<String> namespacePrefix() {
    List<String> prefix = List.of("unshare", "-U");
    List<String> probe = new ArrayList<>(prefix);
    probe.add("true");
    Result result = run(probe, Path.of("."));
    if (result.status() != 0) {
      throw new StoreUnavailable(
          "PostgreSQL refuses to run as root and user namespaces are not available here (" + result.lastLine()
              + "): start the program as an ordinary user, or use a PostgreSQL of your own by JIESHI_DB_URL.",
          "PostgreSQL 拒绝以 root 运行，且此处无法使用用户命名空间（" + result.lastLine()
              + "）：请以普通用户启动程序，或通过 JIESHI_DB_URL 使用您自己的 PostgreSQL。");
    }
    return prefix;
  }

  /** From "postgres (PostgreSQL) 15.14 (Debian ...)" or "... 18beta1". */
  private static int majorVersionOf(String answer) {
    return Integer.parseInt(answer.replaceFirst("(?s).*\\(PostgreSQL\\) (\\d+).*", "$1"));
  }
}
