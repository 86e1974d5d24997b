package org.jieshi.parcels;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.store.Box;
import org.jieshi.store.GeometryCodec;
import org.jieshi.store.PlannerStatistics;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writing units in sets: a handful of statements however many there are, and batches that the driver joins. */
@Component
class UnitWriter {

  private static final int BATCH = 1_000;

  private static final String INSERT_UNIT = """
      insert into spatial_unit (id, kind, code, status, version, created_at) overriding system value
      values (:id, :kind, :code, :status, 1, :now)
      """;

  private static final String INSERT_VERSION = """
      insert into spatial_unit_version (unit_id, version, current, boundary, srid, boundary_4490, bounds, boundary_hash,
        plane_area, ellipsoid_area, declared_area, accuracy, party, basis, document, since, sub_farm, town, village,
        land_use_scheme, land_use_code, location, right_nature, attributes, import_id, import_record, reason,
        reason_subject, valid_from)
      values (:unit, :version, true, cast(:boundary as geometry), :srid, cast(:degrees as geometry),
        cast(:bounds as box), :hash, :planeArea, :ellipsoidArea, :declaredArea, :accuracy, :party, :basis, :document,
        :since, :subFarm, :town, :village, :landUseScheme, :landUseCode, :location, :rightNature,
        cast(:attributes as jsonb), :importId, :importRecord, :reason, :reasonSubject, :now)
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final DrawnUnits drawn;
  private final OfficeClock clock;

  UnitWriter(JdbcClient jdbc, NamedParameterJdbcTemplate batches, DrawnUnits drawn, OfficeClock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.drawn = drawn;
    this.clock = clock;
  }

  /**
   * Locks the units that have these codes, by code, so that two changes of the same units wait for each other instead
   * of blocking each other.
   */
  Map<String, UnitHead> lock(UnitKind kind, List<String> codes) {
    Set<String> seen = new HashSet<>();
    for (String code : codes) {
      if (!seen.add(code)) {
        throw Problem.of(ProblemCode.DUPLICATE, "The number %s appears twice.".formatted(code),
            "编号 %s 重复出现。".formatted(code)).about(code).asException();
      }
    }
    return jdbc.sql("""
        select u.id, u.code, u.status, u.version, v.ended_reason
          from spatial_unit u join spatial_unit_version v on v.unit_id = u.id and v.version = u.version
         where u.kind = :kind and u.code = any(:codes) order by u.code for update of u
        """)
        .param("kind", kind.name()).param("codes", codes.toArray(String[]::new))
        .query((row, number) -> new UnitHead(row.getLong("id"), row.getString("code"),
            UnitStatus.valueOf(row.getString("status")), row.getInt("version"), row.getString("ended_reason")))
        .list().stream().collect(Collectors.toMap(UnitHead::code, Function.identity()));
  }

  /** Writes one version for each entry; units in {@code known} get their next one. */
  List<UnitRef> write(UnitKind kind, Map<String, UnitHead> known, List<NewVersion> versions, ChangeReason why) {
    OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
    advance(kind, known.values(), now, why);
    Iterator<Long> ids = freshIds(versions.size() - known.size()).iterator();
    List<UnitRef> refs = new ArrayList<>(versions.size());
    List<MapSqlParameterSource> units = new ArrayList<>();
    List<MapSqlParameterSource> rows = new ArrayList<>();
    for (NewVersion version : versions) {
      UnitHead head = known.get(version.draft().code());
      UnitRef ref = head == null ? new UnitRef(ids.next(), kind, version.draft().code(), 1)
          : new UnitRef(head.id(), kind, head.code(), head.version() + 1);
      refs.add(ref);
      if (head == null) {
        units.add(unit(ref, now));
      }
      rows.add(row(ref, version, now, why));
    }
    try {
      inBatches(INSERT_UNIT, units);
    } catch (DuplicateKeyException added) {
      throw Problem.of(ProblemCode.VERSION_STALE,
          "Somebody else was adding the same numbers at this moment; nothing was changed. Try again.",
          "他人正在登记相同编号，未作任何更改，请重试。").asException();
    }
    inBatches(INSERT_VERSION, rows);
    PlannerStatistics.grown(jdbc, "spatial_unit (id, kind, code)", units.size());
    PlannerStatistics.grown(jdbc, "spatial_unit_version (unit_id, version, current, bounds, basis)", rows.size());
    drawn.draw(refs, versions);
    return refs;
  }

  /** Ends the versions in force; the units are withdrawn or retired. */
  void end(UnitKind kind, Collection<Long> unitIds, ChangeReason why) {
    Long[] ids = unitIds.toArray(Long[]::new);
    close(ids, clock.now().atOffset(ZoneOffset.UTC), why);
    jdbc.sql("update spatial_unit set status = :status, revision = revision + 1 where id = any(:ids)")
        .param("status", kind.last().name()).param("ids", ids).update();
    drawn.erase(ids);
  }

  void setStatus(long unitId, UnitStatus status) {
    jdbc.sql("update spatial_unit set status = :status, revision = revision + 1 where id = :id")
        .param("status", status.name()).param("id", unitId).update();
    drawn.restate(unitId);
  }

  private void advance(UnitKind kind, Collection<UnitHead> heads, OffsetDateTime now, ChangeReason why) {
    if (heads.isEmpty()) {
      return;
    }
    Long[] ids = heads.stream().map(UnitHead::id).toArray(Long[]::new);
    close(ids, now, why);
    jdbc.sql("""
        update spatial_unit set version = version + 1, revision = revision + 1,
               status = case when status = :last then :first else status end
         where id = any(:ids)
        """).param("ids", ids).param("last", kind.last().name()).param("first", kind.first().name()).update();
  }

  private void close(Long[] unitIds, OffsetDateTime now, ChangeReason why) {
    jdbc.sql("""
        update spatial_unit_version set current = false, valid_to = :now, ended_reason = :reason, ended_subject = :subject
         where unit_id = any(:ids) and current
        """).param("ids", unitIds).param("now", now).param("reason", why.reason()).param("subject", why.subject())
        .update();
  }

  private List<Long> freshIds(int count) {
    return jdbc.sql("select nextval(pg_get_serial_sequence('spatial_unit', 'id')) from generate_series(1, :count)")
        .param("count", count).query(Long.class).list();
  }

  private void inBatches(String sql, List<MapSqlParameterSource> rows) {
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<MapSqlParameterSource> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
      batches.batchUpdate(sql, batch.toArray(MapSqlParameterSource[]::new));
    }
  }

  private static MapSqlParameterSource unit(UnitRef ref, OffsetDateTime now) {
    return new MapSqlParameterSource("id", ref.id()).addValue("kind", ref.kind().name()).addValue("code", ref.code())
        .addValue("status", ref.kind().first().name()).addValue("now", now);
  }

  private static MapSqlParameterSource row(UnitRef ref, NewVersion version, OffsetDateTime now, ChangeReason why) {
    UnitDraft draft = version.draft();
    UnitFacts facts = version.facts();
    MeasuredUnit measured = version.measured();
    return new MapSqlParameterSource("unit", ref.id()).addValue("version", ref.version())
        .addValue("boundary", GeometryCodec.write(measured.boundary())).addValue("srid", measured.srid())
        .addValue("degrees", GeometryCodec.write(measured.degrees()))
        .addValue("bounds", Box.of(measured.degrees().getEnvelopeInternal()).literal())
        .addValue("hash", measured.hash()).addValue("planeArea", measured.planeArea())
        .addValue("ellipsoidArea", measured.ellipsoidArea()).addValue("declaredArea", draft.declaredArea())
        .addValue("accuracy", draft.accuracy()).addValue("party", facts.party()).addValue("basis", facts.basis())
        .addValue("document", facts.document()).addValue("since", facts.since()).addValue("subFarm", facts.subFarm())
        .addValue("town", facts.town()).addValue("village", facts.village())
        .addValue("landUseScheme", facts.landUseScheme()).addValue("landUseCode", facts.landUseCode())
        .addValue("location", facts.location()).addValue("rightNature", facts.rightNature())
        .addValue("attributes", UnitRows.attributesOf(facts)).addValue("importId", draft.importId())
        .addValue("importRecord", draft.importRecord()).addValue("reason", why.reason())
        .addValue("reasonSubject", why.subject()).addValue("now", now);
  }
}
