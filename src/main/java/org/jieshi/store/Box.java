package org.jieshi.store;

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

  /** PostgreSQL's text of the value, upper right corner first: {@code ((x2,y2),(x1,y1))}. */
  public String literal() {
    return "((" + east + "," + north + "),(" + west + "," + south + "))";
  }
}
