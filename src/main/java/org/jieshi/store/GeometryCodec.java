package org.jieshi.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.postgis.jdbc.jts.JtsBinaryParser;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * Geometry to and from the column type {@code geometry}: EWKB, little-endian, with SRID, in two dimensions; the very
 * bytes that PostGIS itself gives for the value, so that a database of either kind restores into the other.
 *
 * {@snippet lang=java :
 * jdbc.sql("INSERT INTO t (boundary) VALUES (cast(:g as geometry))").param("g", GeometryCodec.write(boundary));
 * jdbc.sql("SELECT cast(boundary as bytea) AS boundary FROM t")
 *     .query((row, n) -> GeometryCodec.read(row.getBytes("boundary")));
 * }
 *
 * <p>Reading of anything but sound polygons is postgis-jdbc's parser, which refuses an open ring where JTS's {@code WKBReader} silently closes it.
 * Writing is JTS's: postgis-jdbc's writer fails on an empty polygon, repeats the SRID in the parts of a multi-geometry and
 * keeps a third dimension. Coordinates pass bit by bit in both directions. An empty point, which EWKB can only write as
 * not-a-number, is refused like any other position that is no number.
 */
public final class GeometryCodec {

  private static final Map<Integer, GeometryFactory> FACTORIES = new ConcurrentHashMap<>();

  /** Looks at the ordinates where they are. */
  private static final CoordinateSequenceFilter POSITIONS = new CoordinateSequenceFilter() {

    @Override
    public void filter(CoordinateSequence points, int i) {
      double x = points.getX(i);
      double y = points.getY(i);
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new IllegalArgumentException("not a position on Earth: " + x + " " + y);
      }
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return false;
    }
  };

  private GeometryCodec() {}

  /**
   * @param geometry in the system that its SRID says; ordinates beyond the second are left out
   * @throws IllegalArgumentException without an SRID, or if a coordinate is not a finite number
   */
  public static byte[] write(Geometry geometry) {
    if (geometry.getSRID() <= 0) {
      throw new IllegalArgumentException("a geometry without SRID can't be stored: " + geometry.getGeometryType());
    }
    byte[] polygons = EwkbPolygons.write(geometry);
    if (polygons != null) {
      return polygons;
    }
    requirePositions(geometry);
    return new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true).write(geometry);
  }

  /**
   * @return a geometry whose factory has the SRID too, so that what is computed from it keeps it
   * @throws IllegalArgumentException if the bytes are no whole EWKB with an SRID
   */
  public static Geometry read(byte[] ewkb) {
    Geometry polygons = EwkbPolygons.read(ewkb, GeometryCodec::factory);
    return polygons != null ? polygons : readAny(ewkb);
  }

  private static Geometry readAny(byte[] ewkb) {
    Geometry parsed = parse(ewkb);
    if (parsed.getSRID() <= 0) {
      throw new IllegalArgumentException("stored geometry without SRID");
    }
    requirePositions(parsed);
    return factory(parsed.getSRID()).createGeometry(parsed);
  }

  private static GeometryFactory factory(int srid) {
    return FACTORIES.computeIfAbsent(srid, system -> new GeometryFactory(new PrecisionModel(), system));
  }

  private static void requirePositions(Geometry geometry) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Point point && point.isEmpty()) {
        throw new IllegalArgumentException("an empty point can't be stored");
      }
    }
    geometry.apply(POSITIONS);
  }

  private static Geometry parse(byte[] ewkb) {
    try {
      return new JtsBinaryParser().parse(ewkb);
    } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw new IllegalArgumentException("stored geometry is cut short: " + ewkb.length + " bytes", e);
    }
  }
}
