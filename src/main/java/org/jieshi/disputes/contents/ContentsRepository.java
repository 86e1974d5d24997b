package org.jieshi.disputes.contents;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the file. Callers' transactions write the audit entries. */
@Repository
class ContentsRepository {

  private final JdbcClient jdbc;

  ContentsRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int addStatement(String caseId, String party, NewStatement statement, LocalDate on, String by, Instant at) {
    return jdbc.sql("""
        insert into dispute_statement (dispute_id, seq, party, spoken_by, said_on, answers, body, entered_by,
          entered_at)
        select :id, coalesce(max(seq), 0) + 1, :party, :spokenBy, :on, cast(:answers as int), :body, :by, :at
        from dispute_statement where dispute_id = :id returning seq
        """).param("id", caseId).param("party", party).param("spokenBy", statement.spokenBy().strip()).param("on", on)
        .param("answers", statement.answers(), Types.INTEGER).param("body", statement.text()).param("by", by)
        .param("at", Timestamp.from(at)).query(Integer.class).single();
  }

  List<ContentsView.Statement> statements(String caseId) {
    return jdbc.sql("select * from dispute_statement where dispute_id = :id order by seq").param("id", caseId)
        .query((row, number) -> new ContentsView.Statement(row.getInt("seq"), row.getString("party"),
            row.getString("spoken_by"), row.getObject("said_on", LocalDate.class),
            row.getObject("answers", Integer.class), row.getString("body"), row.getString("entered_by"),
            row.getObject("entered_at", OffsetDateTime.class).toInstant())).list();
  }

  long addEvidence(String caseId, @Nullable String party, EvidenceDesk.NewEvidence evidence, CaseFiles.Stored file,
      String by, Instant at) {
    return jdbc.sql("""
        insert into dispute_evidence (dispute_id, party, class, title, document, dated_on, note, file_name, size,
          sha256, entered_by, entered_at)
        values (:id, :party, :class, :title, :document, :datedOn, :note, :fileName, :size, :sha256, :by,
          :at) returning id
        """).param("id", caseId).param("party", party).param("class", evidence.evidenceClass())
        .param("title", evidence.title()).param("document", evidence.document())
        .param("datedOn", evidence.datedOn(), Types.DATE).param("note", evidence.note())
        .param("fileName", file.fileName()).param("size", file.size()).param("sha256", file.sha256()).param("by", by)
        .param("at", Timestamp.from(at)).query(Long.class).single();
  }

  /** The weightiest class first. */
  List<ContentsView.Evidence> evidence(String caseId) {
    return jdbc.sql("""
        select e.*, c.title as class_title, c.title_zh, c.weight, f.media_type from dispute_evidence e
          join evidence_class c on c.code = e.class join dispute_file f on f.sha256 = e.sha256
        where e.dispute_id = :id order by c.weight desc, e.id
        """).param("id", caseId)
        .query((row, number) -> new ContentsView.Evidence(row.getLong("id"), row.getString("party"),
            row.getString("class"), new Bilingual(row.getString("class_title"), row.getString("title_zh")),
            row.getInt("weight"), row.getString("title"), row.getString("document"),
            row.getObject("dated_on", LocalDate.class), row.getString("note"), row.getString("file_name"),
            row.getString("media_type"), row.getLong("size"), row.getString("sha256"), row.getString("entered_by"),
            row.getObject("entered_at", OffsetDateTime.class).toInstant())).list();
  }

  int addVisit(String caseId, NewVisit visit, LocalDate on, String by, Instant at) {
    return jdbc.sql("""
        insert into dispute_visit (dispute_id, seq, visited_on, place, people, findings, entered_by, entered_at)
        select :id, coalesce(max(seq), 0) + 1, :on, :place, :people, :findings, :by, :at
        from dispute_visit where dispute_id = :id returning seq
        """).param("id", caseId).param("on", on).param("place", visit.place().strip())
        .param("people", String.join("、", visit.people())).param("findings", visit.findings()).param("by", by)
        .param("at", Timestamp.from(at)).query(Integer.class).single();
  }

  boolean hasVisit(String caseId, int number) {
    return jdbc.sql("select exists (select 1 from dispute_visit where dispute_id = :id and seq = :seq)")
        .param("id", caseId).param("seq", number).query(Boolean.class).single();
  }

  List<ContentsView.Visit> visits(String caseId) {
    return jdbc.sql("select * from dispute_visit where dispute_id = :id order by seq").param("id", caseId)
        .query((row, number) -> new ContentsView.Visit(row.getInt("seq"), row.getObject("visited_on", LocalDate.class),
            row.getString("place"), List.of(row.getString("people").split("、")), row.getString("findings"),
            row.getString("entered_by"), row.getObject("entered_at", OffsetDateTime.class).toInstant(),
            photos(caseId, row.getInt("seq")))).list();
  }

  private List<ContentsView.Photo> photos(String caseId, int visit) {
    return jdbc.sql("""
        select p.*, f.media_type from dispute_photo p join dispute_file f on f.sha256 = p.sha256
        where p.dispute_id = :id and p.visit = :visit order by p.id
        """).param("id", caseId).param("visit", visit)
        .query((row, number) -> new ContentsView.Photo(row.getLong("id"), row.getString("caption"),
            row.getObject("lon", Double.class), row.getObject("lat", Double.class), row.getString("positioned"),
            row.getString("taken_at"), row.getString("file_name"), row.getString("media_type"), row.getLong("size"),
            row.getString("sha256"))).list();
  }

  long addPhoto(String caseId, int visit, @Nullable String caption, @Nullable Double lon, @Nullable Double lat,
      @Nullable String positioned, @Nullable String takenAt, CaseFiles.Stored file, String by, Instant at) {
    return jdbc.sql("""
        insert into dispute_photo (dispute_id, visit, caption, lon, lat, positioned, taken_at, file_name, size, sha256,
          entered_by, entered_at)
        values (:id, :visit, :caption, :lon, :lat, :positioned, :takenAt, :fileName, :size, :sha256, :by, :at)
        returning id
        """).param("id", caseId).param("visit", visit).param("caption", caption)
        .param("lon", lon, Types.DOUBLE).param("lat", lat, Types.DOUBLE).param("positioned", positioned)
        .param("takenAt", takenAt).param("fileName", file.fileName()).param("size", file.size())
        .param("sha256", file.sha256()).param("by", by).param("at", Timestamp.from(at)).query(Long.class).single();
  }

  boolean hasFile(String caseId) {
    return jdbc.sql("""
        select exists (select 1 from dispute_evidence where dispute_id = :id)
          or exists (select 1 from dispute_photo where dispute_id = :id)
        """).param("id", caseId).query(Boolean.class).single();
  }

  List<ContentsView.EvidenceClass> classes() {
    return jdbc.sql("select * from evidence_class order by weight desc, code")
        .query((row, number) -> new ContentsView.EvidenceClass(row.getString("code"),
            new Bilingual(row.getString("title"), row.getString("title_zh")), row.getInt("weight"),
            row.getString("source"))).list();
  }

  boolean setWeight(String code, int weight) {
    return jdbc.sql("update evidence_class set weight = :weight where code = :code").param("code", code)
        .param("weight", weight).update() == 1;
  }
}
