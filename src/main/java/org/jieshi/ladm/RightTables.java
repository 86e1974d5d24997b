package org.jieshi.ladm;

import java.util.List;

/** LA_BAUnit, and LA_RRR in its three kinds. */
final class RightTables {

  /** Identifier of a unit {@code u}: the parcel code; claims and documents have their kind before their number. */
  static final String UNIT = "case u.kind when 'PARCEL' then u.code else lower(u.kind) || ':' || u.code end";

  static final List<LadmTable> ALL = List.of(
      LadmTable.of("la_baunit", "LA_BAUnit: what a right, restriction or responsibility is on", """
          select %s as uid, u.code as name, case u.kind when 'PARCEL' then 'rightOfUseUnit' else lower(u.kind) end as type,
                 case when u.kind = 'PARCEL' and length(u.code) = 19 then u.code || 'W00000000' end as ext_unit_number,
                 u.status as ext_status, u.created_at as begin_lifespan_version,
                 (select max(v.valid_to) from spatial_unit_version v where v.unit_id = u.id
                   and not exists (select 1 from spatial_unit_version c where c.unit_id = u.id and c.current))
                 as end_lifespan_version
            from spatial_unit u where unit_in_district(u.id, cast(:district as text)) order by u.id
          """.formatted(UNIT)),
      LadmTable.of("la_right", "LA_Right: certified rights, live and former; claims and older documents as what they assert",
          PartyTables.HOLDERS + """
          select rid, uid, pid, group_id, type, share_numerator, share_denominator, description, ext_nature, ext_certified,
                 ext_status, ext_area, ext_land_use_scheme, ext_land_use_code, ext_term_until, begin_lifespan_version,
                 end_lifespan_version, ext_end_reason
            from (
            select 0 as rank, c.id as first, h.position as second,
                   'R-' || h.number || case when h.share is null then '' else '/' || (h.position + 1) end as rid,
                   c.parcel as uid, case when h.joint then null else h.pid end as pid,
                   case when h.joint then 'G-' || h.number end as group_id, c.right_kind as type,
                   coalesce(h.share, 1) as share_numerator, coalesce(h.share_of, 1) as share_denominator,
                   h.paper as description, c.right_nature as ext_nature, true as ext_certified, c.status as ext_status,
                   c.area as ext_area, c.land_use_scheme as ext_land_use_scheme, c.land_use_code as ext_land_use_code,
                   c.term_until as ext_term_until, c.issued_at as begin_lifespan_version, c.ended_at as end_lifespan_version,
                   c.ended_why as ext_end_reason
              from holder h join certificate c on c.id = h.id
             where (not h.joint or h.position = 0) and unit_in_district(h.unit_id, cast(:district as text))
            union all
            select 1, u.id, v.version, %1$s || '/' || v.version, %1$s, 'P-' || md5(v.party), null, u.kind, 1, 1, v.document,
                   v.basis, false, u.status, v.plane_area, v.land_use_scheme, v.land_use_code, null, v.valid_from, v.valid_to,
                   v.ended_reason
              from spatial_unit u join spatial_unit_version v on v.unit_id = u.id
             where u.kind <> 'PARCEL' and unit_in_district(u.id, cast(:district as text))) r
           order by rank, first, second
          """.formatted(UNIT)),
      LadmTable.of("la_restriction", "LA_Restriction: holds on disputed land (森林法 Art. 22, 土地管理法 Art. 14)", """
          select 'H-' || h.id as rid, h.parcel_code as uid, h.kind as type, d.number as description,
                 h.placed_on as begin_lifespan_version, h.released_on as end_lifespan_version, h.released_by as ext_end_reason
            from dispute_hold h join dispute d on d.id = h.dispute_id
            join spatial_unit u on u.kind = 'PARCEL' and u.code = h.parcel_code
           where unit_in_district(u.id, cast(:district as text)) order by h.id
          """),
      LadmTable.of("la_responsibility", "LA_Responsibility: to give back land that was taken (restitution ordered)", """
          select 'O-' || d.number || '/' || p.seq || '/' || x.code as rid, x.code as uid, 'P-' || md5(p.name) as pid,
                 'RESTITUTION' as type, d.number as description, d.ordered_on as begin_lifespan_version,
                 coalesce(d.recovered_on, d.ended_on) as end_lifespan_version, d.restitution_by as ext_due_on
            from dispute d join dispute_party p on p.dispute_id = d.id and p.side = 'RESPONDENT'
            join dispute_unit x on x.dispute_id = d.id and x.kind = 'PARCEL'
           where d.ordered_on is not null and unit_in_district(x.unit_id, cast(:district as text))
           order by d.id, p.seq, x.code
          """));

  private RightTables() {}
}
