package org.jieshi.coordination;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Running numbers without gaps: the row's lock makes others wait until the transaction that took one is decided. */
@Component
public class Numbers {

  private final JdbcClient jdbc;

  Numbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** {@code 2013-0001}. */
  public String next(String kind, int year) {
    return "%d-%04d".formatted(year, jdbc.sql("""
        insert into coordination_number (kind, year, last) values (:kind, :year, 1)
        on conflict (kind, year) do update set last = coordination_number.last + 1
        returning last
        """).param("kind", kind).param("year", year).query(Integer.class).single());
  }
}
