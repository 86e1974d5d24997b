package org.jieshi.registration.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Page;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notices; at most one of an application stands at a time, the others stay on file. */
@Repository
public class Notices {

  private final JdbcClient jdbc;

  Notices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Notice get(String id) {
    return jdbc.sql("select * from notice where id = :id").param("id", id).query(Notices::read).optional()
        .orElseThrow(() -> ProblemException.notFound("notice", "公示", id));
  }

  /** The latest of an application, standing or not. */
  public Optional<Notice> latest(String applicationId) {
    return jdbc.sql("""
        select * from notice where application_id = :id order by published_at desc, ended_at nulls first limit 1
        """).param("id", applicationId).query(Notices::read).optional();
  }

  /** Ends the one that stands, if there is one. The caller's transaction writes the audit entry. */
  public void end(String applicationId, String why, Instant at) {
    jdbc.sql("""
        update notice set ended_at = :at, ended_why = :why where application_id = :id and ended_at is null
        """).param("id", applicationId).param("why", why).param("at", Timestamp.from(at)).update();
  }

  /** The caller's transaction writes the audit entry. */
  public void add(Notice notice) {
    jdbc.sql("""
        insert into notice (id, number, application_id, unit_id, parcel, parcel_version, boundary_hash, holder, text_en,
          text_zh, facts_hash, place, working_days, published_on, deadline, published_by, published_at)
        values (:id, :number, :application, :unit, :parcel, :version, :hash, :holder, :en,
          :zh, :factsHash, :place, :days, :publishedOn, :deadline, :publishedBy, :publishedAt)
        """)
        .param("id", notice.id()).param("number", notice.number()).param("application", notice.applicationId())
        .param("unit", notice.unitId()).param("parcel", notice.parcel()).param("version", notice.parcelVersion())
        .param("hash", notice.boundaryHash()).param("holder", notice.holder()).param("en", notice.text().en())
        .param("zh", notice.text().zh()).param("factsHash", notice.factsHash()).param("place", notice.place())
        .param("days", notice.workingDays()).param("publishedOn", notice.publishedOn())
        .param("deadline", notice.deadline()).param("publishedBy", notice.publishedBy())
        .param("publishedAt", Timestamp.from(notice.publishedAt())).update();
  }

  /** Those that stand and can still be objected to on that day, or all of them; the latest first. */
  public Page<Notice> page(@Nullable LocalDate runningOn, int page, int size) {
    String where = """
        where cast(:day as date) is null or (ended_at is null and deadline >= :day)
        """;
    List<Notice> items = jdbc.sql("select * from notice " + where
            + "order by published_at desc, id limit :size offset :offset")
        .param("day", runningOn).param("size", size).param("offset", Page.offset(page, size))
        .query(Notices::read).list();
    long total = jdbc.sql("select count(*) from notice " + where).param("day", runningOn).query(Long.class).single();
    return new Page<>(items, total, Math.max(0, page), size);
  }

  /** All that were published on that day, by their numbers. */
  public List<Notice> publishedOn(LocalDate day) {
    return jdbc.sql("select * from notice where published_on = :day order by number").param("day", day)
        .query(Notices::read).list();
  }

  private static Notice read(ResultSet row, int number) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Notice(row.getString("id"), row.getString("number"), row.getString("application_id"),
        row.getLong("unit_id"), row.getString("parcel"), row.getInt("parcel_version"), row.getString("boundary_hash"),
        row.getString("holder"), new Bilingual(row.getString("text_en"), row.getString("text_zh")),
        row.getString("facts_hash"), row.getString("place"), row.getInt("working_days"),
        row.getObject("published_on", LocalDate.class), row.getObject("deadline", LocalDate.class),
        row.getString("published_by"), row.getObject("published_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant(), row.getString("ended_why"));
  }
}
