package org.jieshi.ingest.dxf;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.RingBuilder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** A polyline of either kind while its groups are read. */
final class DxfPolyline {

  private static final int CLOSED = 1;
  private static final int CURVE_FIT = 2 | 4;
  private static final int MESH = 16 | 64;
  private static final double FLAT = 1e-9;

  private String layer = "0";
  private int flags;
  private final RingBuilder ring = new RingBuilder();
  private final List<String> data = new ArrayList<>();
  private double normalX;
  private double normalY;
  private double normalZ = 1;
  private @Nullable Coordinate last;
  private @Nullable Coordinate arc;
  private boolean heights;

  void layer(String name) {
    layer = name;
  }

  String layer() {
    return layer;
  }

  void flags(int value) {
    flags = value;
  }

  void vertex(double x, double y) {
    ring.add(x, y);
    last = new Coordinate(x, y);
  }

  /** The tangent of a quarter of the arc's angle; an arc begins at the vertex before. */
  void bulge(double value) {
    if (Math.abs(value) > FLAT && arc == null) {
      arc = last;
    }
  }

  void normal(int axis, double value) {
    switch (axis) {
      case 0 -> normalX = value;
      case 1 -> normalY = value;
      default -> normalZ = value;
    }
  }

  void height(double value) {
    heights |= value != 0;
  }

  /** A text of the program that drew it (XDATA). */
  void data(String text) {
    data.add(text);
  }

  List<String> data() {
    return data;
  }

  boolean heights() {
    return heights;
  }

  int points() {
    return ring.points();
  }

  boolean isMesh() {
    return (flags & MESH) != 0;
  }

  /** Closed by its flag, or because it comes back to where it began. */
  boolean isClosed() {
    return ring.points() >= 3 && ((flags & CLOSED) != 0 || ring.isClosed());
  }

  /** Where the first arc begins, or null when all edges are straight. */
  @Nullable Coordinate arc() {
    return arc != null ? arc : (flags & CURVE_FIT) != 0 ? new Coordinate(0, 0) : null;
  }

  /** Whether it is drawn in the plane of the map, seen from above or from below. */
  boolean isFlat() {
    return Math.abs(normalX) < FLAT && Math.abs(normalY) < FLAT && normalZ != 0;
  }

  /** Seen from below, x runs the other way (the arbitrary axis of the format for a normal of (0, 0, −1)). */
  boolean isMirrored() {
    return normalZ < 0;
  }

  RingBuilder ring() {
    ring.close();
    return ring;
  }
}
