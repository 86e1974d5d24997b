-- Land that two units both cover. A pair has one row for ever: what becomes of it is in its status and its events.
create table conflict (
  id             bigint generated always as identity primary key,
  left_unit      bigint not null references spatial_unit,  -- a parcel; of two parcels the one with the lower id
  left_version   int not null,
  right_unit     bigint not null references spatial_unit,
  right_version  int not null,
  overlap_class  text not null check (overlap_class in ('NOISE', 'BOUNDARY', 'ENCROACHMENT', 'CONTAINED', 'DUPLICATE')),
  track          text not null check (track in ('TRESPASS', 'OWNERSHIP', 'DOUBLE_CERTIFICATE', 'SURVEY_FAULT')),
  area           double precision not null check (area > 0),  -- m², unrounded, in the plane of the left side
  mean_width     double precision not null,                   -- m: 2·area / perimeter
  max_width      double precision not null,                   -- m: diameter of the largest inscribed circle
  left_accuracy  double precision,                            -- RMSE, m; null: not known
  right_accuracy double precision,
  allowed_width  double precision not null,                   -- m: w_allow of rules.md as it was applied
  left_share     double precision not null,                   -- 0-1
  right_share    double precision not null,
  overlap        geometry not null,                           -- plane coordinates of the left side's system
  srid           int not null,
  overlap_4490   geometry not null,
  bounds         box not null,
  status         text not null check (status in ('OPEN', 'IN_CASE', 'SETTLED', 'GONE')),
  case_number    text,
  rule_version   text not null,
  reason         text not null,                               -- why this class and track, in English ...
  reason_zh      text not null,                               -- ... and in Chinese
  computed_at    timestamptz not null,
  revision       int not null default 1,
  unique (left_unit, right_unit),
  check (left_unit <> right_unit),
  check (status <> 'IN_CASE' or case_number is not null),
  foreign key (left_unit, left_version) references spatial_unit_version,
  foreign key (right_unit, right_version) references spatial_unit_version
);
create index conflict_right on conflict (right_unit);
create index conflict_case on conflict (case_number) where case_number is not null;
create index conflict_bounds on conflict using gist (bounds) where status <> 'GONE';
call audit_track('conflict', 'id');

create table conflict_event (
  id            bigint generated always as identity primary key,
  conflict_id   bigint not null references conflict,
  at            timestamptz not null,
  what          text not null check (what in ('APPEARED', 'CHANGED', 'GONE', 'ATTACHED', 'SETTLED', 'REOPENED')),
  why           text not null,                                -- LAND_CHANGED, SCAN or the number of the case
  left_version  int not null,
  right_version int not null,
  status        text not null,                                -- after it
  overlap_class text not null,
  track         text not null,
  area          double precision not null
);
create index conflict_event_by_conflict on conflict_event (conflict_id, id);
call audit_track('conflict_event', 'id');

-- A scan of everything: progress, and where to go on after a crash.
create table conflict_scan (
  id           bigint generated always as identity primary key,
  status       text not null check (status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  requested_by text not null references user_account,
  requested_at timestamptz not null,
  finished_at  timestamptz,
  done         bigint not null default 0,
  total        bigint not null default 0,
  last_unit    bigint not null default 0,
  appeared     int not null default 0,
  changed      int not null default 0,
  gone         int not null default 0,
  problem      text
);
