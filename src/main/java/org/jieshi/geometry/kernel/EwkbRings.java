package org.jieshi.geometry.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A drawing as EWKB (little-endian, with SRID), straight from its arrays. */
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
}
