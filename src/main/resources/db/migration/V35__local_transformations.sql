-- Local parameters that carry an older datum into CGCS2000, as the county survey office gave them (domain.md §1 rule 4).
-- A set is never edited: a better one is a new set, the former is retired and stays readable for what it has carried.
create table transformation (
  id              bigint generated always as identity primary key,
  name            text not null,
  method          text not null check (method in ('POSITION_VECTOR', 'COORDINATE_FRAME', 'PLANE')),
  from_srid       int not null,                         -- PLANE: the plane system; else the degrees of the older datum
  to_srid         int not null,                         -- PLANE: the plane system; else the degrees of CGCS2000
  dx              double precision not null,            -- m; PLANE: to the east
  dy              double precision not null,            -- m; PLANE: to the north
  dz              double precision not null,            -- m; PLANE: 0
  rx              double precision not null,            -- seconds of arc; PLANE: 0
  ry              double precision not null,            -- seconds of arc; PLANE: 0
  rz              double precision not null,            -- seconds of arc; PLANE: from east to north
  scale_ppm       double precision not null,            -- millionths by which lengths grow
  rmse            double precision not null check (rmse > 0),  -- m, of the points it was computed from
  source_document text not null,
  area            text not null,                        -- where it holds, in words
  bounds          box not null,                         -- the same, CGCS2000 degrees
  valid_from      date not null,
  created_by      text not null references user_account,
  created_at      timestamptz not null,
  retired_by      text references user_account,
  retired_at      timestamptz,
  retired_reason  text,
  revision        int not null default 1,
  check (method <> 'PLANE' or (dz = 0 and rx = 0 and ry = 0))
);
call audit_track('transformation', 'id');

alter table import add column transformation bigint references transformation;
