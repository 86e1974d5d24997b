package org.jieshi.geometry;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** WKT in, in a plane system of the farm unless a test says otherwise. */
final class Wkt {

  static final int ZONE_36 = 4524;

  private Wkt() {}

  static Geometry read(String wkt) {
    return read(wkt, ZONE_36);
  }

  static Geometry read(String wkt, int srid) {
    try {
      Geometry geometry = new WKTReader().read(wkt);
      geometry.setSRID(srid);
      return geometry;
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  static Geometry square(double west, double south, double side) {
    return rectangle(west, south, side, side);
  }

  static Geometry rectangle(double west, double south, double width, double height) {
    double east = west + width;
    double north = south + height;
    return read("POLYGON ((%s %s, %s %s, %s %s, %s %s, %s %s))".formatted(
        west, south, east, south, east, north, west, north, west, south));
  }
}
