package org.jieshi.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.parcels.UnitStatus;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A figure of the report with the parcels it is made of, by code. The areas of all of them and {@code rounding} add up to
 * {@code area}.
 *
 * @param group code of the group; null: all land; {@code -}: land in no group
 * @param area the figure, m²
 * @param rounding what the parcels' figures lack or exceed by where they fill a group to the last hundredth, m²
 * @param outline the sub-farm, town or village in CGCS2000 degrees; null for all land and land uses
 */
record DrilledFigure(Grouping by, @Nullable String group, DrilledBand band, @Nullable LocalDate asOf, BigDecimal area,
    BigDecimal rounding, long total, int page, int size, List<Item> items, @Nullable Geometry outline) {

  /**
   * @param status now; null for a day gone by
   * @param area what of the parcel counts in the figure, m²
   * @param planeArea of the whole parcel, m²
   * @param geometry CGCS2000 degrees
   */
  record Item(String code, @Nullable UnitStatus status, @Nullable String holder, @Nullable LandUse landUse,
      BigDecimal area, BigDecimal planeArea, Geometry geometry) {
  }

  record LandUse(String scheme, String code) {
  }
}
