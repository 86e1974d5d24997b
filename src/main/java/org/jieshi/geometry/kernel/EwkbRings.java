package org.jieshi.geometry.kernel;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Drawings and land as EWKB (little-endian, with SRID), straight from and into arrays. */
final class EwkbRings {

  private static final byte LITTLE = 1;
  private static final int POLYGON = 3;
  private static final int MULTIPOLYGON = 6;
  private static final int WITH_SRID = 0x2000_0000;
  private static final int HEADERS = 13;

  private EwkbRings() {}

  static int size(FlatRings rings) {
    return HEADERS + rings.count * (HEADERS + 16 + 4) + 16 * rings.vertices;
  }

  /** One outer ring with its holes, or several outer rings without holes; false for anything else or nothing. */
  static boolean write(FlatRings rings, double originX, double originY, int srid, ByteBuffer to) {
    int shells = 0;
    int holes = 0;
    for (int ring = 0; ring < rings.count; ring++) {
      shells += rings.ringAreas[ring] >= OverlapKernel.NOISE ? 1 : 0;
      holes += rings.ringAreas[ring] < 0 ? 1 : 0;
    }
    if (shells == 0 || shells > 1 && holes > 0) {
      return false;
    }
    to.order(ByteOrder.LITTLE_ENDIAN);
    if (shells > 1) {
      to.put(LITTLE).putInt(MULTIPOLYGON | WITH_SRID).putInt(srid).putInt(shells);
      for (int ring = 0; ring < rings.count; ring++) {
        if (rings.ringAreas[ring] >= OverlapKernel.NOISE) {
          to.put(LITTLE).putInt(POLYGON).putInt(1);
          ring(rings, ring, originX, originY, to);
        }
      }
      return true;
    }
    to.put(LITTLE).putInt(POLYGON | WITH_SRID).putInt(srid).putInt(1 + holes);
    for (int pass = 0; pass < 2; pass++) {
      for (int ring = 0; ring < rings.count; ring++) {
        if (pass == 0 ? rings.ringAreas[ring] >= OverlapKernel.NOISE : rings.ringAreas[ring] < 0) {
          ring(rings, ring, originX, originY, to);
        }
      }
    }
    return true;
  }

  private static void ring(FlatRings rings, int ring, double originX, double originY, ByteBuffer to) {
    int from = rings.start(ring);
    int end = rings.ringEnds[ring];
    to.putInt(end - from + 1);
    for (int i = from; i < end; i++) {
      to.putDouble(rings.xy[2 * i] + originX).putDouble(rings.xy[2 * i + 1] + originY);
    }
    to.putDouble(rings.xy[2 * from] + originX).putDouble(rings.xy[2 * from + 1] + originY);
  }

  /** The rings of a Polygon or MultiPolygon, outer rings first in each part. */
  static void read(byte[] ewkb, FlatLand.Builder into) {
    ByteBuffer from = ByteBuffer.wrap(ewkb).order(ByteOrder.LITTLE_ENDIAN);
    try {
      int type = type(from);
      from.getInt(); // SRID
      if (type == (POLYGON | WITH_SRID)) {
        readPolygon(from, into);
      } else if (type == (MULTIPOLYGON | WITH_SRID)) {
        for (int parts = from.getInt(); parts > 0; parts--) {
          if (type(from) != POLYGON) {
            throw new IllegalArgumentException("a part is no polygon");
          }
          readPolygon(from, into);
        }
      } else {
        throw new IllegalArgumentException("not a polygon of two dimensions with SRID: " + Integer.toHexString(type));
      }
    } catch (BufferUnderflowException | IndexOutOfBoundsException cut) {
      throw new IllegalArgumentException("cut short: " + ewkb.length + " bytes", cut);
    }
  }

  private static int type(ByteBuffer from) {
    if (from.get() != LITTLE) {
      throw new IllegalArgumentException("not little-endian");
    }
    return from.getInt();
  }

  private static void readPolygon(ByteBuffer from, FlatLand.Builder into) {
    int rings = from.getInt();
    for (int ring = 0; ring < rings; ring++) {
      into.begin();
      for (int points = from.getInt(); points > 0; points--) {
        into.vertex(from.getDouble(), from.getDouble());
      }
      into.end(ring == 0);
    }
  }
}
