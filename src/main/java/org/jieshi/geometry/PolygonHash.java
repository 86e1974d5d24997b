package org.jieshi.geometry;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.RepeatedPointTester;

/**
 * A fingerprint of a boundary: the same for the same rings in the same system, from whichever vertex, direction and
 * order of parts they were drawn; another for any coordinate that differs in its last bit.
 */
public final class PolygonHash {

  private PolygonHash() {}

  /** SHA-256 over SRID, parts, rings and exact coordinates in canonical order, as 64 hexadecimal digits. */
  public static String of(Geometry polygonal) {
    Geometry canonical = withoutRepeats(polygonal).norm();
    MessageDigest digest = sha256();
    digest.update(ByteBuffer.allocate(8).putInt(polygonal.getSRID()).putInt(canonical.getNumGeometries()).flip());
    for (Polygon polygon : Polygons.of(canonical)) {
      digest.update(ByteBuffer.allocate(4).putInt(polygon.getNumInteriorRing()).flip());
      for (LinearRing ring : Polygons.rings(polygon)) {
        update(digest, ring);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Geometry withoutRepeats(Geometry polygonal) {
    if (!new RepeatedPointTester().hasRepeatedPoint(polygonal)) {
      return polygonal;
    }
    Polygon[] parts = Polygons.of(polygonal).stream().map(PolygonHash::withoutRepeats).toArray(Polygon[]::new);
    return parts.length == 1 ? parts[0] : polygonal.getFactory().createMultiPolygon(parts);
  }

  private static Polygon withoutRepeats(Polygon polygon) {
    LinearRing[] rings = Polygons.rings(polygon).stream().map(PolygonHash::withoutRepeats).toArray(LinearRing[]::new);
    LinearRing[] holes = new LinearRing[Math.max(0, rings.length - 1)];
    System.arraycopy(rings, Math.min(1, rings.length), holes, 0, holes.length);
    return polygon.getFactory().createPolygon(rings.length == 0 ? null : rings[0], holes);
  }

  private static LinearRing withoutRepeats(LinearRing ring) {
    Coordinate[] points = BoundaryPoints.withoutRepeats(ring);
    if (points.length < 3) {
      return ring;
    }
    Coordinate[] closed = Arrays.copyOf(points, points.length + 1);
    closed[points.length] = points[0];
    return ring.getFactory().createLinearRing(closed);
  }

  private static void update(MessageDigest digest, LinearRing ring) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 16 * ring.getNumPoints());
    bytes.putInt(ring.getNumPoints());
    for (int i = 0; i < ring.getNumPoints(); i++) {
      // adding zero turns -0.0 into 0.0, which is the same place
      bytes.putDouble(ring.getCoordinateSequence().getX(i) + 0.0);
      bytes.putDouble(ring.getCoordinateSequence().getY(i) + 0.0);
    }
    digest.update(bytes.flip());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
