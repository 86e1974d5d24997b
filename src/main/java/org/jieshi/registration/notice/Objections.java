package org.jieshi.registration.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jieshi.shared.Page;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The objections, each from its receipt to its written answer. Callers' transactions write the audit entries. */
@Repository
public class Objections {

  private final JdbcClient jdbc;

  Objections(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Objection get(String id) {
    return jdbc.sql("select * from objection where id = :id").param("id", id).query(Objections::read).optional()
        .orElseThrow(() -> ProblemException.notFound("objection", "异议", id));
  }

  /** All that were ever lodged against an application, to whichever of its notices, the oldest first. */
  public List<Objection> of(String applicationId) {
    return jdbc.sql("select * from objection where application_id = :id order by lodged_at, id")
        .param("id", applicationId).query(Objections::read).list();
  }

  /** Those that stand so, or all of them; who has waited longest comes first. */
  public Page<Objection> page(Objection.@Nullable Status status, int page, int size) {
    String where = " where cast(:status as text) is null or status = :status ";
    String wanted = status == null ? null : status.name();
    List<Objection> items = jdbc.sql("select * from objection" + where + "order by lodged_at, id limit :size offset :offset")
        .param("status", wanted).param("size", size).param("offset", Page.offset(page, size))
        .query(Objections::read).list();
    long total = jdbc.sql("select count(*) from objection" + where).param("status", wanted).query(Long.class).single();
    return new Page<>(items, total, Math.max(0, page), size);
  }

  public void add(String id, String receipt, Notice notice, NewObjection objection, ReceiptCode code, Instant at) {
    jdbc.sql("""
        insert into objection (id, receipt, notice_id, application_id, person, contact, ground, evidence, lodged_at,
          status, code_hash)
        values (:id, :receipt, :notice, :application, :person, :contact, :ground, :evidence, :at, 'OPEN', :code)
        """).param("code", code.hash())
        .param("id", id).param("receipt", receipt).param("notice", notice.id())
        .param("application", notice.applicationId()).param("person", objection.person())
        .param("contact", objection.contact()).param("ground", objection.ground())
        .param("evidence", objection.evidence()).param("at", Timestamp.from(at)).update();
  }

  /** The one with this receipt, if the code is the one that was given with it. */
  public Optional<Objection> findByReceipt(String receipt, ReceiptCode code) {
    return jdbc.sql("select code_hash from objection where receipt = :receipt and code_hash is not null")
        .param("receipt", receipt).query(String.class).optional().filter(code::matches)
        .map(known -> jdbc.sql("select * from objection where receipt = :receipt").param("receipt", receipt)
            .query(Objections::read).single());
  }

  public List<Evidence> evidence(String objectionId) {
    return jdbc.sql("select * from objection_evidence where objection_id = :id order by id").param("id", objectionId)
        .query((row, number) -> new Evidence(row.getLong("id"), row.getString("objection_id"),
            row.getString("file_name"), row.getString("media_type"), row.getLong("size"), row.getString("sha256"),
            row.getObject("received_at", OffsetDateTime.class).toInstant())).list();
  }

  public void addEvidence(String objectionId, String fileName, String mediaType, long size, String sha256, Instant at) {
    jdbc.sql("""
        insert into objection_evidence (objection_id, file_name, media_type, size, sha256, received_at)
        values (:objection, :fileName, :mediaType, :size, :sha256, :at)
        """).param("objection", objectionId).param("fileName", fileName).param("mediaType", mediaType)
        .param("size", size).param("sha256", sha256).param("at", Timestamp.from(at)).update();
  }

  public void answer(String id, Objection.Status status, String answer, String person, Instant at) {
    int changed = jdbc.sql("""
        update objection set status = :status, answer = :answer, answered_by = :person, answered_at = :at
        where id = :id and status = 'OPEN'
        """).param("status", status.name()).param("answer", answer).param("person", person)
        .param("at", Timestamp.from(at)).param("id", id).update();
    if (changed != 1) {
      throw ProblemException.stale(id);
    }
  }

  public void nameCase(String id, String caseNumber) {
    jdbc.sql("update objection set case_number = :case where id = :id").param("case", caseNumber).param("id", id)
        .update();
  }

  private static Objection read(ResultSet row, int number) throws SQLException {
    OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
    return new Objection(row.getString("id"), row.getString("receipt"), row.getString("notice_id"),
        row.getString("application_id"), row.getString("person"), row.getString("contact"), row.getString("ground"),
        row.getString("evidence"), row.getObject("lodged_at", OffsetDateTime.class).toInstant(),
        Objection.Status.valueOf(row.getString("status")), row.getString("answer"), row.getString("answered_by"),
        answered == null ? null : answered.toInstant(), row.getString("case_number"));
  }
}
