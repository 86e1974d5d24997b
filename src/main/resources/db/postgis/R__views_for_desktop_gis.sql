-- What a desktop GIS opens: what stands now, with a geometry column of its own, read-only. Made again whenever this file or
-- a style changes. Styles come from qgis/*.qml; QGIS looks for them in a table layer_styles, which is a view here, so that
-- the backup and the audit have nothing to do with it.
drop view if exists gis_parcel, gis_claim, gis_evidence, gis_conflict, gis_certificate, layer_styles;

create view gis_parcel as
  select u.id, u.code, u.status, v.party, v.sub_farm, v.town, v.village, v.land_use_scheme, v.land_use_code, v.right_nature,
         v.location, v.declared_area, v.plane_area, v.ellipsoid_area, v.accuracy, v.srid, v.version, v.valid_from,
         ST_Multi(v.boundary_4490)::geometry(MultiPolygon, 4490) as geom
    from spatial_unit u join spatial_unit_version v on v.unit_id = u.id and v.current where u.kind = 'PARCEL';

create view gis_claim as
  select u.id, u.code, v.party, v.basis, v.document, v.since, v.village, v.plane_area, v.accuracy, v.srid, v.version,
         v.valid_from, ST_Multi(v.boundary_4490)::geometry(MultiPolygon, 4490) as geom
    from spatial_unit u join spatial_unit_version v on v.unit_id = u.id and v.current where u.kind = 'CLAIM';

create view gis_evidence as
  select u.id, u.code, v.party, v.basis, v.document, v.plane_area, v.accuracy, v.srid, v.version, v.valid_from,
         ST_Multi(v.boundary_4490)::geometry(MultiPolygon, 4490) as geom
    from spatial_unit u join spatial_unit_version v on v.unit_id = u.id and v.current where u.kind = 'EVIDENCE';

-- An overlap may touch along a line as well: what covers land is shown.
create view gis_conflict as
  select c.id, l.kind as left_kind, l.code as left_code, r.kind as right_kind, r.code as right_code, c.overlap_class,
         c.track, c.area, c.mean_width, c.allowed_width, c.status, c.case_number, c.rule_version, c.computed_at,
         ST_Multi(ST_CollectionExtract(c.overlap_4490, 3))::geometry(MultiPolygon, 4490) as geom
    from conflict c join spatial_unit l on l.id = c.left_unit join spatial_unit r on r.id = c.right_unit
   where c.status <> 'GONE';

create view gis_certificate as
  select id, number, parcel, status, holder, right_kind, right_nature, land_use_scheme, land_use_code, location, term_until,
         area, ellipsoid_area, srid, issued_on, ST_Multi(boundary_4490)::geometry(MultiPolygon, 4490) as geom
    from certificate where status = 'LIVE';

create view layer_styles as
  select row_number() over (order by name)::int as id, current_database()::varchar as f_table_catalog,
         current_schema()::varchar as f_table_schema, name::varchar as f_table_name, 'geom'::varchar as f_geometry_column,
         name::text as stylename, style as styleqml, null::text as stylesld, true as useasdefault,
         'Jieshi 界石'::text as description, 'jieshi'::varchar as owner, null::text as ui,
         timestamp '2012-01-01' as update_time, 'Polygon'::varchar as type
    from (values
      ('gis_parcel', '${style_parcel}'), ('gis_claim', '${style_claim}'),
      ('gis_evidence', '${style_evidence}'), ('gis_conflict', '${style_conflict}'),
      ('gis_certificate', '${style_certificate}')) shipped (name, style);

-- The account that docs/open.md tells to make, if it is there already.
do $grants$
begin
  if exists (select from pg_roles where rolname = 'jieshi_gis') then
    grant select on gis_parcel, gis_claim, gis_evidence, gis_conflict, gis_certificate, layer_styles to jieshi_gis;
  end if;
end $grants$;
