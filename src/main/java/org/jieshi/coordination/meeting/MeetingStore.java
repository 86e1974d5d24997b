package org.jieshi.coordination.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jieshi.shared.Page;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the meetings. */
@Repository
class MeetingStore {

  private final JdbcClient jdbc;
  private final Tasks tasks;

  MeetingStore(JdbcClient jdbc, Tasks tasks) {
    this.jdbc = jdbc;
    this.tasks = tasks;
  }

  /** Held until the transaction ends: bookings come one after another. */
  void lockCalendar() {
    jdbc.sql("select single from meeting_calendar for update").query(Boolean.class).single();
  }

  /** A booking of the time that stands in the way. */
  record Booking(String number, String title, Instant startsAt, Instant endsAt, String room, @Nullable String person,
      @Nullable String name) {
  }

  /** Planned meetings at the same time in that room; a room is the same however it is spaced or cased. */
  List<Booking> inRoom(String room, Instant from, Instant to, @Nullable String except) {
    return jdbc.sql("""
        select m.number, m.title, m.starts_at, m.ends_at, m.room, null as person, null as name from meeting m
        where m.status = 'PLANNED' and m.starts_at < :to and m.ends_at > :from
          and m.id is distinct from cast(:except as text)
          and lower(regexp_replace(m.room, '\\s', '', 'g')) = lower(regexp_replace(:room, '\\s', '', 'g'))
        order by m.starts_at
        """).param("from", Timestamp.from(from)).param("to", Timestamp.from(to)).param("room", room)
        .param("except", except).query(MeetingStore::booking).list();
  }

  List<Booking> ofPeople(Collection<String> people, Instant from, Instant to, @Nullable String except) {
    return jdbc.sql("""
        select m.number, m.title, m.starts_at, m.ends_at, m.room, p.username as person, u.display_name as name
        from meeting m join meeting_person p on p.meeting_id = m.id join user_account u on u.username = p.username
        where m.status = 'PLANNED' and m.starts_at < :to and m.ends_at > :from
          and m.id is distinct from cast(:except as text) and p.username in (:people)
        order by m.starts_at, p.username
        """).param("from", Timestamp.from(from)).param("to", Timestamp.from(to)).param("people", people)
        .param("except", except).query(MeetingStore::booking).list();
  }

  void insert(String id, Meetings.NewMeeting meeting, Collection<String> people, String by, Instant at) {
    jdbc.sql("""
        insert into meeting (id, number, title, room, starts_at, ends_at, chair, guests, status, called_by, called_at)
        values (:id, :number, :title, :room, :from, :to, :chair, :guests, 'PLANNED', :by, :at)
        """).param("id", id).param("number", "会" + id.substring(1)).param("title", meeting.title())
        .param("room", meeting.room()).param("from", Timestamp.from(meeting.startsAt()))
        .param("to", Timestamp.from(meeting.endsAt())).param("chair", meeting.chair())
        .param("guests", meeting.guests()).param("by", by).param("at", Timestamp.from(at)).update();
    people.forEach(person -> jdbc.sql("insert into meeting_person (meeting_id, username) values (:id, :person)")
        .param("id", id).param("person", person).update());
    addItems(id, meeting.agenda());
  }

  void addItems(String id, List<Meetings.NewItem> items) {
    items.forEach(item -> jdbc.sql("""
        insert into meeting_item (meeting_id, seq, subject_kind, subject_id, title)
        select :id, coalesce(max(seq), 0) + 1, :kind, :subject, :title from meeting_item where meeting_id = :id
        """).param("id", id).param("kind", item.subjectKind()).param("subject", item.subjectId())
        .param("title", item.title()).update());
  }

  void move(Meeting meeting, Instant from, Instant to, String room) {
    requireOne(meeting, jdbc.sql("""
        update meeting set starts_at = :from, ends_at = :to, room = :room, revision = revision + 1
        where id = :id and revision = :revision
        """).param("from", Timestamp.from(from)).param("to", Timestamp.from(to)).param("room", room)
        .param("id", meeting.id()).param("revision", meeting.revision()).update());
  }

  void touch(Meeting meeting) {
    requireOne(meeting, jdbc.sql("update meeting set revision = revision + 1 where id = :id and revision = :revision")
        .param("id", meeting.id()).param("revision", meeting.revision()).update());
  }

  void held(Meeting meeting, String minutes, LocalDate on, Collection<String> present) {
    requireOne(meeting, jdbc.sql("""
        update meeting set status = 'HELD', minutes = :minutes, held_on = :on, revision = revision + 1
        where id = :id and revision = :revision
        """).param("minutes", minutes).param("on", on).param("id", meeting.id())
        .param("revision", meeting.revision()).update());
    meeting.people().forEach(person -> jdbc.sql("""
        update meeting_person set present = :present where meeting_id = :id and username = :person
        """).param("present", present.contains(person.username())).param("id", meeting.id())
        .param("person", person.username()).update());
  }

  void decide(String id, int seq, String decision) {
    jdbc.sql("update meeting_item set decision = :decision where meeting_id = :id and seq = :seq")
        .param("decision", decision).param("id", id).param("seq", seq).update();
  }

  void cancel(Meeting meeting, String why) {
    requireOne(meeting, jdbc.sql("""
        update meeting set status = 'CANCELLED', cancelled_why = :why, revision = revision + 1
        where id = :id and revision = :revision
        """).param("why", why).param("id", meeting.id()).param("revision", meeting.revision()).update());
  }

  Optional<Meeting> find(String id) {
    return jdbc.sql("select * from meeting where id = :id").param("id", id).query(this::read).optional();
  }

  /** Planned ones first, the next at the top; then the last held. */
  Page<Meeting> page(Meeting.@Nullable Status status, int page, int size) {
    String where = " where (cast(:status as text) is null or status = :status) ";
    String wanted = status == null ? null : status.name();
    List<Meeting> items = jdbc.sql("select * from meeting" + where + """
        order by status <> 'PLANNED', case when status = 'PLANNED' then starts_at end, starts_at desc, id
        limit :size offset :offset
        """).param("status", wanted).param("size", size).param("offset", Page.offset(page, size))
        .query(this::read).list();
    long total = jdbc.sql("select count(*) from meeting" + where).param("status", wanted).query(Long.class).single();
    return new Page<>(items, total, Math.max(0, page), size);
  }

  List<Meeting> planned() {
    return jdbc.sql("select * from meeting where status = 'PLANNED' order by starts_at, id").query(this::read).list();
  }

  private static void requireOne(Meeting meeting, int changed) {
    if (changed != 1) {
      throw ProblemException.stale(meeting.id());
    }
  }

  private static Booking booking(ResultSet row, int number) throws SQLException {
    return new Booking(row.getString("number"), row.getString("title"), instant(row, "starts_at"),
        instant(row, "ends_at"), row.getString("room"), row.getString("person"), row.getString("name"));
  }

  private Meeting read(ResultSet row, int number) throws SQLException {
    String id = row.getString("id");
    return new Meeting(id, row.getString("number"), row.getString("title"), row.getString("room"),
        instant(row, "starts_at"), instant(row, "ends_at"), row.getString("chair"), people(id), row.getString("guests"),
        Meeting.Status.valueOf(row.getString("status")), agenda(id), tasks.ofMeeting(id), row.getString("minutes"),
        row.getObject("held_on", LocalDate.class), row.getString("cancelled_why"), row.getString("called_by"),
        row.getInt("revision"));
  }

  private List<Meeting.Person> people(String id) {
    return jdbc.sql("""
        select p.username, u.display_name as name, p.present from meeting_person p
          join user_account u on u.username = p.username where p.meeting_id = :id order by p.username
        """).param("id", id).query(Meeting.Person.class).list();
  }

  private List<Meeting.Item> agenda(String id) {
    return jdbc.sql("""
        select seq, subject_kind, subject_id, title, decision from meeting_item where meeting_id = :id order by seq
        """).param("id", id).query(Meeting.Item.class).list();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
