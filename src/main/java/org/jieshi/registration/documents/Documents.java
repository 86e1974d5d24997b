package org.jieshi.registration.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of applications, and what is required of them. Callers' transactions write the audit entries. */
@Repository
public class Documents {

  private final JdbcClient jdbc;

  Documents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What this kind of right requires on that day; an empty list means that no setting says so, not that nothing is
   * needed.
   */
  public List<RequiredDocument> required(RightKind kind, LocalDate day) {
    return jdbc.sql("""
        select distinct r.document_kind, r.source from required_document r
          left join required_document_end e using (right_kind, document_kind, valid_from)
        where r.right_kind = :kind and r.valid_from <= :day and (r.valid_to is null or r.valid_to >= :day)
          and (e.last_day is null or e.last_day >= :day)
        order by r.document_kind
        """).param("kind", kind.name()).param("day", day)
        .query((row, number) -> new RequiredDocument(DocumentKind.valueOf(row.getString("document_kind")),
            row.getString("source"))).list();
  }

  public List<ApplicationDocument> of(String applicationId) {
    return jdbc.sql("select * from application_document where application_id = :id order by id")
        .param("id", applicationId).query(Documents::read).list();
  }

  public ApplicationDocument get(String applicationId, long id) {
    return jdbc.sql("select * from application_document where application_id = :application and id = :id")
        .param("application", applicationId).param("id", id).query(Documents::read).optional()
        .orElseThrow(() -> ProblemException.notFound("document", "材料", id));
  }

  /** Keeps content once, whatever the number of applications it stands for. */
  public ApplicationDocument add(String applicationId, DocumentKind kind, String fileName, String mediaType,
      byte[] content, String person, Instant at) {
    String sha256 = keep(content);
    long id = jdbc.sql("""
        insert into application_document (application_id, kind, file_name, media_type, size, sha256, uploaded_by,
          uploaded_at)
        values (:application, :kind, :fileName, :mediaType, :size, :sha256, :person, :at) returning id
        """)
        .param("application", applicationId).param("kind", kind.name()).param("fileName", fileName)
        .param("mediaType", mediaType).param("size", content.length).param("sha256", sha256).param("person", person)
        .param("at", Timestamp.from(at)).query(Long.class).single();
    return get(applicationId, id);
  }

  /** Keeps content; the SHA-256 it is found by. */
  public String keep(byte[] content) {
    String sha256 = Sha256.hex(content);
    jdbc.sql("insert into document_content (sha256, content) values (:sha256, :content) on conflict do nothing")
        .param("sha256", sha256).param("content", content).update();
    return sha256;
  }

  /** @throws IllegalStateException if the stored bytes are no longer those that were uploaded */
  public byte[] content(ApplicationDocument document) {
    return content(document.sha256());
  }

  /** @throws IllegalStateException if the stored bytes are no longer those that were kept */
  public byte[] content(String sha256) {
    byte[] content = jdbc.sql("select content from document_content where sha256 = :sha256")
        .param("sha256", sha256).query(byte[].class).single();
    if (!Sha256.hex(content).equals(sha256)) {
      throw new IllegalStateException("the content " + sha256 + " was altered in the database");
    }
    return content;
  }

  private static ApplicationDocument read(ResultSet row, int number) throws SQLException {
    return new ApplicationDocument(row.getLong("id"), row.getString("application_id"),
        DocumentKind.valueOf(row.getString("kind")), row.getString("file_name"), row.getString("media_type"),
        row.getLong("size"), row.getString("sha256"), row.getString("uploaded_by"),
        row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
  }
}
