package org.jieshi.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What {@code postmaster.pid} notes about the server that wrote it: a claim, not a fact. After a power cut the file may
 * name a process that is now something else.
 */
record Postmaster(long pid, Instant started) {

  static Path file(Path dataDirectory) {
    return dataDirectory.resolve("postmaster.pid");
  }

  /** Empty if there is no such file or it is not yet, or no longer, whole. Lines: pid, directory, start, port ... */
  static Optional<Postmaster> noted(Path dataDirectory) {
    try {
      // ISO 8859-1: the second line is a path in whatever bytes it has
      String[] lines = Files.readString(file(dataDirectory), StandardCharsets.ISO_8859_1).split("\n");
      if (lines.length < 3) {
        return Optional.empty();
      }
      long pid = Math.abs(Long.parseLong(lines[0].trim()));
      return Optional.of(new Postmaster(pid, Instant.ofEpochSecond(Long.parseLong(lines[2].trim()))));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
