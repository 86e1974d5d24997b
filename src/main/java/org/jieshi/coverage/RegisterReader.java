package org.jieshi.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Overlap;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.AdministrativeUnit;
import org.jieshi.parcels.AdministrativeUnits;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the register as it was at a moment: versions, certificates and conflicts all keep since when they hold. */
@Component
class RegisterReader {

  private static final Instant NOTHING_LATER = Instant.parse("9999-01-01T00:00:00Z");

  private static final RowMapper<Plot> PLOT = (row, number) -> new Plot(row.getLong("unit_id"),
      row.getBoolean("certified"), GeometryCodec.read(row.getBytes("boundary")), row.getBigDecimal("area"),
      row.getObject("accuracy", Double.class), row.getString("land_use"));

  /** The administrative units that were read last, and which they were. */
  private record Known(String live, Districts districts) {
  }

  private final JdbcClient jdbc;
  private final AdministrativeUnits administrativeUnits;
  private final SpatialUnits units;
  private volatile @Nullable Known districts;

  RegisterReader(JdbcClient jdbc, AdministrativeUnits administrativeUnits, SpatialUnits units) {
    this.jdbc = jdbc;
    this.administrativeUnits = administrativeUnits;
    this.units = units;
  }

  /** Whatever is in force; clocks of other machines, which may be ahead of this one, do not matter. */
  RegisterAt now() {
    return at(NOTHING_LATER);
  }

  RegisterAt at(Instant instant) {
    OffsetDateTime moment = instant.atOffset(ZoneOffset.UTC);
    Map<AdministrativeKind, List<AdministrativeUnit>> administrative = new EnumMap<>(AdministrativeKind.class);
    for (AdministrativeKind kind : AdministrativeKind.values()) {
      administrative.put(kind, administrativeUnits.allAt(kind, moment));
    }
    return new RegisterAt(administrative, plots(moment), contests(moment));
  }

  /** The units of now; read again only when they are others than last time. */
  Districts districts() {
    String live = jdbc.sql("""
        select coalesce(string_agg(id::text, ',' order by id), '') from administrative_unit where retired_at is null
        """).query(String.class).single();
    Known known = districts;
    if (known == null || !known.live().equals(live)) {
      Map<AdministrativeKind, List<AdministrativeUnit>> units = new EnumMap<>(AdministrativeKind.class);
      for (AdministrativeKind kind : AdministrativeKind.values()) {
        units.put(kind, administrativeUnits.all(kind));
      }
      known = new Known(live, new Districts(units));
      districts = known;
    }
    return known.districts();
  }

  /** Those of the units that are plots. */
  List<Plot> plotsNow(Collection<Long> unitIds) {
    return jdbc.sql("""
        select c.unit_id, true as certified, cast(c.boundary as bytea) as boundary, c.area, c.accuracy,
               coalesce(c.land_use_scheme || ' ' || c.land_use_code, v.land_use_scheme || ' ' || v.land_use_code)
                 as land_use
          from certificate c
          join spatial_unit_version v on v.unit_id = c.unit_id and v.version = c.unit_version
         where c.status = 'LIVE' and c.unit_id = any(:ids)
        union all
        select v.unit_id, false, cast(v.boundary as bytea), v.plane_area, v.accuracy,
               v.land_use_scheme || ' ' || v.land_use_code
          from spatial_unit_version v join spatial_unit u on u.id = v.unit_id and u.kind = 'PARCEL'
         where v.current and v.unit_id = any(:ids)
           and not exists (select 1 from certificate c where c.unit_id = v.unit_id and c.status = 'LIVE')
        """).param("ids", unitIds.toArray(Long[]::new)).query(PLOT).list();
  }

  /** What stands between the units, or between them and others. */
  List<Contest> contestsNow(Collection<Long> unitIds) {
    return jdbc.sql("""
        select c.left_unit, c.right_unit, c.status, c.track, r.kind as right_kind, cast(c.overlap as bytea) as overlap
          from conflict c join spatial_unit r on r.id = c.right_unit
         where c.status <> 'GONE' and c.overlap_class <> 'NOISE'
           and (c.left_unit = any(:ids) or c.right_unit = any(:ids))
         order by c.id
        """).param("ids", unitIds.toArray(Long[]::new))
        .query((row, number) -> contest(row, GeometryCodec.read(row.getBytes("overlap")))).list();
  }

  private static Contest contest(ResultSet row, Geometry overlap) throws SQLException {
    boolean open = !row.getString("status").equals("SETTLED");
    boolean trespass = open && row.getString("track").equals("TRESPASS");
    return new Contest(row.getLong("left_unit"), row.getLong("right_unit"), overlap,
        row.getString("right_kind").equals("PARCEL"), open, trespass);
  }

  private List<Plot> plots(OffsetDateTime moment) {
    return jdbc.sql("""
        select c.unit_id, true as certified, cast(c.boundary as bytea) as boundary, c.area, c.accuracy,
               coalesce(c.land_use_scheme || ' ' || c.land_use_code, v.land_use_scheme || ' ' || v.land_use_code)
                 as land_use
          from certificate c
          join spatial_unit_version v on v.unit_id = c.unit_id and v.version = c.unit_version
         where c.issued_at <= :moment and (c.ended_at is null or c.ended_at > :moment)
        union all
        select v.unit_id, false, cast(v.boundary as bytea), v.plane_area, v.accuracy,
               v.land_use_scheme || ' ' || v.land_use_code
          from spatial_unit_version v join spatial_unit u on u.id = v.unit_id and u.kind = 'PARCEL'
         where v.valid_from <= :moment and (v.valid_to is null or v.valid_to > :moment)
           and not exists (select 1 from certificate c where c.unit_id = v.unit_id
                              and c.issued_at <= :moment and (c.ended_at is null or c.ended_at > :moment))
         order by certified desc, unit_id
        """).param("moment", moment).query(PLOT).list();
  }

  /** The conflicts by their last event up to the moment. */
  private List<Contest> contests(OffsetDateTime moment) {
    List<Contest> contests = new ArrayList<>();
    jdbc.sql("""
        select c.left_unit, c.right_unit, e.left_version, e.right_version, e.status, e.track, r.kind as right_kind,
               case when c.left_version = e.left_version and c.right_version = e.right_version
                    then cast(c.overlap as bytea) end as overlap
          from (select distinct on (conflict_id) * from conflict_event where at <= :moment
                 order by conflict_id, id desc) e
          join conflict c on c.id = e.conflict_id
          join spatial_unit r on r.id = c.right_unit
         where e.status <> 'GONE' and e.overlap_class <> 'NOISE'
         order by c.id
        """).param("moment", moment)
        .query((row, number) -> {
          long left = row.getLong("left_unit");
          long right = row.getLong("right_unit");
          byte[] stored = row.getBytes("overlap");
          Optional<Geometry> overlap = stored != null ? Optional.of(GeometryCodec.read(stored))
              : overlap(left, row.getInt("left_version"), right, row.getInt("right_version"));
          return overlap.isEmpty() ? Optional.<Contest>empty() : Optional.of(contest(row, overlap.get()));
        }).list().forEach(each -> each.ifPresent(contests::add));
    return contests;
  }

  /** The conflict has moved on since; versions are kept, so its land can be had again. */
  private Optional<Geometry> overlap(long left, int leftVersion, long right, int rightVersion) {
    Geometry here = units.getVersion(left, leftVersion).boundary();
    Geometry there = CoordinateSystems.inPlane(units.getVersion(right, rightVersion).boundary(), here.getSRID());
    return Overlap.between(here, there).map(Overlap::geometry);
  }
}
