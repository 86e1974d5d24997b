package org.jieshi.ogc;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature as it is read.
 *
 * @param key what pages are cut by
 * @param id stable, within its layer
 * @param values in the order of {@link Layer#properties}: text, number, {@code LocalDate}, {@code Instant} or null
 * @param surveyed the registered plane coordinates, carrying their SRID
 * @param degrees CGCS2000, longitude first
 */
record Feature(long key, String id, @Nullable Object[] values, Geometry surveyed, Geometry degrees) {

  Geometry in(OutputSystem system) {
    return system.place(surveyed, degrees);
  }
}
