package org.jieshi.ingest.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jspecify.annotations.Nullable;

/**
 * The records of a {@code .shp}, front to back. The header's file length is not believed: programs that die while
 * writing leave it wrong, so the file is read to its real end and a difference is only told.
 */
final class ShpFile implements Closeable {

  static final int MAGIC = 9994;
  private static final int HEADER = 100;
  private static final int RECORD_HEADER = 8;
  /** Two million vertices in one record; no parcel has them, and memory is bounded by the largest record. */
  static final int LARGEST_RECORD = 32 << 20;
  private static final int WINDOW = 1 << 18;

  private final String name;
  /** Not a channel: each thread that reads through one keeps a buffer outside the heap as large as its largest read. */
  private final RandomAccessFile file;
  private final long size;
  private final long declaredSize;
  private final int shapeType;
  /** A window of the file; always ready to be read from. */
  private ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long windowStart;

  private long position = HEADER;
  private int records;
  private @Nullable Integer firstNumber;

  private ShpFile(String name, RandomAccessFile file, boolean marks) throws IOException {
    this.name = name;
    this.file = file;
    this.size = file.length();
    if (size < HEADER) {
      throw FileFault.SHP_NOT_A_SHAPEFILE.problem(name);
    }
    ByteBuffer header = bytes(0, HEADER);
    if (header.order(ByteOrder.BIG_ENDIAN).getInt(0) != MAGIC) {
      throw FileFault.SHP_NOT_A_SHAPEFILE.problem(name);
    }
    this.declaredSize = 2L * Integer.toUnsignedLong(header.getInt(24));
    this.shapeType = header.order(ByteOrder.LITTLE_ENDIAN).getInt(32);
    ShapeKind kind = ShapeKind.of(shapeType);
    if (marks ? kind != ShapeKind.POINT && kind != ShapeKind.LINE : !kind.readable()) {
      throw FileFault.SHP_NOT_POLYGONS.problem(name, kind.en(), kind.zh());
    }
  }

  static ShpFile open(Path path, String name) throws IOException {
    return open(path, name, false);
  }

  /** A file of points or lines. */
  static ShpFile openMarks(Path path, String name) throws IOException {
    return open(path, name, true);
  }

  private static ShpFile open(Path path, String name, boolean marks) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
    try {
      return new ShpFile(name, file, marks);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  String name() {
    return name;
  }

  /** The type of all its shapes that aren't null. */
  int shapeType() {
    return shapeType;
  }

  /** Whether the header tells the size that the file has. */
  boolean declaresItsSize() {
    return declaredSize == size;
  }

  /**
   * The content of the next record, positioned at its shape type, little-endian; null at the end. It is only valid
   * until the next call.
   *
   * @throws FileProblem when a record isn't all there or its number is out of order
   */
  @Nullable ByteBuffer next() throws IOException {
    if (atEnd()) {
      return null;
    }
    int length = recordLength();
    ByteBuffer content = bytes(position + RECORD_HEADER, length);
    advance(length);
    return content.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The number of records passed so far, which is the number of the last one. */
  int records() {
    return records;
  }

  private void advance(int length) {
    position += RECORD_HEADER + length;
    records++;
  }

  private boolean atEnd() throws IOException {
    return position >= size || position >= declaredSize && onlyZerosLeft();
  }

  /** Some programs fill the last block of the file. */
  private boolean onlyZerosLeft() throws IOException {
    for (long at = position; at < size; at += WINDOW) {
      ByteBuffer rest = bytes(at, (int) Math.min(WINDOW, size - at));
      while (rest.hasRemaining()) {
        if (rest.get() != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private int recordLength() throws IOException {
    int record = records + 1;
    if (size - position < RECORD_HEADER) {
      throw FileFault.SHP_CUT.inRecord(record, name, record);
    }
    ByteBuffer header = bytes(position, RECORD_HEADER).order(ByteOrder.BIG_ENDIAN);
    int number = header.getInt();
    long length = 2L * header.getInt();
    checkOrder(record, number);
    if (length < Integer.BYTES || length > LARGEST_RECORD) {
      throw damaged(record, "its length is given as %s bytes".formatted(length), "长度标为 %s 字节".formatted(length));
    }
    if (length > size - position - RECORD_HEADER) {
      throw FileFault.SHP_CUT.inRecord(record, name, record);
    }
    return (int) length;
  }

  /**
   * Records count up from 1 (some writers: from 0). A number out of order betrays a file edited in place, whose dead
   * records only the {@code .shx} tells apart: pairing by position would give parcels the attributes of others.
   */
  private void checkOrder(int record, int number) throws FileProblem {
    if (firstNumber == null) {
      if (number != 0 && number != 1) {
        throw damaged(record, "its number is given as %s".formatted(number), "编号标为 %s".formatted(number));
      }
      firstNumber = number;
    }
    int expected = firstNumber + record - 1;
    if (number != expected) {
      throw FileFault.SHP_RECORD_ORDER.inRecord(record, name, number, expected);
    }
  }

  FileProblem damaged(int record, String en, String zh) {
    return FileFault.SHP_RECORD_DAMAGED.inRecord(record, name, record, en, zh);
  }

  private ByteBuffer bytes(long from, int length) throws IOException {
    boolean held = from >= windowStart && from + length <= windowStart + window.limit();
    if (!held) {
      load(from, length);
    }
    return window.slice((int) (from - windowStart), length);
  }

  private void load(long from, int length) throws IOException {
    if (length > window.capacity() || window.capacity() > WINDOW && length <= WINDOW) {
      window = ByteBuffer.allocate(Math.max(length, WINDOW));
    }
    windowStart = from;
    file.seek(from);
    int filled = 0;
    int read;
    while ((read = file.read(window.array(), filled, window.capacity() - filled)) > 0) {
      filled += read;
    }
    window.clear().limit(filled);
    if (window.limit() < length) {
      throw new IOException(name + " changed while it was read");
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
