package org.jieshi.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A private directory for the files of one import, gone when closed. It carries the number of its process: what a killed
 * one leaves behind is known by that, and {@link #sweep} takes it away at the next start and with the next import.
 */
public final class Workspace implements AutoCloseable {

  private static final String PREFIX = "jieshi-import-";
  /** No import lasts this long: what is older was left by a process whose number another one has now. */
  private static final Duration ABANDONED = Duration.ofHours(24);

  private final Path directory;
  private int files;

  private Workspace(Path directory) {
    this.directory = directory;
  }

  public static Workspace open(Path parent) throws IOException {
    Files.createDirectories(parent);
    return new Workspace(Files.createTempDirectory(parent, PREFIX + ProcessHandle.current().pid() + "-"));
  }

  /** A path that doesn't exist yet, under a name of ours, never one of the upload. */
  public Path newFile() {
    files++;
    return directory.resolve("%04d".formatted(files));
  }

  @Override
  public void close() throws IOException {
    delete(directory);
  }

  /** Removes what killed processes left in {@code parent}. */
  public static void sweep(Path parent, Instant now) throws IOException {
    if (!Files.isDirectory(parent)) {
      return;
    }
    List<Path> abandoned;
    try (Stream<Path> found = Files.list(parent)) {
      abandoned = found
          .filter(path -> path.getFileName().toString().startsWith(PREFIX))
          .filter(path -> !isOfLivingProcess(path) || lastChange(path).isBefore(now.minus(ABANDONED)))
          .toList();
    }
    for (Path path : abandoned) {
      delete(path);
    }
  }

  private static boolean isOfLivingProcess(Path path) {
    String[] parts = path.getFileName().toString().substring(PREFIX.length()).split("-");
    return parts.length == 2 && parts[0].matches("\\d{1,18}")
        && ProcessHandle.of(Long.parseLong(parts[0])).filter(ProcessHandle::isAlive).isPresent();
  }

  private static Instant lastChange(Path path) {
    try {
      return Files.getLastModifiedTime(path).toInstant();
    } catch (IOException closedMeanwhile) {
      return Instant.MAX;
    }
  }

  private static void delete(Path directory) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(directory)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
