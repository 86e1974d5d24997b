package org.jieshi.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jieshi.bench.OverlapTally.Drawn;
import org.jieshi.store.BenchDatabase;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** PostgreSQL's binary COPY, on a connection of its own. */
final class BinaryCopy implements Drawn {

  private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int NULL = -1;

  private final Connection connection;
  private final CopyIn copy;
  private ByteBuffer rows = ByteBuffer.allocate(1 << 18);

  BinaryCopy(BenchDatabase database, String table) {
    try {
      connection = database.connect();
      copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin (format binary)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    rows.put(SIGNATURE).putInt(0).putInt(0);
  }

  @Override
  public void take(int left, int right, double area, ByteBuffer ewkb) {
    room(40 + ewkb.remaining());
    rows.putShort((short) 4).putInt(4).putInt(left).putInt(4).putInt(right).putInt(8).putDouble(area)
        .putInt(ewkb.remaining()).put(ewkb);
  }

  void take(int id, String text, ByteBuffer ewkb) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    room(40 + bytes.length + ewkb.remaining());
    rows.putShort((short) 3).putInt(4).putInt(id).putInt(bytes.length).put(bytes).putInt(ewkb.remaining()).put(ewkb);
  }

  private void room(int bytes) {
    if (rows.remaining() < bytes) {
      send();
      if (rows.capacity() < bytes) {
        rows = ByteBuffer.allocate(2 * bytes);
      }
    }
  }

  private void send() {
    try {
      copy.writeToCopy(rows.array(), 0, rows.position());
      rows.clear();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void done() {
    room(2);
    rows.putShort((short) NULL);
    send();
    try {
      copy.endCopy();
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
