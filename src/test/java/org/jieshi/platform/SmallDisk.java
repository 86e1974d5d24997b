package org.jieshi.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file system of a few megabytes in memory, mounted in a namespace of the process that runs on it: whoever may start a
 * process may do that, and with the process it is gone.
 */
final class SmallDisk {

  private static final String FILLER = "filler";
  private static final int PIECE = 4_096;

  private SmallDisk() {}

  /** What a command is put behind, so that it finds the disk at the place. */
  static List<String> at(Path place, int megabytes) {
    return List.of("unshare", "--map-root-user", "--mount", "sh", "-c",
        "mount -t tmpfs -o size=" + megabytes + "m tmpfs \"$0\" && exec \"$@\"", place.toString());
  }

  /** The place as another process sees it. */
  static Path seenFromOutside(Path place, long pid) {
    return Path.of("/proc", String.valueOf(pid), "root" + place.toAbsolutePath());
  }

  /** Takes what is left but for so many bytes. */
  static void fill(Path disk, long spare) {
    byte[] piece = new byte[PIECE];
    try (OutputStream out = Files.newOutputStream(disk.resolve(FILLER))) {
      for (long free = Files.getFileStore(disk).getUsableSpace() - spare; free > 0; free -= PIECE) {
        out.write(piece);
      }
    } catch (IOException full) {
      if (!String.valueOf(full.getMessage()).contains("No space")) {
        throw new UncheckedIOException(full);
      }
    }
  }

  static void free(Path disk) {
    try {
      Files.delete(disk.resolve(FILLER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
