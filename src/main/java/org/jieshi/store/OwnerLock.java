package org.jieshi.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

  private final FileChannel channel;

  private OwnerLock(FileChannel channel) {
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
      FileChannel channel = FileChannel.open(directory.resolve("owner.lock"),
          StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        return null;
      }
      channel.truncate(0);
      channel.write(StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
      return new OwnerLock(channel);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "The data directory " + directory + " can't be written (" + e.getMessage()
              + "): give this user the right to write there, or name another one in JIESHI_DATA.",
          "无法写入数据目录 " + directory + "（" + e.getMessage() + "）：请为当前用户授予写权限，或用 JIESHI_DATA 另设目录。", e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static String ownerOf(Path directory) {
    try {
      ByteBuffer text = ByteBuffer.wrap(Files.readAllBytes(directory.resolve("owner.lock")));
      return StandardCharsets.US_ASCII.decode(text).toString().trim();
    } catch (IOException e) {
      return "?";
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
