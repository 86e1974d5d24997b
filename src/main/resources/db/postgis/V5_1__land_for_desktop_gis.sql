-- What PostGIS adds: validity as a constraint of the database, an index on the geometry itself, and views that a desktop
-- GIS opens directly. The views are for reading; changes go through the program.
alter table spatial_unit_version add constraint boundary_is_valid check (ST_IsValid(boundary));
alter table administrative_unit add constraint boundary_is_valid check (ST_IsValid(boundary));
create index spatial_unit_version_boundary on spatial_unit_version using gist (boundary_4490) where current;

create view gis_parcel as
  select u.id, u.code, u.status, v.party, v.sub_farm, v.town, v.village, v.land_use_scheme, v.land_use_code,
         v.plane_area, v.ellipsoid_area, v.accuracy, v.srid, ST_Multi(v.boundary_4490)::geometry(MultiPolygon, 4490) as geom
    from spatial_unit u join spatial_unit_version v on v.unit_id = u.id and v.current where u.kind = 'PARCEL';
create view gis_claim as
  select u.id, u.code, v.party, v.basis, v.document, v.since, v.plane_area, v.accuracy,
         ST_Multi(v.boundary_4490)::geometry(MultiPolygon, 4490) as geom
    from spatial_unit u join spatial_unit_version v on v.unit_id = u.id and v.current where u.kind = 'CLAIM';
create view gis_evidence as
  select u.id, u.code, v.party, v.basis, v.document, v.plane_area, v.accuracy,
         ST_Multi(v.boundary_4490)::geometry(MultiPolygon, 4490) as geom
    from spatial_unit u join spatial_unit_version v on v.unit_id = u.id and v.current where u.kind = 'EVIDENCE';
