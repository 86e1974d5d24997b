package org.jieshi.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the operating system says about processes. On Linux {@code /proc} answers exactly: every PostgreSQL process
 * stands in its data directory. Elsewhere the program's name and the start time noted in {@code postmaster.pid} decide.
 */
final class Processes {

  private static final Path PROC = Path.of("/proc");
  private static final boolean LINUX = Files.exists(PROC.resolve("self/stat"));
  private static final Duration START_TOLERANCE = Duration.ofSeconds(10);

  private Processes() {}

  /** Whether the process runs. A zombie, which nobody has collected yet, doesn't. */
  static boolean runs(long pid) {
    if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
      return false;
    }
    if (!LINUX) {
      return true;
    }
    try {
      // "pid (name) state ...", where the name may hold anything, brackets and spaces included
      String stat = new String(Files.readAllBytes(PROC.resolve(pid + "/stat")), StandardCharsets.ISO_8859_1);
      char state = stat.charAt(stat.lastIndexOf(')') + 2);
      return state != 'Z' && state != 'X';
    } catch (IOException gone) {
      return false;
    }
  }

  /** Whether the process that {@code postmaster.pid} names is the server of exactly this data directory. */
  static boolean isServerOf(Postmaster noted, Path dataDirectory) {
    if (!runs(noted.pid())) {
      return false;
    }
    if (LINUX) {
      return standsIn(noted.pid(), dataDirectory);
    }
    ProcessHandle.Info info = ProcessHandle.of(noted.pid()).map(ProcessHandle::info).orElseThrow();
    boolean isPostgres = info.command().map(c -> Path.of(c).getFileName().toString().startsWith("postgres"))
        .orElse(false);
    boolean startedThen = info.startInstant()
        .map(s -> Duration.between(s, noted.started()).abs().compareTo(START_TOLERANCE) < 0).orElse(false);
    return isPostgres && startedThen;
  }

  /** Every live PostgreSQL process of this data directory, backends without a postmaster among them; Linux only. */
  static List<ProcessHandle> serversOf(Path dataDirectory) {
    List<ProcessHandle> found = new ArrayList<>();
    if (!LINUX) {
      return found;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : all) {
        long pid = Long.parseLong(process.getFileName().toString());
        if (standsIn(pid, dataDirectory)) {
          ProcessHandle.of(pid).filter(p -> runs(pid)).ifPresent(found::add);
        }
      }
    } catch (IOException e) {
      return List.of();
    }
    return found;
  }

  private static boolean standsIn(long pid, Path directory) {
    Path process = PROC.resolve(Long.toString(pid));
    try {
      return Files.isSameFile(Files.readSymbolicLink(process.resolve("cwd")), directory)
          && programOf(process).map(name -> name.startsWith("postgres")).orElse(false);
    } catch (IOException | SecurityException notOurs) {
      return false;
    }
  }

  private static Optional<String> programOf(Path process) throws IOException {
    return Optional.ofNullable(Files.readSymbolicLink(process.resolve("exe")).getFileName()).map(Path::toString);
  }
}
