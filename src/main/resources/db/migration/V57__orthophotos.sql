-- Orthophotos that lie under parcel maps. The files are in the data directory; here is what they are and where.
create table orthophoto (
  id         bigint generated always as identity primary key,
  name       text not null,
  sha256     text not null,                              -- of the file, and its name on disk
  srid       int not null,
  width      int not null check (width > 0),
  height     int not null check (height > 0),
  pixel      double precision not null check (pixel > 0), -- metres on the ground
  flown_on   date,
  bounds     box not null,                               -- CGCS2000 degrees
  added_by   text not null references user_account,
  added_at   timestamptz not null,
  retired_at timestamptz
);
create unique index orthophoto_once on orthophoto (sha256) where retired_at is null;
create index orthophoto_bounds on orthophoto using gist (bounds) where retired_at is null;
call audit_track('orthophoto', 'id');
