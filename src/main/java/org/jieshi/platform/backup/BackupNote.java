package org.jieshi.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * When the last backup was written, in {@code last-backup.json} of the data directory: not in the register, which a backup
 * must not change.
 *
 * @param seq of the audit's head in it
 */
public record BackupNote(Instant at, String file, long bytes, long seq) {

  private static final String NAME = "last-backup.json";
  private static final JsonMapper JSON = new JsonMapper();

  /** @return null if none was ever written */
  public static @Nullable BackupNote in(Path data) throws IOException {
    Path note = data.resolve(NAME);
    try {
      return Files.exists(note) ? JSON.readValue(Files.readString(note), BackupNote.class) : null;
    } catch (JacksonException e) {
      throw new IOException(note + " cannot be read", e);
    }
  }

  public static void write(Path data, Path file, Manifest manifest) throws IOException {
    Files.createDirectories(data);
    Path unfinished = data.resolve(NAME + ".part");
    Files.writeString(unfinished, JSON.writeValueAsString(new BackupNote(Instant.now(), file.toAbsolutePath().toString(),
        Files.size(file), manifest.auditHead().seq())));
    Files.move(unfinished, data.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
  }
}
