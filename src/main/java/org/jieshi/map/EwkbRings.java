package org.jieshi.map;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jieshi.geometry.RingList;

/**
 * Reads the rings of stored land straight out of its EWKB, as {@code GeometryCodec} writes it: polygons, several of them,
 * collections; what has no area is passed over.
 */
final class EwkbRings {

  private static final int POLYGON = 3;
  private static final int MULTI_POLYGON = 6;
  private static final int COLLECTION = 7;
  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int SRID_FOLLOWS = 0x20000000;
  private static final int KIND = 0xff;
  private static final int POSITION = 2 * Double.BYTES;

  private EwkbRings() {}

  /**
   * @param ewkb little-endian, two dimensions
   * @param rings what is in it is replaced
   * @throws IllegalArgumentException for what cannot have been written by {@code GeometryCodec}
   */
  static void read(byte[] ewkb, RingList rings) {
    rings.clear();
    geometry(ByteBuffer.wrap(ewkb).order(ByteOrder.LITTLE_ENDIAN), rings);
  }

  private static void geometry(ByteBuffer bytes, RingList rings) {
    if (bytes.get() != 1) {
      throw new IllegalArgumentException("stored geometry is not little-endian");
    }
    int type = bytes.getInt();
    if ((type & SRID_FOLLOWS) != 0) {
      bytes.getInt();
    }
    switch (type & KIND) {
      case POLYGON -> polygon(bytes, rings);
      case MULTI_POLYGON, COLLECTION -> {
        for (int left = bytes.getInt(); left > 0; left--) {
          geometry(bytes, rings);
        }
      }
      case POINT -> bytes.position(bytes.position() + POSITION);
      case LINE -> bytes.position(bytes.position() + Integer.BYTES + bytes.getInt(bytes.position()) * POSITION);
      default -> throw new IllegalArgumentException("stored geometry of kind " + (type & KIND));
    }
  }

  private static void polygon(ByteBuffer bytes, RingList rings) {
    int count = bytes.getInt();
    for (int ring = 0; ring < count; ring++) {
      int points = bytes.getInt();
      bytes.asDoubleBuffer().get(rings.room(2 * points), rings.start(rings.rings()), 2 * points);
      bytes.position(bytes.position() + points * POSITION);
      rings.endRing(2 * points, ring == 0);
    }
  }
}
