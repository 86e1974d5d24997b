package org.jieshi.registration.settings;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.registration.documents.DocumentKind;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads, adds and ends the settings. Everybody signed in may read them. */
@Service
class SettingsDesk {

  private final JdbcClient jdbc;
  private final WorkingCalendar calendar;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  SettingsDesk(JdbcClient jdbc, WorkingCalendar calendar, CurrentUser current, OfficeClock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  /** @param recordedBy null for those the program came with */
  record NoticePeriod(RightKind rightKind, LocalDate validFrom, int workingDays, String source,
      @Nullable String recordedBy) {
  }

  record Required(RightKind rightKind, DocumentKind documentKind, LocalDate validFrom, @Nullable LocalDate validTo,
      String source, @Nullable String recordedBy) {
  }

  /** @param exceptions days that differ from the plain week */
  record Year(int year, String source, List<DayOff> exceptions) {
  }

  /** @param working true for a weekend day that is worked */
  record DayOff(LocalDate day, boolean working, String name) {
  }

  @Transactional(readOnly = true)
  List<NoticePeriod> noticePeriods() {
    current.require();
    return jdbc.sql("select * from notice_period order by right_kind, valid_from desc")
        .query((row, number) -> new NoticePeriod(RightKind.valueOf(row.getString("right_kind")),
            row.getObject("valid_from", LocalDate.class), row.getInt("working_days"), row.getString("source"),
            row.getString("recorded_by"))).list();
  }

  @Transactional
  NoticePeriod addNoticePeriod(RightKind kind, LocalDate from, int workingDays, String source) {
    String person = administrator();
    requireAhead(from);
    int added = jdbc.sql("""
        insert into notice_period (right_kind, valid_from, working_days, source, recorded_by, recorded_at)
        values (:kind, :from, :days, :source, :person, :at) on conflict do nothing
        """).param("kind", kind.name()).param("from", from).param("days", workingDays).param("source", source)
        .param("person", person).param("at", Timestamp.from(clock.now())).update();
    requireNew(added, kind.title().en() + " from " + from, kind.title().zh() + " 自 " + from);
    audit.record("NOTICE_PERIOD_ADDED", "setting", kind.name(),
        Map.of("validFrom", from.toString(), "workingDays", workingDays, "source", source));
    return new NoticePeriod(kind, from, workingDays, source, person);
  }

  @Transactional(readOnly = true)
  List<Required> requiredDocuments() {
    current.require();
    return jdbc.sql("""
        select r.*, least(r.valid_to, e.last_day) as last_day from required_document r
          left join required_document_end e using (right_kind, document_kind, valid_from)
        order by r.right_kind, r.document_kind, r.valid_from desc
        """).query((row, number) -> new Required(RightKind.valueOf(row.getString("right_kind")),
            DocumentKind.valueOf(row.getString("document_kind")), row.getObject("valid_from", LocalDate.class),
            row.getObject("last_day", LocalDate.class), row.getString("source"), row.getString("recorded_by"))).list();
  }

  @Transactional
  Required require(RightKind kind, DocumentKind document, LocalDate from, String source) {
    String person = administrator();
    requireAhead(from);
    boolean standing = requiredDocuments().stream().anyMatch(each -> each.rightKind() == kind
        && each.documentKind() == document && (each.validTo() == null || !each.validTo().isBefore(from)));
    requireNew(standing ? 0 : 1, document.title().en() + " for the " + kind.title().en(),
        kind.title().zh() + "的" + document.title().zh());
    jdbc.sql("""
        insert into required_document (right_kind, document_kind, valid_from, source, recorded_by, recorded_at)
        values (:kind, :document, :from, :source, :person, :at)
        """).param("kind", kind.name()).param("document", document.name()).param("from", from).param("source", source)
        .param("person", person).param("at", Timestamp.from(clock.now())).update();
    audit.record("REQUIRED_DOCUMENT_ADDED", "setting", kind.name(),
        Map.of("document", document.name(), "validFrom", from.toString(), "source", source));
    return new Required(kind, document, from, null, source, person);
  }

  /** The document is asked for until that day, which has not passed: what was applied for before needs it still. */
  @Transactional
  Required endRequired(RightKind kind, DocumentKind document, LocalDate lastDay, String source) {
    String person = administrator();
    requireAhead(lastDay);
    Required standing = requiredDocuments().stream().filter(each -> each.rightKind() == kind
            && each.documentKind() == document && each.validTo() == null).findFirst()
        .orElseThrow(() -> ProblemException.notFound("required document in force", "现行必备材料", document));
    if (requiredDocuments().stream().filter(each -> each.rightKind() == kind && each.validTo() == null).count() == 1) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "It is the last document required for the %s: without any, gate W6 refuses every application."
              .formatted(kind.title().en()),
          "这是%s仅存的必备材料：取消后 W6 将拒绝一切申请。".formatted(kind.title().zh())).asException();
    }
    jdbc.sql("""
        insert into required_document_end (right_kind, document_kind, valid_from, last_day, source, recorded_by,
          recorded_at)
        values (:kind, :document, :from, :lastDay, :source, :person, :at)
        """).param("kind", kind.name()).param("document", document.name()).param("from", standing.validFrom())
        .param("lastDay", lastDay).param("source", source).param("person", person)
        .param("at", Timestamp.from(clock.now())).update();
    audit.record("REQUIRED_DOCUMENT_ENDED", "setting", kind.name(),
        Map.of("document", document.name(), "lastDay", lastDay.toString(), "source", source));
    return new Required(kind, document, standing.validFrom(), lastDay, standing.source(), standing.recordedBy());
  }

  @Transactional(readOnly = true)
  List<Year> calendars() {
    current.require();
    return jdbc.sql("select year, source from working_calendar order by year desc")
        .query((row, number) -> new Year(row.getInt("year"), row.getString("source"), exceptions(row.getInt("year"))))
        .list();
  }

  /** Replaces the calendar of a year, or adds it. */
  @Transactional
  Year setCalendar(int year, String source, List<DayOff> exceptions) {
    administrator();
    Map<LocalDate, Boolean> days = new LinkedHashMap<>();
    for (DayOff each : exceptions) {
      boolean weekend = each.day().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
      if (each.day().getYear() != year || each.working() != weekend || days.put(each.day(), each.working()) != null) {
        throw Problem.of(ProblemCode.INVALID_FIELD,
            "exceptions: %s is not of %d, stands there twice, or differs in nothing from the plain week.".formatted(
                each.day(), year),
            "字段 exceptions：%s 不属于 %d 年、重复，或与平常周历并无不同。".formatted(each.day(), year))
            .inField("exceptions").asException();
      }
    }
    calendar.replace(year, source, days);
    audit.record("CALENDAR_SET", "calendar", year, Map.of("source", source, "exceptions", exceptions.size()));
    return new Year(year, source, exceptions(year));
  }

  private List<DayOff> exceptions(int year) {
    return jdbc.sql("select day, working, name from working_calendar_exception where year = :year order by day")
        .param("year", year).query((row, number) -> new DayOff(row.getObject("day", LocalDate.class),
            row.getBoolean("working"), row.getString("name"))).list();
  }

  private String administrator() {
    return current.require(Role.ADMINISTRATOR).username();
  }

  /** What has begun is never judged by another rule afterwards. */
  private void requireAhead(LocalDate day) {
    if (day.isBefore(clock.today())) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "The day %s has passed: a setting holds from today on at the earliest."
          .formatted(day), "%s 已过：设置最早自今日起生效。".formatted(day)).inField("validFrom").asException();
    }
  }

  private static void requireNew(int added, String en, String zh) {
    if (added == 0) {
      throw Problem.of(ProblemCode.DUPLICATE, "There is a setting for %s already.".formatted(en),
          "已有设置：%s。".formatted(zh)).asException();
    }
  }
}
