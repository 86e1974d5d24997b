package org.jieshi.certificates;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jieshi.shared.Page;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.Sha256;
import org.jieshi.store.Box;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The certificates in the database. */
@Repository
class CertificateStore {

  private final JdbcClient jdbc;

  CertificateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes a new certificate; the id of the record is not used. */
  Certificate insert(Certificate certificate, String county) {
    jdbc.sql("""
        insert into certificate (number, county, series, unit_id, unit_version, parcel, application_id, mutation_id, status, holder,
          holders, right_kind, right_nature, land_use_scheme, land_use_code, location, term_until, area, ellipsoid_area, boundary,
          srid, boundary_4490, bounds, boundary_hash, accuracy, audit_seq, audit_hash, token, issued_on, issued_at,
          issued_by)
        values (:number, :county, :series, :unitId, :unitVersion, :parcel, :applicationId, :mutation, 'LIVE', :holder,
          cast(:holders as jsonb), :rightKind, :rightNature, :scheme, :code, :location, :termUntil, :area, :ellipsoidArea,
          cast(:boundary as geometry), :srid, cast(:degrees as geometry), cast(:bounds as box), :boundaryHash, :accuracy,
          :auditSeq, :auditHash, :token, :issuedOn, :issuedAt, :issuedBy)
        """)
        .param("number", certificate.number()).param("county", county).param("series", certificate.series().name())
        .param("unitId", certificate.unitId()).param("unitVersion", certificate.unitVersion())
        .param("parcel", certificate.parcel()).param("applicationId", certificate.applicationId())
        .param("mutation", certificate.mutation())
        .param("holder", certificate.holder())
        .param("holders", CertificateRows.json(certificate.holders())).param("rightKind", certificate.rightKind())
        .param("rightNature", certificate.rightNature()).param("scheme", certificate.landUseScheme())
        .param("code", certificate.landUseCode()).param("location", certificate.location())
        .param("termUntil", certificate.termUntil()).param("area", certificate.area())
        .param("ellipsoidArea", certificate.ellipsoidArea())
        .param("boundary", GeometryCodec.write(certificate.boundary())).param("srid", certificate.srid())
        .param("degrees", GeometryCodec.write(certificate.degrees()))
        .param("bounds", Box.of(certificate.degrees().getEnvelopeInternal()).literal())
        .param("boundaryHash", certificate.boundaryHash()).param("accuracy", certificate.accuracy())
        .param("auditSeq", certificate.auditHead().seq()).param("auditHash", certificate.auditHead().hash())
        .param("token", certificate.token()).param("issuedOn", certificate.issuedOn())
        .param("issuedAt", certificate.issuedAt().atOffset(ZoneOffset.UTC)).param("issuedBy", certificate.issuedBy())
        .update();
    return get(certificate.number());
  }

  /** @param position of its holder among the co-owners, from 0; number and token of the first are the certificate's */
  void addPaper(long certificateId, int position, String number, String token, byte[] pdf) {
    jdbc.sql(position == 0
        ? "insert into certificate_document (certificate_id, pdf, sha256) values (:id, :pdf, :sha256)"
        : """
          insert into certificate_copy (certificate_id, position, number, token, pdf, sha256)
          values (:id, :position, :number, :token, :pdf, :sha256)
          """)
        .param("id", certificateId).param("position", position).param("number", number).param("token", token)
        .param("pdf", pdf).param("sha256", Sha256.hex(pdf)).update();
  }

  /** By its own number. */
  byte[] pdf(String number) {
    return jdbc.sql("select pdf from certificate_paper where number = :number").param("number", number)
        .query((row, each) -> row.getBytes(1)).optional()
        .orElseThrow(() -> ProblemException.notFound("certificate", "证书", number));
  }

  Optional<IssuedPaper> findPaperByNumber(String number) {
    return findPaper("number", number);
  }

  Optional<IssuedPaper> findPaperByToken(String token) {
    return findPaper("token", token);
  }

  /** The paper that has these very bytes. */
  Optional<IssuedPaper> findPaperByHash(String sha256) {
    return findPaper("sha256", sha256);
  }

  private Optional<IssuedPaper> findPaper(String column, String key) {
    return jdbc.sql("select certificate_id, position, number, token, sha256 from certificate_paper where " + column
        + " = :key").param("key", key).query((row, each) -> new IssuedPaper(
            find("where id = :key", row.getLong("certificate_id")).orElseThrow(), row.getInt("position"),
            row.getString("number"), row.getString("token"), row.getString("sha256"))).optional();
  }

  Certificate get(String number) {
    return findByNumber(number).orElseThrow(() -> ProblemException.notFound("certificate", "证书", number));
  }

  /** By the number of any of its papers. */
  private Optional<Certificate> findByNumber(String number) {
    return find("where number = :key or id = (select certificate_id from certificate_copy where number = :key)", number);
  }

  Optional<Certificate> findLive(String parcel) {
    return find("where parcel = :key and status = 'LIVE'", parcel);
  }

  private Optional<Certificate> find(String condition, Object key) {
    return jdbc.sql(CertificateRows.SELECT + condition).param("key", key).query(CertificateRows.CERTIFICATE).optional();
  }

  List<Certificate> liveWithin(Envelope degrees) {
    return jdbc.sql(CertificateRows.SELECT + "where status = 'LIVE' and bounds && cast(:window as box) order by id")
        .param("window", Box.of(degrees).literal()).query(CertificateRows.CERTIFICATE).list();
  }

  /** @param moment with the status of then; null: now */
  Page<Certificate> page(@Nullable String parcel, @Nullable CertificateStatus status, @Nullable Instant moment,
      @Nullable String district, int page, int size) {
    String condition = """
        where (cast(:parcel as text) is null or parcel = :parcel)
          and (cast(:district as text) is null or unit_in_district(unit_id, :district))
          and issued_at <= coalesce(cast(:moment as timestamptz), 'infinity')
          and (cast(:status as text) is null
               or case when ended_at > cast(:moment as timestamptz) then 'LIVE' else status end = :status)
        """;
    String statusName = status == null ? null : status.name();
    OffsetDateTime at = moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    long total = jdbc.sql("select count(*) from certificate " + condition).param("parcel", parcel).param("moment", at)
        .param("status", statusName).param("district", district).query(Long.class).single();
    List<Certificate> items = jdbc.sql(CertificateRows.SELECT + condition + "order by id limit :size offset :offset")
        .param("moment", at).param("parcel", parcel).param("status", statusName).param("district", district).param("size", size)
        .param("offset", Page.offset(page, size)).query(CertificateRows.CERTIFICATE).list();
    return new Page<>(items, total, page, size).map(each -> moment == null ? each : each.at(moment));
  }

  /** Ends a live certificate because a change of parcels took its land; false if it has moved on meanwhile. */
  boolean supersede(Certificate certificate, String mutation, Instant at, String by, String why, String document) {
    return end(certificate, CertificateStatus.SUPERSEDED, at, by, why, document, mutation);
  }

  /** Ends a live certificate; false if it has moved on meanwhile. */
  boolean end(Certificate certificate, CertificateStatus status, Instant at, String by, String why,
      @Nullable String document) {
    return end(certificate, status, at, by, why, document, null);
  }

  private boolean end(Certificate certificate, CertificateStatus status, Instant at, String by, String why,
      @Nullable String document, @Nullable String mutation) {
    return jdbc.sql("""
        update certificate set status = :status, ended_at = :at, ended_by = :by, ended_why = :why,
          ended_document = :document, ended_mutation = :mutation, revision = revision + 1
        where id = :id and revision = :revision and status = 'LIVE'
        """)
        .param("status", status.name()).param("at", at.atOffset(ZoneOffset.UTC)).param("by", by).param("why", why)
        .param("document", document).param("mutation", mutation).param("id", certificate.id()).param("revision", certificate.revision())
        .update() == 1;
  }
}
