package org.jieshi.mutation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jieshi.mutation.Mutation.Child;
import org.jieshi.mutation.Mutation.Parent;
import org.jieshi.mutation.Mutation.Status;
import org.jieshi.parcels.UnitRef;
import org.jieshi.shared.Page;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The changes in the database. */
@Repository
class MutationStore {

  private final JdbcClient jdbc;

  MutationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** {@code 2013-0001}, without gap or double. */
  String nextNumber(int year) {
    int last = jdbc.sql("""
        insert into mutation_number (year, last) values (:year, 1)
        on conflict (year) do update set last = mutation_number.last + 1 returning last
        """).param("year", year).query(Integer.class).single();
    return "%d-%04d".formatted(year, last);
  }

  void insert(Mutation mutation) {
    jdbc.sql("""
        insert into mutation (id, number, kind, status, reason, document, area_before, area_after, proposed_by, proposed_at)
        values (:id, :number, :kind, 'PROPOSED', :reason, :document, :before, :after, :by, :at)
        """).param("id", mutation.id()).param("number", mutation.number()).param("kind", mutation.kind().name())
        .param("reason", mutation.reason()).param("document", mutation.document())
        .param("before", mutation.areaBefore()).param("after", mutation.areaAfter())
        .param("by", mutation.proposedBy()).param("at", mutation.proposedAt().atOffset(ZoneOffset.UTC)).update();
    mutation.parents().forEach(parent -> jdbc.sql("""
        insert into mutation_parent (mutation_id, unit_id, unit_version, code, area)
        values (:id, :unit, :version, :code, :area)
        """).param("id", mutation.id()).param("unit", parent.unitId()).param("version", parent.version())
        .param("code", parent.code()).param("area", parent.area()).update());
    mutation.children().forEach(child -> jdbc.sql("""
        insert into mutation_child (mutation_id, seq, boundary, srid, area)
        values (:id, :seq, cast(:boundary as geometry), :srid, :area)
        """).param("id", mutation.id()).param("seq", child.seq())
        .param("boundary", GeometryCodec.write(child.boundary())).param("srid", child.boundary().getSRID())
        .param("area", child.area()).update());
  }

  /** Says which parcel a new shape became. */
  void became(String id, int seq, UnitRef parcel) {
    jdbc.sql("update mutation_child set unit_id = :unit, code = :code where mutation_id = :id and seq = :seq")
        .param("unit", parcel.id()).param("code", parcel.code()).param("id", id).param("seq", seq).update();
  }

  /** False if it has moved on meanwhile. */
  boolean decide(String id, int revision, Status status, String by, Instant at) {
    return jdbc.sql("""
        update mutation set status = :status, decided_by = :by, decided_at = :at, revision = revision + 1
         where id = :id and revision = :revision and status = 'PROPOSED'
        """).param("status", status.name()).param("by", by).param("at", at.atOffset(ZoneOffset.UTC)).param("id", id)
        .param("revision", revision).update() == 1;
  }

  Optional<Mutation> find(String id) {
    return jdbc.sql("select * from mutation where id = :id or number = :id").param("id", id)
        .query((row, n) -> new Mutation(row.getString("id"), row.getString("number"),
            MutationKind.valueOf(row.getString("kind")), Status.valueOf(row.getString("status")),
            row.getString("reason"), row.getString("document"), row.getBigDecimal("area_before"),
            row.getBigDecimal("area_after"), row.getString("proposed_by"),
            row.getObject("proposed_at", OffsetDateTime.class).toInstant(), row.getString("decided_by"),
            instant(row.getObject("decided_at", OffsetDateTime.class)), row.getInt("revision"),
            parents(row.getString("id")), children(row.getString("id")))).optional();
  }

  Page<Mutation> page(@Nullable Status status, @Nullable String parcel, int page, int wanted) {
    int size = Page.size(wanted);
    String where = """
        where (cast(:status as text) is null or m.status = :status) and (cast(:parcel as text) is null or exists (
          select 1 from mutation_parent p where p.mutation_id = m.id and p.code = :parcel) or exists (
          select 1 from mutation_child c where c.mutation_id = m.id and c.code = :parcel))
        """;
    String name = status == null ? null : status.name();
    long total = jdbc.sql("select count(*) from mutation m " + where).param("status", name).param("parcel", parcel)
        .query(Long.class).single();
    List<Mutation> items = jdbc.sql("select m.id from mutation m " + where
            + " order by m.id desc limit :size offset :offset").param("status", name).param("parcel", parcel)
        .param("size", size).param("offset", Page.offset(page, size)).query(String.class).list().stream()
        .map(id -> find(id).orElseThrow()).toList();
    return new Page<>(items, total, Math.max(0, page), size);
  }

  /** Proposals that a parcel is part of. */
  List<String> openOn(long unitId) {
    return jdbc.sql("""
        select m.id from mutation m join mutation_parent p on p.mutation_id = m.id
         where p.unit_id = :unit and m.status = 'PROPOSED' order by m.id
        """).param("unit", unitId).query(String.class).list();
  }

  /** Executed changes that a parcel went into or came from. */
  List<String> executedOn(String code) {
    return jdbc.sql("""
        select m.id from mutation m where m.status = 'EXECUTED' and (
            exists (select 1 from mutation_parent p where p.mutation_id = m.id and p.code = :code)
            or exists (select 1 from mutation_child c where c.mutation_id = m.id and c.code = :code)) order by m.id
        """).param("code", code).query(String.class).list();
  }

  private List<Parent> parents(String id) {
    return jdbc.sql("select * from mutation_parent where mutation_id = :id order by code").param("id", id)
        .query((row, n) -> new Parent(row.getLong("unit_id"), row.getInt("unit_version"), row.getString("code"),
            row.getBigDecimal("area"))).list();
  }

  private List<Child> children(String id) {
    return jdbc.sql("""
        select seq, cast(boundary as bytea) as boundary, area, unit_id, code from mutation_child
         where mutation_id = :id order by seq
        """).param("id", id).query((row, n) -> new Child(row.getInt("seq"), GeometryCodec.read(row.getBytes("boundary")),
            row.getBigDecimal("area"), row.getObject("unit_id", Long.class), row.getString("code"))).list();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  static BigDecimal sum(List<BigDecimal> areas) {
    return areas.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
