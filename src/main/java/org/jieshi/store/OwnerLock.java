package org.jieshi.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One program per data directory: a lock of the operating system on {@code owner.lock}, held for the life of the
 * process and released by the system however the process ends.
 *
 * <p>The file's text names the owner. The locked byte lies far behind that text, because Windows refuses others to
 * read what is locked.
 */
final class OwnerLock implements AutoCloseable {

  private static final long LOCKED_BYTE = 1L << 40;

  /**
   * Directories that this process holds. On POSIX systems a process that closes a file loses its locks on it, through
   * whatever channel they were taken, so the file of a held directory must not be opened a second time.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private OwnerLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /** @throws StoreUnavailable if another program holds the directory */
  static OwnerLock take(Path directory) {
    OwnerLock lock = tryTake(directory);
    if (lock != null) {
      return lock;
    }
    String owner = ownerOf(directory);
    throw new StoreUnavailable(
        "The data directory " + directory + " is in use by another Jieshi (process " + owner
            + "): end that one first, or give this one its own directory in JIESHI_DATA.",
        "数据目录 " + directory + " 正被另一个界石程序（进程 " + owner + "）使用：请先结束该程序，或用 JIESHI_DATA 为本程序另设目录。");
  }

  /** Empty-handed if another holds the directory. */
  static @Nullable OwnerLock tryTake(Path directory) {
    try {
      Path real = directory.toRealPath();
      if (!HELD.add(real)) {
        return null;
      }
      FileChannel channel = null;
      try {
        channel = lockedChannel(real);
        return channel == null ? null : new OwnerLock(real, channel);
      } finally {
        if (channel == null) {
          HELD.remove(real);
        }
      }
    } catch (IOException e) {
      throw new StoreUnavailable(
          "The data directory " + directory + " can't be written (" + e.getMessage()
              + "): give this user the right to write there, or name another one in JIESHI_DATA.",
          "无法写入数据目录 " + directory + "（" + e.getMessage() + "）：请为当前用户授予写权限，或用 JIESHI_DATA 另设目录。", e);
    }
  }

  private static @Nullable FileChannel lockedChannel(Path directory) throws IOException {
    FileChannel channel = FileChannel.open(directory.resolve("owner.lock"),
        StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
      channel.close();
      return null;
    }
    channel.truncate(0);
    channel.write(StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
    return channel;
  }

  private static String ownerOf(Path directory) {
    try {
      if (HELD.contains(directory.toRealPath())) {
        return Long.toString(ProcessHandle.current().pid());
      }
      return Files.readString(directory.resolve("owner.lock"), StandardCharsets.US_ASCII).trim();
    } catch (IOException e) {
      return "?";
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(directory);
    }
  }
}
