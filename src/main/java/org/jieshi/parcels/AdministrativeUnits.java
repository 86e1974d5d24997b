package org.jieshi.parcels;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jieshi.audit.AuditLog;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.Box;
import org.jieshi.store.GeometryCodec;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Towns, villages and the farm's sub-farms. A unit imported again replaces the one of its code; the old one is kept. */
@Component
public class AdministrativeUnits {

  /** EPSG code of the CGCS2000 three-degree plane of zone n, without zone prefix, is this and n (domain.md §3). */
  private static final int CGCS2000_BY_MERIDIAN = 4509;

  private static final String SELECT = """
      select id, kind, code, name, parent_code, cast(boundary as bytea) as boundary, srid,
             cast(boundary_4490 as bytea) as degrees, plane_area, ellipsoid_area
        from administrative_unit
      """;

  private static final RowMapper<AdministrativeUnit> UNIT = (row, number) -> new AdministrativeUnit(row.getLong("id"),
      AdministrativeKind.valueOf(row.getString("kind")), row.getString("code"), row.getString("name"),
      row.getString("parent_code"), GeometryCodec.read(row.getBytes("boundary")), row.getInt("srid"),
      GeometryCodec.read(row.getBytes("degrees")), row.getBigDecimal("plane_area"),
      row.getBigDecimal("ellipsoid_area"));

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final ApplicationEventPublisher events;

  AdministrativeUnits(JdbcClient jdbc, AuditLog audit, OfficeClock clock, ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds units of one kind; a code that is on record is replaced.
   *
   * @throws ProblemException {@code GEOMETRY_INVALID}, {@code GEOMETRY_KIND}, {@code CRS_NEEDS_PARAMETERS}
   */
  @Transactional
  public void addAll(AdministrativeKind kind, List<AdministrativeDraft> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
    jdbc.sql("""
        update administrative_unit set retired_at = :now
         where kind = :kind and code = any(:codes) and retired_at is null
        """)
        .param("now", now).param("kind", kind.name())
        .param("codes", drafts.stream().map(AdministrativeDraft::code).toArray(String[]::new)).update();
    drafts.forEach(draft -> insert(kind, draft, now));
    audit.record("ADMINISTRATIVE_UNITS_ADDED", "administrative-units", kind, Map.of("count", drafts.size()));
    events.publishEvent(new DistrictsChanged());
  }

  /** Takes an import back: what it replaced is in force again. */
  @Transactional
  public int undoImport(long importId) {
    OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
    int undone = jdbc.sql("""
        update administrative_unit set retired_at = :now where import_id = :import and retired_at is null
        """).param("now", now).param("import", importId).update();
    int revived = jdbc.sql("""
        update administrative_unit former set retired_at = null
          from administrative_unit undone
         where undone.import_id = :import and undone.retired_at = :now and former.kind = undone.kind
           and former.code = undone.code and former.retired_at = undone.created_at
        """).param("now", now).param("import", importId).update();
    audit.record("ADMINISTRATIVE_UNITS_UNDONE", "import", importId, Map.of("withdrawn", undone, "restored", revived));
    events.publishEvent(new DistrictsChanged());
    return undone;
  }

  public Optional<AdministrativeUnit> find(AdministrativeKind kind, String code) {
    return jdbc.sql(SELECT + "where kind = :kind and code = :code and retired_at is null")
        .param("kind", kind.name()).param("code", code).query(UNIT).optional();
  }

  /** The units in force, by code. */
  public List<AdministrativeUnit> all(AdministrativeKind kind) {
    return jdbc.sql(SELECT + "where kind = :kind and retired_at is null order by code")
        .param("kind", kind.name()).query(UNIT).list();
  }

  /** The units that were in force at a moment, by code. */
  public List<AdministrativeUnit> allAt(AdministrativeKind kind, OffsetDateTime moment) {
    return jdbc.sql(SELECT + """
        where kind = :kind and created_at <= :moment and (retired_at is null or retired_at > :moment) order by code
        """).param("kind", kind.name()).param("moment", moment).query(UNIT).list();
  }

  /** Name by code, of the units in force among {@code codes}. */
  public Map<String, String> namesOf(AdministrativeKind kind, Collection<String> codes) {
    return jdbc.sql("""
        select code, name from administrative_unit where kind = :kind and code = any(:codes) and retired_at is null
        """).param("kind", kind.name()).param("codes", codes.toArray(String[]::new))
        .query((row, number) -> Map.entry(row.getString("code"), row.getString("name"))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** For many boundaries: reads the units once. */
  public Locator locator() {
    return new Locator(jdbc.sql(SELECT + "where retired_at is null order by code").query(UNIT).list());
  }

  /** Where a boundary mostly lies; plane coordinates or CGCS2000 degrees, as its SRID says. */
  public Place locate(Geometry boundary) {
    if (CoordinateSystems.isGeographic(boundary.getSRID())) {
      long zone = Math.round(boundary.getEnvelopeInternal().centre().x / 3);
      return locator().locate(CoordinateSystems.transform(boundary, boundary.getSRID(),
          CGCS2000_BY_MERIDIAN + (int) zone), boundary);
    }
    return locator().locate(boundary, CoordinateSystems.transformAcceptingBallpark(boundary, boundary.getSRID(),
        CoordinateSystems.CGCS2000_DEGREES));
  }

  /** CGCS2000 degrees around all sub-farms; empty before there are any. */
  public Optional<Envelope> farmEnvelope() {
    Envelope farm = new Envelope();
    all(AdministrativeKind.SUB_FARM).forEach(unit -> farm.expandToInclude(unit.degrees().getEnvelopeInternal()));
    return farm.isNull() ? Optional.empty() : Optional.of(farm);
  }

  private void insert(AdministrativeKind kind, AdministrativeDraft draft, OffsetDateTime now) {
    MeasuredUnit measured = MeasuredUnit.of(draft.code(), draft.boundary(), draft.srid(), null);
    jdbc.sql("""
        insert into administrative_unit (kind, code, name, parent_code, boundary, srid, boundary_4490, bounds,
          plane_area, ellipsoid_area, import_id, created_at)
        values (:kind, :code, :name, :parent, cast(:boundary as geometry), :srid, cast(:degrees as geometry),
          cast(:bounds as box), :planeArea, :ellipsoidArea, :importId, :now)
        """)
        .param("kind", kind.name()).param("code", draft.code()).param("name", draft.name())
        .param("parent", draft.parentCode()).param("boundary", GeometryCodec.write(measured.boundary()))
        .param("srid", measured.srid()).param("degrees", GeometryCodec.write(measured.degrees()))
        .param("bounds", Box.of(measured.degrees().getEnvelopeInternal()).literal())
        .param("planeArea", measured.planeArea()).param("ellipsoidArea", measured.ellipsoidArea())
        .param("importId", draft.importId()).param("now", now).update();
  }
}
