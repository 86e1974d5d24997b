package org.jieshi.map;

import java.util.EnumMap;
import java.util.Map;

/** What the layers showed at a moment of the past; parameters as in {@link TileLayer#sqlAt}, and {@code :moment}. */
final class PastLayer {

  /** Columns that are no properties: where a conflict's land is not kept, the versions it is had from again. */
  static final String HIDDEN = "_";

  private static final String UNIT = """
      select u.id, cast(v.boundary_4490 as bytea) as shape, u.code, %s
        from spatial_unit_version v join spatial_unit u on u.id = v.unit_id
       where u.kind = '%s' and v.valid_from <= :moment
         and (v.current and v.bounds && cast(:window as box)
              or not v.current and v.bounds && cast(:window as box) and v.valid_to > :moment)
         and greatest(width(v.bounds), height(v.bounds)) >= :smallest
       order by u.id
      """;

  private static final Map<TileLayer, String> SQL = new EnumMap<>(Map.of(
      TileLayer.UNITS, """
          select id, cast(boundary_4490 as bytea) as shape, kind, code, name, cast(plane_area as float8) as area
            from administrative_unit
           where created_at <= :moment and (retired_at is null or retired_at > :moment)
             and bounds && cast(:window as box) and greatest(width(bounds), height(bounds)) >= :smallest
           order by id
          """,
      TileLayer.EVIDENCE, UNIT.formatted("'ACTIVE' as status, v.basis, v.party, v.document, cast(v.plane_area as float8) as area",
          "EVIDENCE"),
      TileLayer.PARCELS, UNIT.formatted("""
          parcel_status_at(u.code, :moment) as status, v.party, v.land_use_code as use, v.sub_farm, v.village,
             cast(v.plane_area as float8) as area""", "PARCEL"),
      TileLayer.CERTIFICATES, """
          select id, cast(boundary_4490 as bytea) as shape, number, parcel, 'LIVE' as status, cast(area as float8) as area
            from certificate
           where issued_at <= :moment and (ended_at is null or ended_at > :moment) and bounds && cast(:window as box)
             and greatest(width(bounds), height(bounds)) >= :smallest
           order by id
          """,
      TileLayer.CLAIMS, UNIT.formatted("'ACTIVE' as status, v.basis, v.party, v.village, cast(v.plane_area as float8) as area",
          "CLAIM"),
      TileLayer.CONFLICTS, """
          select c.id, case when (c.left_version, c.right_version) = (e.left_version, e.right_version)
                            then cast(c.overlap_4490 as bytea) end as shape,
                 e.overlap_class as class, e.track, e.status, e.area,
                 c.left_unit as _left, e.left_version as _left_version, c.right_unit as _right,
                 e.right_version as _right_version
            from conflict c
            join lateral (select * from conflict_event where conflict_id = c.id and at <= :moment
                           order by id desc limit 1) e on e.status <> 'GONE'
           where exists (select 1 from spatial_unit_version v where v.unit_id = c.left_unit
                           and v.version = e.left_version and v.bounds && cast(:window as box))
           order by c.id
          """));

  private PastLayer() {
  }

  static String sql(TileLayer layer) {
    return SQL.get(layer);
  }
}
