package org.jieshi.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * Reads and writes the polygons that nearly every column of this program holds, straight from and into the arrays of JTS:
 * a third of the time of the general parser and writer, which are left whatever is no sound polygon.
 */
final class EwkbPolygons {

  /** For {@link #size}. */
  static final int OTHER = -1;

  private static final byte LITTLE = 1;
  private static final int POLYGON = 3;
  private static final int MULTIPOLYGON = 6;
  private static final int WITH_SRID = 0x2000_0000;
  private static final int BYTES_OF_A_POINT = 16;

  private final ByteBuffer from;
  private final GeometryFactory factory;

  private EwkbPolygons(ByteBuffer from, GeometryFactory factory) {
    this.from = from;
    this.factory = factory;
  }

  /** Makes geometries of a system. */
  @FunctionalInterface
  interface Factories {
    GeometryFactory of(int srid);
  }

  /** The Polygon or MultiPolygon; null for anything that is not wholly and exactly one, with finite coordinates. */
  static @Nullable Geometry read(byte[] ewkb, Factories factories) {
    if (ewkb.length < 13 || ewkb[0] != LITTLE) {
      return null;
    }
    ByteBuffer from = ByteBuffer.wrap(ewkb, 1, ewkb.length - 1).order(ByteOrder.LITTLE_ENDIAN);
    int type = from.getInt() ^ WITH_SRID;
    int srid = from.getInt();
    if (srid <= 0 || type != POLYGON && type != MULTIPOLYGON) {
      return null;
    }
    try {
      EwkbPolygons reader = new EwkbPolygons(from, factories.of(srid));
      Geometry geometry = type == POLYGON ? reader.polygon() : reader.parts();
      return from.hasRemaining() ? null : geometry;
    } catch (BufferUnderflowException cut) {
      return null;
    }
  }

  private @Nullable Geometry parts() {
    int count = from.getInt();
    if (count < 0 || count > from.remaining()) {
      return null;
    }
    Polygon[] parts = new Polygon[count];
    for (int i = 0; i < count; i++) {
      if (from.get() != LITTLE || from.getInt() != POLYGON) {
        return null;
      }
      Polygon part = polygon();
      if (part == null) {
        return null;
      }
      parts[i] = part;
    }
    return factory.createMultiPolygon(parts);
  }

  private @Nullable Polygon polygon() {
    int count = from.getInt();
    if (count < 0 || count > from.remaining()) {
      return null;
    }
    LinearRing[] rings = new LinearRing[count];
    for (int i = 0; i < count; i++) {
      LinearRing ring = ring();
      if (ring == null) {
        return null;
      }
      rings[i] = ring;
    }
    return count == 0 ? factory.createPolygon()
        : factory.createPolygon(rings[0], Arrays.copyOfRange(rings, 1, count));
  }

  private @Nullable LinearRing ring() {
    int points = from.getInt();
    if (points < 4 || points > from.remaining() / BYTES_OF_A_POINT) {
      return null;
    }
    double[] xy = new double[2 * points];
    from.asDoubleBuffer().get(xy);
    from.position(from.position() + Double.BYTES * xy.length);
    boolean closed = xy[0] == xy[xy.length - 2] && xy[1] == xy[xy.length - 1];
    CoordinateSequence sequence = new PackedCoordinateSequence.Double(xy, 2, 0);
    return closed && areFinite(xy) ? factory.createLinearRing(sequence) : null;
  }

  /** Bytes that {@link #write(Geometry, ByteBuffer)} takes; {@link #OTHER} for what is not polygonal or of no system. */
  static int size(Geometry geometry) {
    boolean single = geometry instanceof Polygon;
    if (geometry.getSRID() <= 0 || !single && !(geometry instanceof MultiPolygon)) {
      return OTHER;
    }
    long size = single ? 0 : 13;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Polygon part = (Polygon) geometry.getGeometryN(i);
      int rings = part.isEmpty() ? 0 : 1 + part.getNumInteriorRing();
      size += (single ? 13 : 9) + 4 * rings + (long) BYTES_OF_A_POINT * part.getNumPoints();
    }
    return Math.toIntExact(size);
  }

  /** The bytes of a Polygon or MultiPolygon; null for anything else, or if a coordinate is not a finite number. */
  static byte @Nullable [] write(Geometry geometry) {
    int size = size(geometry);
    if (size == OTHER) {
      return null;
    }
    ByteBuffer to = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    return write(geometry, to) ? to.array() : null;
  }

  /**
   * @param geometry Polygon or MultiPolygon
   * @param to little-endian, with {@link #size} bytes of room
   * @return whether all coordinates are finite numbers; if not, what was written is of no use
   */
  static boolean write(Geometry geometry, ByteBuffer to) {
    boolean single = geometry instanceof Polygon;
    to.put(LITTLE).putInt((single ? POLYGON : MULTIPOLYGON) | WITH_SRID).putInt(geometry.getSRID());
    if (geometry instanceof Polygon polygon) {
      return write(polygon, to);
    }
    to.putInt(geometry.getNumGeometries());
    boolean finite = true;
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      finite &= write((Polygon) geometry.getGeometryN(i), to.put(LITTLE).putInt(POLYGON));
    }
    return finite;
  }

  private static boolean write(Polygon part, ByteBuffer to) {
    int holes = part.getNumInteriorRing();
    to.putInt(part.isEmpty() ? 0 : 1 + holes);
    boolean finite = part.isEmpty() || write(part.getExteriorRing(), to);
    for (int i = 0; i < holes; i++) {
      finite &= write(part.getInteriorRingN(i), to);
    }
    return finite;
  }

  private static boolean write(LinearRing ring, ByteBuffer to) {
    CoordinateSequence points = ring.getCoordinateSequence();
    to.putInt(points.size());
    if (points instanceof PackedCoordinateSequence.Double packed && packed.getDimension() == 2) {
      double[] xy = packed.getRawCoordinates();
      to.asDoubleBuffer().put(xy);
      to.position(to.position() + Double.BYTES * xy.length);
      return areFinite(xy);
    }
    boolean finite = true;
    for (int i = 0; i < points.size(); i++) {
      double x = points.getX(i);
      double y = points.getY(i);
      finite &= Double.isFinite(x) && Double.isFinite(y);
      to.putDouble(x).putDouble(y);
    }
    return finite;
  }

  private static boolean areFinite(double[] xy) {
    double nothing = 0;
    for (double ordinate : xy) {
      nothing += ordinate * 0; // not a number, once anything isn't finite
    }
    return nothing == 0;
  }
}
