package org.jieshi.ladm;

import java.util.List;

/** LA_Party, LA_GroupParty and LA_PartyMember. */
final class PartyTables {

  /**
   * Who holds each certified right, one row a holder. The register keeps holders by name, with the identity number of the
   * investigation form: two persons of one name are two parties where their numbers differ. The identifier is made of the name
   * and the first certificate, never of the number.
   */
  static final String HOLDERS = """
      with stated as (
        select c.id, c.number, c.unit_id, c.holders is not null and h.share is null as joint, c.mutation_id, h.*, f.type,
               f.identity
          from certificate c
          cross join lateral (
            select 0 as position, c.holder as name, cast(null as bigint) as share, cast(null as bigint) as share_of,
                   c.number as paper where c.holders is null
            union all
            select cast(e.ordinality as int) - 1, e.value ->> 'name', cast(e.value ->> 'share' as bigint),
                   cast(e.value ->> 'shareOf' as bigint), e.value ->> 'certificate'
              from jsonb_array_elements(c.holders) with ordinality e where c.holders is not null) h
          left join lateral (
            select i.value ->> 'type' as type, nullif(trim(i.value ->> 'identityNumber'), '') as identity
              from (select form -> 'holders' as holders from investigation where application_id = c.application_id
                     order by id desc limit 1) latest
              cross join lateral jsonb_array_elements(
                case when jsonb_typeof(latest.holders) = 'array' then latest.holders else '[]' end) i
             where i.value ->> 'name' = h.name limit 1) f on true
      ), carried as (
        select s.*, case when s.mutation_id is not null
                     and min(identity) over (partition by name) = max(identity) over (partition by name)
                    then min(identity) over (partition by name) else identity end as known,
               max(type) over (partition by name, identity) as known_type
          from stated s
      ), holder as (
        select carried.*, 'P-' || md5(name || case when known is null then ''
                 else '#' || min(id) over (partition by name, known) end) as pid
          from carried
      )
      """;

  static final List<LadmTable> ALL = List.of(
      LadmTable.of("la_party", "LA_Party: holders of rights, claimants, parties of disputes", HOLDERS + """
          select distinct on (pid) pid, name, case when holder_type = 'PERSON' then 'naturalPerson'
                   when holder_type is not null and holder_type <> 'OTHER' then 'nonNaturalPerson' end as type,
                 holder_type as ext_holder_type, identity as ext_pid
            from (select pid, name, known_type as holder_type, known as identity from holder
                   where unit_in_district(unit_id, cast(:district as text))
                  union all
                  select 'P-' || md5(v.party), v.party, null, null from spatial_unit u
                    join spatial_unit_version v on v.unit_id = u.id
                   where u.kind <> 'PARCEL' and v.party is not null and unit_in_district(u.id, cast(:district as text))
                  union all
                  select 'P-' || md5(p.name), p.name, null, null from dispute_party p
                   where case_in_district(p.dispute_id, cast(:district as text))) party
           order by pid, holder_type nulls last, identity nulls last
          """),
      LadmTable.of("la_groupparty", "LA_GroupParty: those who hold one right jointly (共同共有)", HOLDERS + """
          select 'G-' || h.number as group_id, 'association' as type, count(*) as members,
                 c.issued_at as begin_lifespan_version, c.ended_at as end_lifespan_version
            from holder h join certificate c on c.id = h.id
           where h.joint and unit_in_district(h.unit_id, cast(:district as text))
           group by h.number, c.issued_at, c.ended_at order by h.number
          """),
      LadmTable.of("la_partymember", "LA_PartyMember: the parties of a group", HOLDERS + """
          select 'G-' || number as group_id, pid from holder
           where joint and unit_in_district(unit_id, cast(:district as text)) order by number, position
          """));

  private PartyTables() {}
}
