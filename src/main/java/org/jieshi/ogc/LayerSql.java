package org.jieshi.ogc;

/** Where the features come from, now and in the past. */
final class LayerSql {

  private static final String UNIT = """
      select u.id as key, u.code as id, v.srid, v.boundary, v.boundary_4490 as degrees, v.bounds, u.code, %s as status, %s,
             v.sub_farm, v.town, v.village, v.document, v.location, v.declared_area, v.plane_area, v.ellipsoid_area,
             'EPSG:' || v.srid as survey_crs, v.accuracy, v.version, v.reason, v.valid_from, v.valid_to
        from spatial_unit u join spatial_unit_version v on v.unit_id = u.id
       where u.kind = '%s' and %s""";

  private static final String IN_FORCE = "v.valid_from <= :until and (v.valid_to is null or v.valid_to > :since)"
      + " and not exists (select 1 from spatial_unit_version w where w.unit_id = v.unit_id and w.version > v.version"
      + " and w.valid_from <= :until)";

  /** The last moment up to {@code :until} at which the version was in force. */
  private static final String STATUS_OF_THEN =
      "parcel_status_at(u.code, least(cast(:until as timestamptz), v.valid_to - interval '1 microsecond'))";

  static final String CONFLICTS = """
      select c.id as key, c.id::text as id, c.srid, c.overlap as boundary, c.overlap_4490 as degrees, c.bounds,
             l.kind as left_kind, l.code as left_code, c.left_version, r.kind as right_kind, r.code as right_code,
             c.right_version, c.overlap_class, c.track, c.area, c.mean_width, c.allowed_width, c.status, c.case_number,
             c.rule_version, 'EPSG:' || c.srid as survey_crs, c.computed_at
        from conflict c join spatial_unit l on l.id = c.left_unit join spatial_unit r on r.id = c.right_unit
       where c.status <> 'GONE'""";

  static final String CONFLICTS_AT = """
      select c.id as key, c.id::text as id, v.srid,
             case when (c.left_version, c.right_version) = (e.left_version, e.right_version) then c.overlap end as boundary,
             case when (c.left_version, c.right_version) = (e.left_version, e.right_version) then c.overlap_4490 end as degrees,
             v.bounds, l.kind as left_kind, l.code as left_code, e.left_version, r.kind as right_kind,
             r.code as right_code, e.right_version, e.overlap_class, e.track, e.area, e.mean_width, e.allowed_width,
             e.status, case when e.status = 'IN_CASE' then c.case_number end as case_number, e.rule_version,
             'EPSG:' || v.srid as survey_crs, e.at as computed_at, c.left_unit as _left, c.right_unit as _right
        from conflict c join spatial_unit l on l.id = c.left_unit join spatial_unit r on r.id = c.right_unit
        join lateral (select * from conflict_event where conflict_id = c.id and at <= :until and status <> 'GONE'
                       order by id desc limit 1) e on not exists (
               select 1 from conflict_event g where g.conflict_id = c.id and g.id > e.id and g.at <= :since)
        join spatial_unit_version v on v.unit_id = c.left_unit and v.version = e.left_version""";

  private static final String CERTIFICATE = """
      select c.id as key, c.number as id, c.srid, c.boundary, c.boundary_4490 as degrees, c.bounds, c.number, c.parcel,
             %s as status, c.holder, c.right_kind, c.right_nature, c.land_use_scheme, c.land_use_code, c.location,
             c.term_until, c.area, c.ellipsoid_area, 'EPSG:' || c.srid as survey_crs, c.accuracy, c.issued_on,
             c.issued_at as valid_from, c.ended_at as valid_to
        from certificate c where %s""";

  static final String CERTIFICATES = CERTIFICATE.formatted("c.status", "c.status = 'LIVE'");

  static final String CERTIFICATES_AT = CERTIFICATE.formatted(
      "case when c.ended_at is null or c.ended_at > :until then 'LIVE' else c.status end",
      "c.issued_at <= :until and (c.ended_at is null or c.ended_at > :since)");

  private LayerSql() {}

  static String units(String kind, String own) {
    return UNIT.formatted("u.status", own, kind, "v.current");
  }

  static String unitsAt(String kind, String own) {
    return UNIT.formatted(kind.equals("PARCEL") ? STATUS_OF_THEN : "'ACTIVE'", own, kind, IN_FORCE);
  }
}
