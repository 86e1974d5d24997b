package org.jieshi.registration.numbers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes numbers inside the transaction that uses them, so that none is lost. */
@Repository
public class RunningNumbers {

  private final JdbcClient jdbc;

  RunningNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** {@code 2013-0001}; the row's lock makes others wait until this transaction is decided. */
  public String next(String series, int year) {
    int last = jdbc.sql("""
        insert into registration_number (kind, year, last) values (:kind, :year, 1)
        on conflict (kind, year) do update set last = registration_number.last + 1
        returning last
        """).param("kind", series).param("year", year).query(Integer.class).single();
    return "%d-%04d".formatted(year, last);
  }
}
