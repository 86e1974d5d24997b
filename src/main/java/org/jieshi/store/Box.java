package org.jieshi.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.locationtech.jts.geom.Envelope;

/**
 * A window in CGCS2000 degrees, as the {@code bounds box} columns and their {@code &&} take it.
 *
 * {@snippet lang=java :
 * jdbc.sql("SELECT code FROM parcel WHERE bounds && cast(:window as box)").param("window", box.literal());
 * }
 *
 * <p>{@code &&} counts touching as meeting and has PostgreSQL's own tolerance of 1e-6 degrees, about 0.1 m: it never
 * misses a neighbour, and what it finds still wants the exact test in JTS.
 *
 * @param west smallest longitude
 * @param south smallest latitude
 * @param east largest longitude
 * @param north largest latitude
 */
public record Box(double west, double south, double east, double north) {

  /** What a query asks for to have its rows read by {@link #of(ResultSet)}: the sides of their {@code bounds}. */
  public static final String SIDES =
      "(bounds[1])[0] as west, (bounds[1])[1] as south, (bounds[0])[0] as east, (bounds[0])[1] as north";

  public Box {
    boolean finite = Double.isFinite(west) && Double.isFinite(south) && Double.isFinite(east)
        && Double.isFinite(north);
    if (!finite || west > east || south > north) {
      throw new IllegalArgumentException("no window: " + west + "," + south + "," + east + "," + north);
    }
  }

  /** @throws IllegalArgumentException if the envelope is empty */
  public static Box of(Envelope degrees) {
    if (degrees.isNull()) {
      throw new IllegalArgumentException("no window around nothing");
    }
    return new Box(degrees.getMinX(), degrees.getMinY(), degrees.getMaxX(), degrees.getMaxY());
  }

  /** @param row of a query for {@link #SIDES} */
  public static Box of(ResultSet row) throws SQLException {
    return new Box(row.getDouble("west"), row.getDouble("south"), row.getDouble("east"), row.getDouble("north"));
  }

  /** @param sent what PostgreSQL's {@code box_send} makes of the value: its sides without their text, for many rows */
  public static Box of(byte[] sent) {
    ByteBuffer sides = ByteBuffer.wrap(sent);
    double east = sides.getDouble();
    double north = sides.getDouble();
    return new Box(sides.getDouble(), sides.getDouble(), east, north);
  }

  public Envelope envelope() {
    return new Envelope(west, east, south, north);
  }

  /** PostgreSQL's text of the value, upper right corner first: {@code ((x2,y2),(x1,y1))}. */
  public String literal() {
    return "((" + east + "," + north + "),(" + west + "," + south + "))";
  }
}
