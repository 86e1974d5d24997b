package org.jieshi.geometry.kernel;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * What two lands in one plane share: first {@link #measure}, then, if that is worth it, {@link #trace}. Keeps scratch
 * memory between pairs and belongs to one thread.
 */
public final class OverlapKernel {

  /** m²: land smaller than this is what rounding leaves of coordinates of eight digits. */
  public static final double NOISE = 1e-6;

  private static final double RELATIVE_NOISE = 1e-9;
  private static final int BOTH = 3;

  private final WindowEdges edges = new WindowEdges();
  private final Crossings crossings = new Crossings();
  private final SlabSweep sweep = new SlabSweep();
  private final RingTrace tracer = new RingTrace();
  private final double[] areas = new double[1 + BOTH];
  private @Nullable FlatLand left;
  private @Nullable FlatLand right;
  private double area;
  private @Nullable FlatRings rings;

  /** The area that two lands share, m², by slabs: zero for neighbours that touch, up to the rounding of the arithmetic. */
  public double measure(FlatLand one, FlatLand other) {
    left = one;
    right = other;
    rings = null;
    area = 0;
    double west = Math.max(one.minX, other.minX);
    double south = Math.max(one.minY, other.minY);
    double east = Math.min(one.maxX, other.maxX);
    double north = Math.min(one.maxY, other.maxY);
    if (!(west < east && south < north)) {
      return 0;
    }
    edges.open(west, south, east, north);
    edges.add(one, 0);
    edges.add(other, 1);
    edges.sort();
    crossings.find(edges, 2, false);
    if (!Apartness.isPlain(one, other, edges, crossings)) {
      sweep.measure(edges, crossings, areas);
      area = areas[BOTH];
    }
    return area;
  }

  /**
   * Draws what the two lands of the last {@link #measure} share.
   *
   * @return whether it could be drawn; if not, the boundaries touch or nearly touch somewhere and a general overlay is
   *     needed
   */
  public boolean trace() {
    if (left == null || right == null || area <= NOISE) {
      return false;
    }
    rings = touching() ? whole(left, right) : tracer.trace(left, right, edges, crossings);
    if (rings != null && Math.abs(rings.area() - area) > NOISE + RELATIVE_NOISE * area) {
      rings = null;
    }
    return rings != null;
  }

  private boolean touching() {
    return crossings.contact || crossings.corners > 0 || edges.twins > 0;
  }

  /** One land wholly inside the other, touching it from within; nothing crosses. */
  private @Nullable FlatRings whole(FlatLand one, FlatLand other) {
    if (crossings.count > 0) {
      return null;
    }
    boolean all = Math.abs(one.area() - area) <= NOISE;
    boolean allOther = Math.abs(other.area() - area) <= NOISE;
    if (all && allOther && !one.sameAs(other)) {
      return null; // which of two drawings of the same land is no matter of order
    }
    return all ? tracer.copy(one, edges) : allOther ? tracer.copy(other, edges) : null;
  }

  /** m², of the drawing, as good as the coordinates. */
  public double tracedArea() {
    return rings().area();
  }

  /** Metres, the outer rings that {@link #drawing} doesn't leave out. */
  public double tracedOutline() {
    return rings().length(NOISE);
  }

  /** Metres, all rings of the drawing. */
  public double tracedLength() {
    return rings().length();
  }

  public int tracedVertices() {
    return rings().vertices;
  }

  /** Bytes that {@link #write} takes at most. */
  public int tracedBytes() {
    return EwkbRings.size(rings());
  }

  /**
   * The drawing as EWKB, little-endian, absolute coordinates: the value of a geometry column.
   *
   * @return whether it was written: not if a hole must be assigned to one of several parts, see {@link #drawing}
   */
  public boolean write(ByteBuffer to, int srid) {
    return EwkbRings.write(rings(), edges.originX, edges.originY, srid, to);
  }

  /** Whole metres that the drawing's coordinates are relative to. */
  public double originX() {
    return edges.originX;
  }

  public double originY() {
    return edges.originY;
  }

  /**
   * The drawing relative to the origin, Polygon or MultiPolygon, in JTS' canonical order; parts below {@link #NOISE} left
   * out, so it may be empty.
   */
  public Geometry drawing(GeometryFactory factory) {
    return PolygonAssembly.of(rings(), factory);
  }

  private FlatRings rings() {
    if (rings == null) {
      throw new IllegalStateException("nothing was traced");
    }
    return rings;
  }
}
