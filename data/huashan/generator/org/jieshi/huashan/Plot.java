package org.jieshi.huashan;

import org.locationtech.jts.geom.Polygon;

/** One piece of the farm's land in local metres: a parcel, or land due to the farm that nobody has surveyed. */
record Plot(Polygon shape, int village, int subFarm, Kind kind) {

  enum Kind {
    /** Certified in 2012. */
    CERTIFIED,
    /** A yard of the farm: office, store, works. Certified. */
    YARD,
    /** Surveyed, not certified. */
    PENDING,
    /** No parcel yet. */
    UNSURVEYED;

    boolean certified() {
      return this == CERTIFIED || this == YARD;
    }
  }

  double area() {
    return shape.getArea();
  }

  Plot with(Polygon changed) {
    return new Plot(changed, village, subFarm, kind);
  }

  Plot as(Kind changed) {
    return new Plot(shape, village, subFarm, changed);
  }
}
