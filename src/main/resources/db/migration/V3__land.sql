-- Administrative units (towns, villages) and the farm's own sub-farms, whose extent is all the land due for a title.
create table administrative_unit (
  id             bigint generated always as identity primary key,
  kind           text not null check (kind in ('TOWN', 'VILLAGE', 'SUB_FARM')),
  code           text not null,
  name           text not null,
  parent_code    text,
  boundary       geometry not null,                     -- plane coordinates as surveyed, x = east, y = north, metres
  srid           int not null,
  boundary_4490  geometry not null,                     -- CGCS2000 degrees, lon lat, for search and display only
  bounds         box not null,                          -- of boundary_4490
  plane_area     numeric(16, 2) not null check (plane_area > 0),
  ellipsoid_area numeric(16, 2) not null check (ellipsoid_area > 0),
  import_id      bigint,
  retired_at     timestamptz
);
create unique index administrative_unit_live on administrative_unit (kind, code) where retired_at is null;
create index administrative_unit_bounds on administrative_unit using gist (bounds);
call audit_track('administrative_unit', 'id');

-- Parcels, claims and evidence layers (LADM: LA_SpatialUnit). What changes over time is in the versions.
create table spatial_unit (
  id         bigint generated always as identity primary key,
  kind       text not null check (kind in ('PARCEL', 'CLAIM', 'EVIDENCE')),
  code       text not null,
  status     text not null,
  version    int not null check (version > 0),          -- the current version
  revision   int not null default 1,                    -- optimistic lock: counts every change, status included
  created_at timestamptz not null,
  unique (kind, code),
  check (case kind when 'PARCEL' then status in ('SURVEYED', 'PENDING', 'DISPUTED', 'CERTIFIED', 'RETIRED')
                   else status in ('ACTIVE', 'WITHDRAWN') end)
);
call audit_track('spatial_unit', 'id');

create table spatial_unit_version (
  unit_id         bigint not null references spatial_unit,
  version         int not null check (version > 0),
  current         boolean not null,                     -- the version in force; none when retired or withdrawn
  boundary        geometry not null,                    -- legal: plane coordinates as surveyed, never transformed
  srid            int not null,
  boundary_4490   geometry not null,
  bounds          box not null,
  boundary_hash   text not null,                        -- canonical hash: the same polygon from any start vertex
  plane_area      numeric(16, 2) not null check (plane_area > 0),
  ellipsoid_area  numeric(16, 2) not null check (ellipsoid_area > 0),
  declared_area   numeric(16, 2),
  accuracy        double precision check (accuracy > 0), -- RMSE of the boundary points, m; null: not known
  party           text,                                 -- holder of a parcel or evidence, claimant of a claim
  basis           text,                                 -- claims: DOCUMENT, HISTORICAL_USE, OCCUPATION; evidence: FARM_1987_CERTIFICATE, FOREST_CERTIFICATE
  document        text,                                 -- number of the document the party relies on
  since           date,
  sub_farm        text,                                 -- codes of administrative_unit
  town            text,
  village         text,
  land_use_scheme text,
  land_use_code   text,
  location        text,
  right_nature    text,
  attributes      jsonb not null default '{}',          -- everything else the file said, by its own column names
  import_id       bigint,
  import_record   int,
  reason          text not null,                        -- why this version exists: IMPORT, AGREEMENT, UNDO, ...
  reason_subject  text,                                 -- the case, import or application behind it
  valid_from      timestamptz not null,
  valid_to        timestamptz,
  primary key (unit_id, version),
  check ((land_use_scheme is null) = (land_use_code is null)),
  check (not current or valid_to is null)
);
create unique index spatial_unit_one_current on spatial_unit_version (unit_id) where current;
create index spatial_unit_version_bounds on spatial_unit_version using gist (bounds) where current;
create index spatial_unit_version_import on spatial_unit_version (import_id) where import_id is not null;
call audit_track('spatial_unit_version', 'unit_id,version');
