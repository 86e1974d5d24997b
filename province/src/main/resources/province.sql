-- What scans of a province found. Apart from the register's own tables, which no scan changes.
create schema if not exists province;

create table if not exists province.scan (
  id          bigint generated always as identity primary key,
  started_at  timestamptz not null default now(),
  finished_at timestamptz,                      -- null: it did not come to its end, and its overlaps are not all
  registers   text[] not null,
  rule        text not null,
  units       bigint,
  tiles       int,
  found       bigint                            -- overlaps
);

create table if not exists province.overlap (
  scan           bigint not null references province.scan on delete cascade,
  tile           int not null,
  left_register  text not null,
  left_unit      bigint not null,
  left_code      text not null,
  left_version   int not null,
  right_register text not null,
  right_unit     bigint not null,
  right_code     text not null,
  right_version  int not null,
  overlap_class  text not null,
  track          text not null,
  area           double precision not null,     -- m2 in the plane of the left side; widths m, shares 0-1
  mean_width     double precision not null,
  max_width      double precision not null,
  allowed_width  double precision not null,
  ballpark       double precision,
  left_share     double precision not null,
  right_share    double precision not null,
  rule_version   text not null,
  overlap        geometry not null,             -- plane coordinates of the left side's system
  primary key (scan, left_register, left_unit, right_register, right_unit)
);
create index if not exists overlap_tile on province.overlap (scan, tile);
