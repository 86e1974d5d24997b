package org.jieshi.ingest.source;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many entries a zip promises, read from its end record alone, so that a directory of a million entries is refused
 * before anything builds it in memory. The number only ever refuses; what is really read is counted again.
 */
final class ZipDirectory {

  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int LOCAL_HEADER = 30;
  private static final int LOCAL_NAME_LENGTH = 26;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int COMMENT_MAX = 65_535;
  /** An entry of the central directory takes at least 46 bytes and, with its name and extras, rarely 1 kB. */
  private static final long BYTES_PER_ENTRY = 4096;

  private ZipDirectory() {}

  /** The promised number of entries, raised when the directory's size doesn't fit it; 0 without an end record. */
  static int entries(Path zip) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
      int length = (int) Math.min(file.length(), END_LENGTH + COMMENT_MAX);
      byte[] tail = new byte[length];
      file.seek(file.length() - length);
      file.readFully(tail);
      ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = length - END_LENGTH; at >= 0; at--) {
        if (bytes.getInt(at) == END_SIGNATURE) {
          int count = Short.toUnsignedInt(bytes.getShort(at + 10));
          long size = Integer.toUnsignedLong(bytes.getInt(at + 12));
          return (int) Math.max(count, size / BYTES_PER_ENTRY);
        }
      }
      return 0;
    }
  }

  /**
   * Whether an entry has the same name in its own header as in the directory: programs read one or the other, so an
   * archive in which they differ shows different files to different people.
   */
  static boolean namesAgree(Path zip, long headerAt, byte @Nullable [] name) throws IOException {
    if (name == null || headerAt < 0) {
      return false;
    }
    try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
      byte[] header = new byte[LOCAL_HEADER];
      if (headerAt > file.length() - LOCAL_HEADER - name.length) {
        return false;
      }
      file.seek(headerAt);
      file.readFully(header);
      ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
      byte[] there = new byte[name.length];
      file.readFully(there);
      return fields.getInt(0) == LOCAL_SIGNATURE && Short.toUnsignedInt(fields.getShort(LOCAL_NAME_LENGTH)) == name.length
          && Arrays.equals(there, name);
    }
  }
}
