-- Boundary points (JZD) and lines (JZX) that came beside their parcels, on their way to the register. They go with their
-- record.
create table import_mark (
  import_id  bigint not null,
  seq        int not null,
  record     int not null,                    -- of the parcel it belongs to
  kind       text not null check (kind in ('POINT', 'LINE')),
  shape      geometry not null,               -- plane coordinates as surveyed
  fields     jsonb not null,
  primary key (import_id, seq),
  foreign key (import_id, record) references import_row (import_id, record) on delete cascade
);
create index import_mark_by_record on import_mark (import_id, record);

-- The same on the register (LADM: LA_BoundaryFaceString, LA_Point): they belong to the version they were surveyed with. A
-- point that two parcels share stands with each of them.
create table boundary_mark (
  id          bigint generated always as identity primary key,
  unit_id     bigint not null,
  version     int not null,
  kind        text not null check (kind in ('POINT', 'LINE')),
  shape       geometry not null,
  srid        int not null,
  number      text,                           -- JZDH, as the surveyor numbered it
  place       int,                            -- SXH, order along the boundary
  monument    text check (monument in ('NAIL', 'CONCRETE', 'LIME', 'PAINT', 'CERAMIC', 'NONE', 'OTHER')),     -- JBLX
  nature      text check (nature in ('FIXED', 'UNFIXED', 'DISPUTED', 'WORKING', 'OTHER')),                    -- JXXZ
  follows     text,                           -- JZXLB, what the line follows, as the file says it
  position    text,                           -- JZXWZ, inside, middle or outside of it, as the file says it
  length      numeric(12, 3) check (length >= 0),  -- JZXCD, m, as stated
  attributes  jsonb not null default '{}',
  import_id   bigint not null,
  foreign key (unit_id, version) references spatial_unit_version (unit_id, version)
);
create index boundary_mark_by_version on boundary_mark (unit_id, version, kind, id);
call audit_track('boundary_mark', 'id');
