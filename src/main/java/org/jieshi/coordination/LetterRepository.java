package org.jieshi.coordination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jieshi.shared.Page;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The letters' tables. */
@Repository
class LetterRepository {

  private static final String SELECT = """
      select l.*, (select count(*) from liaison_letter_event e where e.letter_id = l.id and e.action = 'REMINDED')
        as reminders
      from liaison_letter l
      """;

  private final JdbcClient jdbc;

  LetterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next number of the year; the row's lock makes others wait until this transaction is decided. */
  int nextNumber(int year) {
    return jdbc.sql("""
        insert into liaison_letter_number (year, last) values (:year, 1)
        on conflict (year) do update set last = liaison_letter_number.last + 1
        returning last
        """).param("year", year).query(Integer.class).single();
  }

  void insert(String id, String number, LetterKind kind, NewLetter letter, String addressee,
      @Nullable String parcelCode, String askedBy, Instant sentAt, LocalDate sentOn, LocalDate dueOn) {
    jdbc.sql("""
        insert into liaison_letter (id, number, told, department, addressee, subject_kind, subject_id, parcel_code,
          question, status, asked_by, owner, sent_at, sent_on, due_on)
        values (:id, :number, :told, :department, :addressee, :subjectKind, :subjectId, :parcelCode, :question,
          'SENT', :askedBy, :owner, :sentAt, :sentOn, :dueOn)
        """)
        .param("id", id).param("number", number).param("told", kind.asks() ? null : kind.name())
        .param("department", letter.department().name())
        .param("addressee", addressee).param("subjectKind", letter.subjectKind().name())
        .param("subjectId", letter.subjectId()).param("parcelCode", parcelCode).param("question", letter.question())
        .param("askedBy", askedBy).param("owner", letter.owner()).param("sentAt", Timestamp.from(sentAt))
        .param("sentOn", sentOn).param("dueOn", dueOn).update();
  }

  void answer(LiaisonLetter letter, LetterReply reply, LocalDate on) {
    requireOne(letter, jdbc.sql("""
        update liaison_letter set status = 'ANSWERED', answer = :answer, answered_by = :by, answered_on = :on,
          decision = :decision, land_use_scheme = :scheme, land_use_code = :code, revision = revision + 1
        where id = :id and revision = :revision
        """)
        .param("answer", reply.answer()).param("by", reply.answeredBy()).param("on", on)
        .param("decision", reply.decision().name()).param("scheme", reply.landUseScheme())
        .param("code", reply.landUseCode()).param("id", letter.id()).param("revision", letter.revision())
        .update());
  }

  void withdraw(LiaisonLetter letter, LocalDate on) {
    requireOne(letter, jdbc.sql("""
        update liaison_letter set status = 'WITHDRAWN', withdrawn_on = :on, revision = revision + 1
        where id = :id and revision = :revision
        """).param("on", on).param("id", letter.id()).param("revision", letter.revision()).update());
  }

  void handOver(LiaisonLetter letter, String owner) {
    requireOne(letter, jdbc.sql("""
        update liaison_letter set owner = :owner, revision = revision + 1 where id = :id and revision = :revision
        """).param("owner", owner).param("id", letter.id()).param("revision", letter.revision()).update());
  }

  void escalate(LiaisonLetter letter, int step) {
    requireOne(letter, jdbc.sql("""
        update liaison_letter set escalated = :step, revision = revision + 1 where id = :id and revision = :revision
        """).param("step", step).param("id", letter.id()).param("revision", letter.revision()).update());
  }

  void touch(LiaisonLetter letter) {
    requireOne(letter, jdbc.sql("""
        update liaison_letter set revision = revision + 1 where id = :id and revision = :revision
        """).param("id", letter.id()).param("revision", letter.revision()).update());
  }

  void addEvent(String letterId, Instant at, String action, @Nullable String actor, @Nullable String note) {
    jdbc.sql("""
        insert into liaison_letter_event (letter_id, seq, at, action, actor, note)
        select :id, coalesce(max(seq), 0) + 1, :at, :action, :actor, :note
        from liaison_letter_event where letter_id = :id
        """)
        .param("id", letterId).param("at", Timestamp.from(at)).param("action", action).param("actor", actor)
        .param("note", note).update();
  }

  Optional<LiaisonLetter> find(String id, LocalDate today) {
    return jdbc.sql(SELECT + "where l.id = :id").param("id", id)
        .query((row, number) -> letter(row, today)).optional();
  }

  List<LiaisonLetter> ofParcel(String parcelCode, LocalDate today) {
    return jdbc.sql(SELECT + "where l.parcel_code = :code order by l.sent_at, l.id").param("code", parcelCode)
        .query((row, number) -> letter(row, today)).list();
  }

  List<LiaisonLetter> ofSubject(LetterSubject kind, String id, LocalDate today) {
    return jdbc.sql(SELECT + "where l.subject_kind = :kind and l.subject_id = :id order by l.sent_at, l.id")
        .param("kind", kind.name()).param("id", id).query((row, number) -> letter(row, today)).list();
  }

  /** All that are waited for, the longest due first. */
  List<LiaisonLetter> waiting(LocalDate today) {
    return jdbc.sql(SELECT + "where l.status = 'SENT' order by l.due_on, l.id")
        .query((row, number) -> letter(row, today)).list();
  }

  /** Waiting letters first, the longest due at the top. */
  Page<LiaisonLetter> page(LetterFilter filter, LocalDate today, int page, int size) {
    String where = """
        where (cast(:department as text) is null or l.department = :department)
          and (cast(:subjectKind as text) is null or l.subject_kind = :subjectKind)
          and (cast(:subjectId as text) is null or l.subject_id = :subjectId)
          and (cast(:parcel as text) is null or l.parcel_code = :parcel)
          and (cast(:status as text) is null or l.status = :status)
          and (cast(:overdue as boolean) is null or (l.status = 'SENT' and l.due_on < :today) = :overdue)
        """;
    List<LiaisonLetter> items = filtered(SELECT + where + """
        order by l.status <> 'SENT', case when l.status = 'SENT' then l.due_on end, l.sent_at desc, l.id
        limit :size offset :offset
        """, filter, today).param("size", size).param("offset", Page.offset(page, size))
        .query((row, number) -> letter(row, today)).list();
    long total = filtered("select count(*) from liaison_letter l " + where, filter, today)
        .query(Long.class).single();
    return new Page<>(items, total, Math.max(0, page), size);
  }

  List<LetterEvent> events(String letterId) {
    return jdbc.sql("""
        select e.*, u.display_name from liaison_letter_event e left join user_account u on u.username = e.actor
        where letter_id = :id order by seq
        """).param("id", letterId)
        .query((row, number) -> new LetterEvent(row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("action"), row.getString("actor"), row.getString("display_name"), row.getString("note")))
        .list();
  }

  private JdbcClient.StatementSpec filtered(String sql, LetterFilter filter, LocalDate today) {
    return jdbc.sql(sql)
        .param("department", filter.department() == null ? null : filter.department().name())
        .param("subjectKind", filter.subjectKind() == null ? null : filter.subjectKind().name())
        .param("subjectId", filter.subjectId()).param("parcel", filter.parcel())
        .param("status", filter.status() == null ? null : filter.status().name())
        .param("overdue", filter.overdue()).param("today", today);
  }

  private static void requireOne(LiaisonLetter letter, int changed) {
    if (changed != 1) {
      throw ProblemException.stale(letter.number());
    }
  }

  private static LiaisonLetter letter(ResultSet row, LocalDate today) throws SQLException {
    LetterStatus status = LetterStatus.valueOf(row.getString("status"));
    LocalDate due = row.getObject("due_on", LocalDate.class);
    @Nullable LocalDate answered = row.getObject("answered_on", LocalDate.class);
    @Nullable String decision = row.getString("decision");
    @Nullable String told = row.getString("told");
    return new LiaisonLetter(row.getString("id"), row.getString("number"),
        told == null ? LetterKind.QUESTION : LetterKind.valueOf(told),
        Department.valueOf(row.getString("department")), row.getString("addressee"),
        LetterSubject.valueOf(row.getString("subject_kind")), row.getString("subject_id"),
        row.getString("parcel_code"), row.getString("question"), status, row.getString("asked_by"),
        row.getString("owner") == null ? row.getString("asked_by") : row.getString("owner"), row.getInt("escalated"),
        row.getObject("sent_at", OffsetDateTime.class).toInstant(), row.getObject("sent_on", LocalDate.class), due,
        status == LetterStatus.SENT && due.isBefore(today), row.getString("answer"), row.getString("answered_by"),
        answered, answered != null && answered.isAfter(due),
        decision == null ? null : LetterDecision.valueOf(decision), row.getString("land_use_scheme"),
        row.getString("land_use_code"), row.getInt("reminders"), row.getInt("revision"));
  }
}
