package org.jieshi.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows for PostgreSQL's {@code COPY … FROM STDIN (FORMAT binary)}, encoded ahead of their transaction and on any thread:
 * many times faster than inserts, and coordinates pass bit by bit. Values are appended column by column; a row is whole
 * when each of its columns has one.
 *
 * {@snippet lang=java :
 * CopyRows rows = new CopyRows("import_row", "record", "boundary");
 * rows.row().integer(1).geometry(boundary);
 * CopyRows.write(jdbcTemplate, List.of(rows));   // in the running transaction
 * }
 */
public final class CopyRows {

  /** What every binary copy begins with: the signature, no flags, no header extension. */
  private static final byte[] HEADER = "PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] TRAILER = {-1, -1};
  private static final int NULL = -1;
  /** Bytes of a piece: no larger than what a collector moves with ease. */
  private static final int PIECE = 1 << 16;
  private static final int FIRST_PIECE = 1 << 12;

  private final String target;
  private final int columns;
  private final List<ByteBuffer> full = new ArrayList<>();
  private ByteBuffer bytes = ByteBuffer.allocate(FIRST_PIECE);

  /** @param table and columns as they are written in SQL: never text of a person */
  public CopyRows(String table, String... columns) {
    this.target = table + " (" + Stream.of(columns).collect(Collectors.joining(", ")) + ")";
    this.columns = columns.length;
  }

  /** Begins a row. */
  public CopyRows row() {
    room(Short.BYTES).putShort((short) columns);
    return this;
  }

  /** {@code int4} */
  public CopyRows integer(@Nullable Integer value) {
    return value == null ? nothing() : sized(Integer.BYTES, buffer -> buffer.putInt(value));
  }

  /** {@code int8} */
  public CopyRows big(@Nullable Long value) {
    return value == null ? nothing() : sized(Long.BYTES, buffer -> buffer.putLong(value));
  }

  /** {@code float8} */
  public CopyRows real(@Nullable Double value) {
    return value == null ? nothing() : sized(Double.BYTES, buffer -> buffer.putDouble(value));
  }

  /** {@code boolean} */
  public CopyRows truth(boolean value) {
    return sized(1, buffer -> buffer.put((byte) (value ? 1 : 0)));
  }

  /** {@code text}; the character zero, which PostgreSQL has no place for, is left out */
  public CopyRows text(@Nullable String value) {
    return bytes(value == null ? null : utf8(value));
  }

  /**
   * A geometry, as {@link GeometryCodec#write} writes it.
   *
   * @throws IllegalArgumentException as there
   */
  public CopyRows geometry(@Nullable Geometry value) {
    int size = value == null ? EwkbPolygons.OTHER : EwkbPolygons.size(value);
    if (value == null || size == EwkbPolygons.OTHER) {
      return bytes(value == null ? null : GeometryCodec.write(value));
    }
    ByteBuffer buffer = room(Integer.BYTES + size).putInt(size).order(ByteOrder.LITTLE_ENDIAN);
    boolean written = EwkbPolygons.write(value, buffer);
    buffer.order(ByteOrder.BIG_ENDIAN);
    return written ? this : bytes(GeometryCodec.write(value)); // which says what is wrong with it
  }

  /** {@code bytea} */
  public CopyRows bytes(byte @Nullable [] value) {
    return value == null ? nothing() : sized(value.length, buffer -> buffer.put(value));
  }

  /** {@code jsonb}, whose binary form is its version and the text */
  public CopyRows json(String value) {
    byte[] text = utf8(value);
    return sized(1 + text.length, buffer -> buffer.put((byte) 1).put(text));
  }

  public CopyRows box(@Nullable Box value) {
    return value == null ? nothing() : sized(4 * Double.BYTES, buffer -> buffer.putDouble(value.east())
        .putDouble(value.north()).putDouble(value.west()).putDouble(value.south()));
  }

  public boolean isEmpty() {
    return full.isEmpty() && bytes.position() == 0;
  }

  /** Writes the rows of one table, in the running transaction; nothing is done for none. */
  public static void write(JdbcTemplate jdbc, List<CopyRows> batches) {
    List<CopyRows> filled = batches.stream().filter(rows -> !rows.isEmpty()).toList();
    if (!filled.isEmpty()) {
      jdbc.execute((ConnectionCallback<Void>) connection -> {
        copy(connection, filled);
        return null;
      });
    }
  }

  /** Writes the rows of one table over a connection of the driver, in its transaction; wants at least one row. */
  public static void copy(Connection connection, List<CopyRows> batches) throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI()
        .copyIn("copy " + batches.get(0).target + " from stdin (format binary)");
    try {
      copy.writeToCopy(HEADER, 0, HEADER.length);
      for (CopyRows rows : batches) {
        if (!rows.target.equals(batches.get(0).target)) {
          throw new IllegalArgumentException(rows.target + " beside " + batches.get(0).target);
        }
        for (ByteBuffer piece : rows.full) {
          copy.writeToCopy(piece.array(), 0, piece.position());
        }
        copy.writeToCopy(rows.bytes.array(), 0, rows.bytes.position());
      }
      copy.writeToCopy(TRAILER, 0, TRAILER.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private interface Put {
    void into(ByteBuffer buffer);
  }

  private CopyRows sized(int length, Put value) {
    ByteBuffer buffer = room(Integer.BYTES + length);
    buffer.putInt(length);
    value.into(buffer);
    return this;
  }

  private CopyRows nothing() {
    room(Integer.BYTES).putInt(NULL);
    return this;
  }

  private ByteBuffer room(int length) {
    if (bytes.remaining() < length) {
      full.add(bytes);
      bytes = ByteBuffer.allocate(Math.max(PIECE, length));
    }
    return bytes;
  }

  private static byte[] utf8(String value) {
    return (value.indexOf('\0') < 0 ? value : value.replace("\0", "")).getBytes(StandardCharsets.UTF_8);
  }
}
