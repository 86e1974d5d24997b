package org.jieshi.coverage.report;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the register does not know now, and what it therefore leaves out of a figure or judges most strictly. */
@Component
class Unknowns {

  private final JdbcClient jdbc;

  Unknowns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param area m² of the parcels' planes, by parcel; zero where land is not what is counted */
  record Unknown(long count, BigDecimal area) {
  }

  /**
   * @param accuracy parcels whose boundary points have no known RMSE: judged most strictly
   * @param landUse parcels without a land use on record
   * @param claimAccuracy claims whose boundary points have no known RMSE
   * @param noise open overlaps within survey error, in no figure
   */
  record Found(Unknown accuracy, Unknown landUse, Unknown claimAccuracy, Unknown noise) {
  }

  Found now() {
    return new Found(units("PARCEL", "v.accuracy is null"), units("PARCEL", "v.land_use_code is null"),
        units("CLAIM", "v.accuracy is null"),
        jdbc.sql("""
            select count(*) as count, coalesce(sum(round(cast(area as numeric), 2)), 0.00) as area from conflict
             where status <> 'GONE' and overlap_class = 'NOISE'
            """).query(Unknown.class).single());
  }

  private Unknown units(String kind, String lacks) {
    return jdbc.sql("""
        select count(*) as count, coalesce(sum(v.plane_area), 0.00) as area
          from spatial_unit_version v join spatial_unit u on u.id = v.unit_id
         where v.current and u.kind = :kind and\s""" + lacks).param("kind", kind).query(Unknown.class).single();
  }
}
