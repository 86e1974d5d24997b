package org.jieshi.certificates;

import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of the county: its lock and its running numbers. */
@Repository
class Register {

  private final JdbcClient jdbc;
  private final String county;
  private final NumberRule rule;

  Register(JdbcClient jdbc, @Value("${jieshi.farm.county}") String county, NumberRule rule) {
    this.jdbc = jdbc;
    this.county = county;
    this.rule = rule;
  }

  String county() {
    return county;
  }

  /** The authority that issues. */
  String authority() {
    return rule.countyName() + "人民政府";
  }

  /**
   * Makes this transaction the only one that issues or ends certificates in the county, until it ends. What others
   * issued before is visible from here on.
   */
  void lock() {
    jdbc.sql("insert into county_register (county) values (:county) on conflict do nothing")
        .param("county", county).update();
    jdbc.sql("select county from county_register where county = :county for update").param("county", county)
        .query(String.class).single();
  }

  /** The form that is issued on a day. */
  Series seriesOn(LocalDate day) {
    return rule.seriesOn(day);
  }

  /** The next number of a series; taken for good only if the transaction commits. */
  String nextNumber(Series series, int year) {
    int serial = jdbc.sql("""
        insert into certificate_series (county, series, year, last) values (:county, :series, :year, 1)
        on conflict (county, series, year) do update set last = certificate_series.last + 1
        returning last
        """).param("county", county).param("series", series.name()).param("year", year)
        .query(Integer.class).single();
    return rule.number(series, year, serial);
  }
}
