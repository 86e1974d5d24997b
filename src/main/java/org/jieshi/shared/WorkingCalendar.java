package org.jieshi.shared;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calendar of working days as it stands in the database. */
@Repository
public class WorkingCalendar {

  private final JdbcClient jdbc;

  WorkingCalendar(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public WorkingDays load() {
    Set<Integer> years = new HashSet<>(jdbc.sql("select year from working_calendar").query(Integer.class).list());
    Map<LocalDate, Boolean> exceptions = new HashMap<>();
    jdbc.sql("select day, working from working_calendar_exception")
        .query(row -> {
          exceptions.put(row.getObject("day", LocalDate.class), row.getBoolean("working"));
        });
    return new WorkingDays(years, exceptions);
  }

  /** Replaces the calendar of a year. The caller records it in the audit log. */
  public void replace(int year, String source, Map<LocalDate, Boolean> exceptions) {
    jdbc.sql("delete from working_calendar_exception where year = :year").param("year", year).update();
    jdbc.sql("""
        insert into working_calendar (year, source) values (:year, :source)
        on conflict (year) do update set source = excluded.source
        """).param("year", year).param("source", source).update();
    exceptions.forEach((day, working) -> jdbc.sql("""
        insert into working_calendar_exception (day, year, working, name) values (:day, :year, :working, :name)
        """).param("day", day).param("year", year).param("working", working)
        .param("name", working ? "调休上班" : "放假").update());
  }
}
