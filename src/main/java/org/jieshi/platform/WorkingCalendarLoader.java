package org.jieshi.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jieshi.audit.AuditLog;
import org.jieshi.shared.WorkingCalendar;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads the published calendars of {@code calendar/working-days.csv} at first start; afterwards people edit them. */
@Component
@ConditionalOnProperty(name = "jieshi.first-start", matchIfMissing = true)
@Order(5)
class WorkingCalendarLoader implements ApplicationRunner {

  private final JdbcClient jdbc;
  private final WorkingCalendar calendar;
  private final AuditLog audit;

  WorkingCalendarLoader(JdbcClient jdbc, WorkingCalendar calendar, AuditLog audit) {
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.audit = audit;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    // of several programs that start at the same moment on one database, one loads it
    jdbc.sql("select pg_advisory_xact_lock(hashtext('working calendar'))").query().listOfRows();
    if (!calendar.load().years().isEmpty()) {
      return;
    }
    Map<Integer, String> sources = new TreeMap<>();
    Map<Integer, Map<LocalDate, Boolean>> exceptions = new TreeMap<>();
    for (String line : lines()) {
      String[] field = line.split(",", 3);
      if (field[0].equals("calendar")) {
        sources.put(Integer.valueOf(field[1]), field[2]);
      } else {
        LocalDate day = LocalDate.parse(field[1]);
        exceptions.computeIfAbsent(day.getYear(), year -> new LinkedHashMap<>()).put(day, field[0].equals("work"));
      }
    }
    sources.forEach((year, source) -> calendar.replace(year, source, exceptions.getOrDefault(year, Map.of())));
    audit.record("CALENDAR_LOADED", "calendar", sources.keySet(), Map.of("sources", sources.values()));
  }

  private static Iterable<String> lines() {
    try {
      String text = new ClassPathResource("calendar/working-days.csv").getContentAsString(StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
