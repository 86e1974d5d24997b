package org.jieshi.ladm;

import java.util.List;

/** LA_AdministrativeSource and LA_SpatialSource, and what rests on them. */
final class SourceTables {

  /** Settlements are of the cases in the district, documents of the applications for land in it. */
  private static final String PAPERS = """
      with source as (
        select 'CERT-' || p.number as sid, 'title' as type, p.number as ext_number, c.issued_on as acceptance,
               c.issued_at as recordation, p.sha256 as ext_archive_id, null as ext_authority, c.parcel as uid, 0 as rank,
               c.id as first, p.position as second, c.id as certificate
          from certificate_paper p join certificate c on c.id = p.certificate_id
         where unit_in_district(c.unit_id, cast(:district as text))
        union all
        select 'DOC-' || d.id, d.kind, null, null, d.uploaded_at, d.sha256, null, a.parcel, 1, d.id, 0,
               (select c.id from certificate c where c.application_id = a.id)
          from application_document d join application a on a.id = d.application_id
         where unit_in_district(a.unit_id, cast(:district as text))
        union all
        select 'MEETING-' || b.id, 'BUREAU_DECISION', b.meeting_number, b.held_on, b.recorded_at, null, null, a.parcel, 2,
               b.id, 0, (select c.id from certificate c where c.application_id = a.id)
          from bureau_decision b join application a on a.id = b.application_id
         where unit_in_district(a.unit_id, cast(:district as text))
        union all
        select 'CHANGE-' || m.number || '/' || c.number, m.kind, m.document, null, m.decided_at, null, null, c.parcel, 3,
               c.id, 0, c.id
          from mutation m join certificate c on c.mutation_id = m.id
         where unit_in_district(c.unit_id, cast(:district as text))
        union all
        select 'SETTLEMENT-' || s.dispute_id || '/' || s.seq, s.kind, s.document_number, s.dated_on, null, null, s.authority,
               null, 4, s.seq, 0, null
          from dispute_settlement s where case_in_district(s.dispute_id, cast(:district as text))
        union all
        select 'CASE-' || d.number, 'DISPUTE', d.number, d.opened_on, d.opened_at, null, null, null, 5, 0, 0, null
          from dispute d where case_in_district(d.id, cast(:district as text))
        union all
        select 'PAPER-' || %1$s || '/' || v.version, u.kind, v.document, v.since, v.valid_from, null, null,
               %1$s, 6, u.id, v.version, null
          from spatial_unit u join spatial_unit_version v on v.unit_id = u.id
         where u.kind <> 'PARCEL' and v.document is not null and unit_in_district(u.id, cast(:district as text))
      )
      """.formatted(RightTables.UNIT);

  static final List<LadmTable> ALL = List.of(
      LadmTable.of("la_administrativesource", "LA_AdministrativeSource: papers that rights and cases rest on", PAPERS + """
          select sid, type, ext_number, acceptance, recordation, ext_archive_id, ext_authority, uid from source
           order by rank, first, second, sid
          """),
      LadmTable.of("la_rrr_administrativesource", "Which right, restriction or responsibility rests on which paper",
          PartyTables.HOLDERS + PAPERS.replaceFirst("with source", ", source") + """
          select rid, sid from (
            select 'R-' || h.number || case when h.share is null then '' else '/' || (h.position + 1) end as rid, s.sid
              from holder h join source s on s.certificate = h.id
             where (not h.joint or h.position = 0) and (s.rank > 0 or s.ext_number = h.paper)
               and unit_in_district(h.unit_id, cast(:district as text))
            union all
            select %1$s || '/' || v.version, 'PAPER-' || %1$s || '/' || v.version
              from spatial_unit u join spatial_unit_version v on v.unit_id = u.id
             where u.kind <> 'PARCEL' and v.document is not null and unit_in_district(u.id, cast(:district as text))
            union all
            select 'H-' || h.id, 'CASE-' || d.number from dispute_hold h join dispute d on d.id = h.dispute_id
              join spatial_unit u on u.kind = 'PARCEL' and u.code = h.parcel_code
             where unit_in_district(u.id, cast(:district as text))
            union all
            select 'O-' || d.number || '/' || p.seq || '/' || x.code, 'CASE-' || d.number
              from dispute d join dispute_party p on p.dispute_id = d.id and p.side = 'RESPONDENT'
              join dispute_unit x on x.dispute_id = d.id and x.kind = 'PARCEL'
             where d.ordered_on is not null and unit_in_district(x.unit_id, cast(:district as text))) r
           order by rid, sid
          """.formatted(RightTables.UNIT)),
      LadmTable.of("la_spatialsource", "LA_SpatialSource: the survey files that boundaries came from", """
          select distinct on (i.id) 'IMPORT-' || i.id as sid, 'fieldSurvey' as type, i.file_name as ext_file_name,
                 i.sha256 as ext_archive_id, i.created_at as submission, i.decided_at as acceptance, i.srid as ext_srid,
                 i.accuracy as ext_accuracy
            from import i join spatial_unit_version v on v.import_id = i.id
           where unit_in_district(v.unit_id, cast(:district as text)) order by i.id
          """),
      LadmTable.of("la_spatialunit_spatialsource", "Which boundary came from which survey file", """
          select %s || '/' || v.version as suid, 'IMPORT-' || v.import_id as sid, v.import_record as ext_record
            from spatial_unit u join spatial_unit_version v on v.unit_id = u.id
           where v.import_id is not null and unit_in_district(u.id, cast(:district as text)) order by u.id, v.version
          """.formatted(RightTables.UNIT)));

  private SourceTables() {}
}
