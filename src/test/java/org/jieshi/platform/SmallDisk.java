package org.jieshi.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file system of a few megabytes in memory, mounted in a namespace of the process that runs on it: whoever may start a
 * process may do that, and with the process it is gone.
 */
public final class SmallDisk {

  private static final String FILLER = "filler";
  private static final int MEGABYTE = 1 << 20;
  private static final int PIECE = 4_096;
  private static final List<String> NAMESPACE = List.of("unshare", "--map-root-user", "--mount");

  private SmallDisk() {}

  /**
   * What a command is put behind, so that it finds the disk at the place.
   *
   * @throws AssertionError where the system lets nobody mount: there the promise cannot be tried, which is no success
   */
  static List<String> at(Path place, int megabytes) {
    tryMounting();
    List<String> command = new ArrayList<>(NAMESPACE);
    command.addAll(List.of("sh", "-c", "mount -t tmpfs -o size=" + megabytes + "m tmpfs \"$0\" && exec \"$@\"",
        place.toString()));
    return command;
  }

  private static void tryMounting() {
    List<String> command = new ArrayList<>(NAMESPACE);
    command.addAll(List.of("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError("The tests of a full disk mount a small one of their own (" + String.join(" ", command)
            + "): allow user namespaces, or run as root with CAP_SYS_ADMIN. It said: " + said);
      }
    } catch (IOException e) {
      throw new AssertionError("The tests of a full disk need unshare of util-linux and mount", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The place as another process sees it. */
  static Path seenFromOutside(Path place, long pid) {
    return Path.of("/proc", String.valueOf(pid), "root" + place.toAbsolutePath());
  }

  /** A disk that nobody runs on, for as long as the process that holds it. */
  public record Held(Process holder, Path disk) implements AutoCloseable {

    public void fill(long spare) {
      SmallDisk.fill(disk, spare);
    }

    public void free() {
      SmallDisk.free(disk);
    }

    @Override
    public void close() {
      holder.destroyForcibly();
    }
  }

  public static Held held(Path place, int megabytes) throws IOException {
    List<String> command = new ArrayList<>(at(place, megabytes));
    command.addAll(List.of("sh", "-c", "echo there; exec sleep 600"));
    Process holder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    int mounted = holder.getInputStream().read();
    if (mounted < 0) {
      throw new AssertionError("no disk at " + place);
    }
    return new Held(holder, seenFromOutside(place, holder.pid()));
  }

  /** Takes what is left but for so many bytes. */
  static void fill(Path disk, long spare) {
    byte[] zeros = new byte[MEGABYTE];
    try (OutputStream out = Files.newOutputStream(disk.resolve(FILLER))) {
      long free = Files.getFileStore(disk).getUsableSpace() - spare;
      for (; free > 2 * MEGABYTE; free -= MEGABYTE) {
        out.write(zeros);
      }
      for (; free > 0; free -= PIECE) {
        out.write(zeros, 0, PIECE);
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
