package org.jieshi.coordination.patrol;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jieshi.disputes.encroachment.EncroachmentFact;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.Sha256;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the findings. */
@Repository
class FindingStore {

  private static final String SELECT = """
      select f.*, cast(f.position as bytea) as position_ewkb, cast(f.outline as bytea) as outline_ewkb from finding f
      """;

  private final JdbcClient jdbc;
  private final OfficeClock clock;

  FindingStore(JdbcClient jdbc, OfficeClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void insert(String id, Findings.NewFinding finding, Geometry position, @Nullable Geometry outline,
      @Nullable String parcel, String by) {
    jdbc.sql("""
        insert into finding (id, number, patrol_id, found_on, found_by, position, outline, accuracy, parcel, occupier,
          way, since, note, status)
        values (:id, :number, :patrol, :on, :by, cast(:position as geometry), cast(:outline as geometry), :accuracy,
          :parcel, :occupier, :way, :since, :note, 'OPEN')
        """).param("id", id).param("number", "现" + id.substring(1)).param("patrol", finding.patrolId())
        .param("on", finding.foundOn()).param("by", by).param("position", GeometryCodec.write(position))
        .param("outline", outline == null ? null : GeometryCodec.write(outline)).param("accuracy", finding.accuracy())
        .param("parcel", parcel).param("occupier", finding.occupier()).param("way", finding.way().name())
        .param("since", finding.since()).param("note", finding.note()).update();
  }

  void outline(Finding finding, Geometry outline, double accuracy, @Nullable String parcel) {
    requireOne(finding, jdbc.sql("""
        update finding set outline = cast(:outline as geometry), accuracy = :accuracy, parcel = :parcel,
          revision = revision + 1 where id = :id and revision = :revision
        """).param("outline", GeometryCodec.write(outline)).param("accuracy", accuracy).param("parcel", parcel)
        .param("id", finding.id()).param("revision", finding.revision()).update());
  }

  void claimed(Finding finding, String parcel) {
    requireOne(finding, jdbc.sql("""
        update finding set status = 'CLAIMED', claim_code = id, parcel = :parcel, revision = revision + 1
        where id = :id and revision = :revision
        """).param("parcel", parcel).param("id", finding.id()).param("revision", finding.revision()).update());
  }

  void inCase(Finding finding, String caseId) {
    requireOne(finding, jdbc.sql("""
        update finding set status = 'IN_CASE', case_id = :case, revision = revision + 1
        where id = :id and revision = :revision
        """).param("case", caseId).param("id", finding.id()).param("revision", finding.revision()).update());
  }

  void dismiss(Finding finding, String why) {
    requireOne(finding, jdbc.sql("""
        update finding set status = 'DISMISSED', dismissed_why = :why, revision = revision + 1
        where id = :id and revision = :revision
        """).param("why", why).param("id", finding.id()).param("revision", finding.revision()).update());
  }

  boolean addPhoto(String id, String name, String mediaType, String sha256, byte[] content, String by) {
    return jdbc.sql("""
        insert into finding_photo (finding_id, seq, file_name, media_type, size, sha256, content, added_by, added_at)
        select :id, coalesce(max(seq), 0) + 1, :name, :type, :size, :sha256, :content, :by, :at from finding_photo
        where finding_id = :id
        on conflict (finding_id, sha256) do nothing
        """).param("id", id).param("name", name).param("type", mediaType).param("size", content.length)
        .param("sha256", sha256).param("content", content).param("by", by).param("at", Timestamp.from(clock.now()))
        .update() == 1;
  }

  /** @throws IllegalStateException if the stored bytes are no longer those that were uploaded */
  byte[] photo(String id, int seq) {
    return jdbc.sql("select content, sha256 from finding_photo where finding_id = :id and seq = :seq").param("id", id)
        .param("seq", seq).query((row, number) -> {
          byte[] content = row.getBytes("content");
          if (!Sha256.hex(content).equals(row.getString("sha256"))) {
            throw new IllegalStateException("photo " + id + "/" + seq + " was altered in the database");
          }
          return content;
        }).optional().orElseThrow(() -> ProblemException.notFound("photo", "照片", id + "/" + seq));
  }

  Optional<Finding> find(String id) {
    return jdbc.sql(SELECT + "where f.id = :id").param("id", id).query(this::read).optional();
  }

  List<Finding> open() {
    return jdbc.sql(SELECT + "where f.status in ('OPEN', 'CLAIMED') order by f.found_on, f.id").query(this::read)
        .list();
  }

  Page<Finding> page(Finding.@Nullable Status status, @Nullable String patrol, int page, int size) {
    String where = """
        where (cast(:status as text) is null or f.status = :status)
          and (cast(:patrol as text) is null or f.patrol_id = :patrol)
        """;
    String wanted = status == null ? null : status.name();
    List<Finding> items = jdbc.sql(SELECT + where
            + "order by f.status not in ('OPEN', 'CLAIMED'), f.found_on desc, f.id desc limit :size offset :offset")
        .param("status", wanted).param("patrol", patrol).param("size", size).param("offset", Page.offset(page, size))
        .query(this::read).list();
    long total = jdbc.sql("select count(*) from finding f " + where).param("status", wanted).param("patrol", patrol)
        .query(Long.class).single();
    return new Page<>(items, total, Math.max(0, page), size);
  }

  private static void requireOne(Finding finding, int changed) {
    if (changed != 1) {
      throw ProblemException.stale(finding.id());
    }
  }

  private Finding read(ResultSet row, int number) throws SQLException {
    String id = row.getString("id");
    byte[] ewkb = row.getBytes("outline_ewkb");
    Geometry outline = ewkb == null ? null : GeometryCodec.read(ewkb);
    BigDecimal area = outline == null ? null : Areas.planeArea(
        CoordinateSystems.transform(outline, CoordinateSystems.CGCS2000_DEGREES, Positions.zone(outline)));
    return new Finding(id, row.getString("number"), row.getString("patrol_id"),
        row.getObject("found_on", LocalDate.class), row.getString("found_by"),
        GeometryCodec.read(row.getBytes("position_ewkb")), outline, area, row.getDouble("accuracy"),
        row.getString("parcel"), row.getString("occupier"), EncroachmentFact.Way.valueOf(row.getString("way")),
        row.getObject("since", LocalDate.class), row.getString("note"),
        Finding.Status.valueOf(row.getString("status")), row.getString("claim_code"), row.getString("case_id"),
        row.getString("dismissed_why"), jdbc.sql("""
            select seq, file_name, media_type, size, sha256 from finding_photo where finding_id = :id order by seq
            """).param("id", id).query(Finding.Photo.class).list(), row.getInt("revision"));
  }
}
