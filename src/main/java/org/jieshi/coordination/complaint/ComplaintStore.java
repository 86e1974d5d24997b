package org.jieshi.coordination.complaint;

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

/** The tables of the complaints. */
@Repository
class ComplaintStore {

  private final JdbcClient jdbc;

  ComplaintStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String id, Complaints.NewComplaint complaint, String by, LocalDate on, LocalDate resultBy) {
    jdbc.sql("""
        insert into complaint (id, number, complainant, contact, respondent, respondent_user, subject_kind, subject_id,
          body, received_by, received_on, status, result_by)
        values (:id, :number, :complainant, :contact, :respondent, :user, :kind, :subject, :body, :by, :on, 'RECEIVED',
          :resultBy)
        """).param("id", id).param("number", "诉" + id.substring(1)).param("complainant", complaint.complainant())
        .param("contact", complaint.contact()).param("respondent", complaint.respondent())
        .param("user", complaint.respondentUser()).param("kind", complaint.subjectKind())
        .param("subject", complaint.subjectId()).param("body", complaint.body()).param("by", by).param("on", on)
        .param("resultBy", resultBy).update();
  }

  void replaceMembers(Complaint complaint, Collection<String> members) {
    touch(complaint);
    jdbc.sql("delete from complaint_member where complaint_id = :id").param("id", complaint.id()).update();
    members.forEach(member -> jdbc.sql("insert into complaint_member (complaint_id, username) values (:id, :member)")
        .param("id", complaint.id()).param("member", member).update());
  }

  void copy(Complaint complaint, LocalDate on, LocalDate answerBy) {
    requireOne(complaint, jdbc.sql("""
        update complaint set status = 'WITH_RESPONDENT', copied_on = :on, answer_by = :by, revision = revision + 1
        where id = :id and revision = :revision
        """).param("on", on).param("by", answerBy).param("id", complaint.id())
        .param("revision", complaint.revision()).update());
  }

  void answer(Complaint complaint, String answer, String by, LocalDate on) {
    requireOne(complaint, jdbc.sql("""
        update complaint set answer = :answer, answered_by = :by, answered_on = :on, revision = revision + 1
        where id = :id and revision = :revision
        """).param("answer", answer).param("by", by).param("on", on).param("id", complaint.id())
        .param("revision", complaint.revision()).update());
  }

  void hear(Complaint complaint, Complaint.Hearing hearing) {
    requireOne(complaint, jdbc.sql("""
        update complaint set status = 'HEARING', revision = revision + 1 where id = :id and revision = :revision
        """).param("id", complaint.id()).param("revision", complaint.revision()).update());
    jdbc.sql("""
        insert into complaint_hearing (complaint_id, seq, side, held_on, appeared, people, minutes)
        select :id, coalesce(max(seq), 0) + 1, :side, :on, :appeared, :people, :minutes from complaint_hearing
        where complaint_id = :id
        """).param("id", complaint.id()).param("side", hearing.side().name()).param("on", hearing.heldOn())
        .param("appeared", hearing.appeared()).param("people", hearing.people())
        .param("minutes", hearing.minutes()).update();
  }

  void decide(Complaint complaint, Complaint.Finding finding, String result, LocalDate on, Collection<String> copies) {
    requireOne(complaint, jdbc.sql("""
        update complaint set status = 'DECIDED', finding = :finding, result = :result, decided_on = :on,
          revision = revision + 1
        where id = :id and revision = :revision
        """).param("finding", finding.name()).param("result", result).param("on", on).param("id", complaint.id())
        .param("revision", complaint.revision()).update());
    copies.forEach(recipient -> jdbc.sql("""
        insert into complaint_copy (complaint_id, seq, recipient, sent_on)
        select :id, coalesce(max(seq), 0) + 1, :recipient, :on from complaint_copy where complaint_id = :id
        """).param("id", complaint.id()).param("recipient", recipient).param("on", on).update());
  }

  void withdraw(Complaint complaint, LocalDate on) {
    requireOne(complaint, jdbc.sql("""
        update complaint set status = 'WITHDRAWN', withdrawn_on = :on, revision = revision + 1
        where id = :id and revision = :revision
        """).param("on", on).param("id", complaint.id()).param("revision", complaint.revision()).update());
  }

  private void touch(Complaint complaint) {
    requireOne(complaint, jdbc.sql("""
        update complaint set revision = revision + 1 where id = :id and revision = :revision
        """).param("id", complaint.id()).param("revision", complaint.revision()).update());
  }

  void addEvent(String id, Instant at, String action, String actor, @Nullable String note) {
    jdbc.sql("""
        insert into complaint_event (complaint_id, seq, at, action, actor, note)
        select :id, coalesce(max(seq), 0) + 1, :at, :action, :actor, :note from complaint_event where complaint_id = :id
        """).param("id", id).param("at", Timestamp.from(at)).param("action", action).param("actor", actor)
        .param("note", note).update();
  }

  Optional<Complaint> find(String id) {
    return jdbc.sql("select * from complaint where id = :id").param("id", id).query(this::read).optional();
  }

  List<Complaint> open() {
    return jdbc.sql("select * from complaint where status not in ('DECIDED', 'WITHDRAWN') order by result_by, id")
        .query(this::read).list();
  }

  Page<Complaint> page(Complaint.@Nullable Status status, int page, int size) {
    String where = " where (cast(:status as text) is null or status = :status) ";
    String wanted = status == null ? null : status.name();
    List<Complaint> items = jdbc.sql("select * from complaint" + where + """
        order by status in ('DECIDED', 'WITHDRAWN'), result_by, id limit :size offset :offset
        """).param("status", wanted).param("size", size).param("offset", Page.offset(page, size))
        .query(this::read).list();
    long total = jdbc.sql("select count(*) from complaint" + where).param("status", wanted).query(Long.class).single();
    return new Page<>(items, total, Math.max(0, page), size);
  }

  private static void requireOne(Complaint complaint, int changed) {
    if (changed != 1) {
      throw ProblemException.stale(complaint.id());
    }
  }

  private Complaint read(ResultSet row, int number) throws SQLException {
    String id = row.getString("id");
    String finding = row.getString("finding");
    return new Complaint(id, row.getString("number"), row.getString("complainant"), row.getString("contact"),
        row.getString("respondent"), row.getString("respondent_user"), row.getString("subject_kind"),
        row.getString("subject_id"), row.getString("body"), row.getString("received_by"), day(row, "received_on"),
        Complaint.Status.valueOf(row.getString("status")), day(row, "copied_on"), day(row, "answer_by"),
        row.getString("answer"), row.getString("answered_by"), day(row, "answered_on"), day(row, "result_by"),
        finding == null ? null : Complaint.Finding.valueOf(finding), row.getString("result"), day(row, "decided_on"),
        jdbc.sql("""
            select m.username, u.display_name as name from complaint_member m
              join user_account u on u.username = m.username where m.complaint_id = :id order by m.username
            """).param("id", id).query(Complaint.Person.class).list(),
        jdbc.sql("""
            select side, held_on, appeared, people, minutes from complaint_hearing where complaint_id = :id order by seq
            """).param("id", id).query(Complaint.Hearing.class).list(),
        jdbc.sql("select recipient, sent_on from complaint_copy where complaint_id = :id order by seq")
            .param("id", id).query(Complaint.Copy.class).list(),
        jdbc.sql("""
            select e.*, u.display_name from complaint_event e join user_account u on u.username = e.actor
            where e.complaint_id = :id order by e.seq
            """).param("id", id).query((event, n) -> new Complaint.Event(
                event.getObject("at", OffsetDateTime.class).toInstant(), event.getString("action"),
                event.getString("actor"), event.getString("display_name"), event.getString("note"))).list(),
        row.getInt("revision"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
