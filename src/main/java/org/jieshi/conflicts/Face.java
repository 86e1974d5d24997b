package org.jieshi.conflicts;

import java.util.List;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A connected piece of land with the same units over all of it.
 *
 * @param area m² in the plane of the first unit of the window, unrounded
 * @param meanWidth m, 2·area / perimeter
 * @param claimants parcels, claims and forest certificates of others, at least one
 * @param degrees CGCS2000 degrees
 */
public record Face(double area, double meanWidth, List<Claimant> claimants, Geometry degrees) {

  /**
   * Who covers it.
   *
   * @param party holder or claimant
   * @param document what the party relies on
   */
  public record Claimant(UnitRef unit, @Nullable String party, @Nullable String document) {
  }

  public List<UnitRef> coveredBy() {
    return claimants.stream().map(Claimant::unit).toList();
  }

  /** Whether somebody besides one parcel covers it. */
  public boolean contested() {
    return pairs() > 0;
  }

  /** In how many pairs its land counts: each of a parcel with another unit. */
  public int pairs() {
    int all = claimants.size();
    int others = (int) claimants.stream().filter(each -> each.unit().kind() != UnitKind.PARCEL).count();
    return all * (all - 1) / 2 - others * (others - 1) / 2;
  }
}
