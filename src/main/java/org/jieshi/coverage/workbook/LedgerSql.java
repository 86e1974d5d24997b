package org.jieshi.coverage.workbook;

/** What the sheets show, column by column as {@link LedgerWords} heads them; areas hm², 4 decimals, as registered. */
final class LedgerSql {

  static final String PARCELS = """
      with district as (select kind, code, name from administrative_unit where retired_at is null),
           standing as (select left_unit, right_unit from conflict
                         where status in ('OPEN', 'IN_CASE') and overlap_class <> 'NOISE'),
           involved as (select unit_id, count(*) as standing
                          from (select left_unit as unit_id from standing union all select right_unit from standing) side
                         group by unit_id)
      select u.code, u.status, v.party, sub_farm.name, town.name, village.name, v.location, v.land_use_scheme, v.land_use_code,
             v.plane_area, round(v.plane_area / 10000, 4), round(v.plane_area * 3 / 2000, 2), v.ellipsoid_area,
             v.declared_area, v.accuracy, 'EPSG:' || v.srid,
             c.number, c.area, c.issued_on, coalesce(o.standing, 0),
             v.version, cast(v.valid_from at time zone 'Asia/Shanghai' as date)
        from spatial_unit u join spatial_unit_version v on v.unit_id = u.id and v.current
        left join district sub_farm on sub_farm.kind = 'SUB_FARM' and sub_farm.code = v.sub_farm
        left join district town on town.kind = 'TOWN' and town.code = v.town
        left join district village on village.kind = 'VILLAGE' and village.code = v.village
        left join certificate c on c.unit_id = u.id and c.status = 'LIVE'
        left join involved o on o.unit_id = u.id
       where u.kind = 'PARCEL'
       order by u.code
      """;

  static final String OVERLAPS = """
      select c.id, l.code, r.kind, r.code, c.overlap_class, c.track, c.status, c.case_number,
             round(cast(c.area as numeric), 2), round(cast(c.mean_width as numeric), 2),
             round(cast(c.max_width as numeric), 2), round(cast(c.allowed_width as numeric), 2), c.rule_version
        from conflict c join spatial_unit l on l.id = c.left_unit join spatial_unit r on r.id = c.right_unit
       where c.status <> 'GONE'
       order by c.area desc, c.id
      """;

  /** Takes the office's day. */
  static final String CASES = """
      select d.number, d.title, d.track, d.stage, d.level, d.opened_on, d.accepted_on, d.ended_on, d.result,
             coalesce(d.ended_on, date '%s') - d.opened_on,
             (select string_agg(u.code, ', ' order by u.code) from dispute_unit u
               where u.dispute_id = d.id and u.kind = 'PARCEL')
        from dispute d
       order by d.ended_on is not null, d.opened_on, d.id
      """;

  private LedgerSql() {
  }
}
