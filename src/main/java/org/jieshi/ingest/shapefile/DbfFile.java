package org.jieshi.ingest.shapefile;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a {@code .dbf}, front to back, as raw bytes: which encoding its text is in is only known after all of it
 * has been seen, and only from the bytes. Ours rather than a library's for that reason, and because the odd tables that
 * programs leave behind (header length off by one, no end mark, a count that was never updated) have to be told apart
 * from damaged ones.
 */
final class DbfFile implements Closeable {

  private static final int HEADER = 32;
  private static final int COLUMN = 32;
  private static final int NAME = 11;
  private static final byte TERMINATOR = 0x0D;
  private static final byte LIVE = ' ';
  private static final byte DELETED = '*';
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final String name;
  private final long declaredRows;
  private final long presentRows;
  private final long rowsAt;
  private final int languageDriver;
  private final List<DbfColumn> columns = new ArrayList<>();
  private final byte[] row;

  private @Nullable InputStream in;
  private int rowsRead;

  private DbfFile(Path path, String name) throws IOException {
    this.path = path;
    this.name = name;
    long size = Files.size(path);
    ByteBuffer header = header(size);
    this.declaredRows = Integer.toUnsignedLong(header.getInt(4));
    int headerLength = Short.toUnsignedInt(header.getShort(8));
    int rowLength = Short.toUnsignedInt(header.getShort(10));
    this.languageDriver = Byte.toUnsignedInt(header.get(29));
    int columnsEnd = readColumns(header, headerLength);
    DbfColumn last = columns.isEmpty() ? null : columns.get(columns.size() - 1);
    if (rowLength < (last == null ? 1 : last.offset() + last.length())) {
      throw notATable("its columns are wider than its rows", "列宽超过行宽");
    }
    this.row = new byte[rowLength];
    this.rowsAt = findRows(headerLength, columnsEnd, size);
    this.presentRows = Math.max(0, size - rowsAt) / rowLength;
    if (declaredRows > presentRows) {
      throw FileFault.DBF_CUT.problem(name, declaredRows, presentRows + 1);
    }
  }

  static DbfFile open(Path path, String name) throws IOException {
    return new DbfFile(path, name);
  }

  List<DbfColumn> columns() {
    return columns;
  }

  /** The language driver id (LDID) of the header. */
  int languageDriver() {
    return languageDriver;
  }

  String name() {
    return name;
  }

  /** How many rows the header promises; a program that dies while writing leaves it too low. */
  long declaredRows() {
    return declaredRows;
  }

  /** How many whole rows are there. */
  long presentRows() {
    return presentRows;
  }

  /**
   * The bytes of the next row, only valid until the next call.
   *
   * @throws FileProblem when it doesn't begin like a row
   */
  byte[] next() throws IOException {
    if (in == null) {
      in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
      in.skipNBytes(rowsAt);
    }
    rowsRead++;
    if (in.readNBytes(row, 0, row.length) < row.length) {
      throw FileFault.DBF_CUT.inRecord(rowsRead, name, declaredRows, rowsRead);
    }
    if (row[0] != LIVE && row[0] != DELETED) {
      throw FileFault.DBF_ROW_DAMAGED.inRecord(rowsRead, name, rowsRead);
    }
    return row;
  }

  static boolean isDeleted(byte[] row) {
    return row[0] == DELETED;
  }

  private ByteBuffer header(long size) throws IOException {
    try (InputStream start = Files.newInputStream(path)) {
      byte[] bytes = start.readNBytes(1 << 16);
      if (bytes.length < HEADER || !isVersion(bytes[0])) {
        throw notATable("its first bytes aren't those of a .dbf", "文件头不符");
      }
      ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      if (Short.toUnsignedInt(header.getShort(8)) < HEADER || Short.toUnsignedInt(header.getShort(8)) > size) {
        throw notATable("its header is cut off", "文件头不完整");
      }
      return header;
    }
  }

  /** dBASE III to VII, FoxPro and Visual FoxPro, with and without memos. */
  private static boolean isVersion(byte version) {
    int v = Byte.toUnsignedInt(version);
    return (v & 7) == 3 || v == 0x02 || v == 0x30 || v == 0x31 || v == 0x32 || v == 0x8C || v == 0xF5;
  }

  private int readColumns(ByteBuffer header, int headerLength) throws FileProblem {
    int offset = 1;
    int at = HEADER;
    while (at + COLUMN <= headerLength && at + COLUMN <= header.limit() && header.get(at) != TERMINATOR) {
      byte[] rawName = new byte[NAME];
      header.get(at, rawName);
      char type = Character.toUpperCase((char) header.get(at + NAME));
      int length = Byte.toUnsignedInt(header.get(at + 16));
      if (type == 'C') {
        // text may be wider than 255 bytes: the byte for decimals then counts as the higher one
        length += Byte.toUnsignedInt(header.get(at + 17)) << 8;
      }
      if (length == 0 || rawName[0] == 0) {
        throw notATable("column %s has no name or width".formatted(columns.size() + 1),
            "第 %s 列没有列名或宽度".formatted(columns.size() + 1));
      }
      columns.add(new DbfColumn(untilNul(rawName), type, offset, length));
      offset += length;
      at += COLUMN;
    }
    return at;
  }

  private static byte[] untilNul(byte[] rawName) {
    int end = 0;
    while (end < rawName.length && rawName[end] != 0) {
      end++;
    }
    return Arrays.copyOf(rawName, end);
  }

  /** Some writers leave the terminator out of the header length, or count it without writing it. */
  private long findRows(int headerLength, int columnsEnd, long size) throws IOException {
    if (size <= headerLength || beginsRow(headerLength)) {
      return headerLength;
    }
    for (long candidate : new long[] {columnsEnd + 1L, columnsEnd}) {
      if (candidate < size && beginsRow(candidate)) {
        return candidate;
      }
    }
    return headerLength;
  }

  private boolean beginsRow(long at) throws IOException {
    try (InputStream start = Files.newInputStream(path)) {
      start.skipNBytes(at);
      int flag = start.read();
      return flag == LIVE || flag == DELETED;
    }
  }

  private FileProblem notATable(String en, String zh) {
    return FileFault.DBF_NOT_A_TABLE.problem(name, en, zh);
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
