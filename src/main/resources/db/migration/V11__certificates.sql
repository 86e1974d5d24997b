-- Certificates: what was issued, frozen; who cancelled it, remembered.

-- One row per county register. Issuing takes its lock, so that two neighbours can't both pass gate W7.
create table county_register (
  county text primary key check (county ~ '^\d{6}$')
);

-- The last number of each series and year: taken in the issuing transaction, so without gaps or doubles.
create table certificate_series (
  county text not null references county_register,
  series text not null check (series in ('STATE_LAND_USE', 'REAL_ESTATE')),
  year   int not null,
  last   int not null check (last > 0),
  primary key (county, series, year)
);
call audit_track('certificate_series', 'county,series,year');

create table certificate (
  id              bigint generated always as identity primary key,
  number          text not null unique,
  county          text not null references county_register,
  series          text not null,
  unit_id         bigint not null,
  unit_version    int not null,
  parcel          text not null,
  application_id  text not null unique references application,
  status          text not null check (status in ('LIVE', 'CANCELLED', 'SUPERSEDED')),
  holder          text not null,
  right_kind      text not null,
  right_nature    text,
  land_use_scheme text,
  land_use_code   text,
  location        text,
  term_until      date,
  area            numeric(16, 2) not null check (area > 0),   -- plane, m²: the figure on the certificate
  ellipsoid_area  numeric(16, 2) not null check (ellipsoid_area > 0),
  boundary        geometry not null,
  srid            int not null,
  boundary_4490   geometry not null,
  bounds          box not null,
  boundary_hash   text not null,
  accuracy        double precision not null check (accuracy > 0),
  audit_seq       bigint not null,                            -- head of the audit chain that the paper carries
  audit_hash      text not null,
  token           text not null unique,                       -- of the public verification page
  issued_on       date not null,
  issued_at       timestamptz not null,
  issued_by       text not null references user_account,
  ended_at        timestamptz,
  ended_by        text references user_account,
  ended_why       text,
  ended_document  text,
  revision        int not null default 1,
  foreign key (unit_id, unit_version) references spatial_unit_version,
  check ((status = 'LIVE') = (ended_at is null) and (status = 'LIVE') = (ended_why is null))
);
create unique index certificate_one_live on certificate (unit_id) where status = 'LIVE';
create index certificate_live_bounds on certificate using gist (bounds) where status = 'LIVE';
create index certificate_by_parcel on certificate (parcel, issued_at);
call audit_track('certificate', 'id');

-- The paper as it was issued, byte for byte.
create table certificate_document (
  certificate_id bigint primary key references certificate,
  pdf            bytea not null,
  sha256         text not null
);
call audit_track('certificate_document', 'certificate_id');
