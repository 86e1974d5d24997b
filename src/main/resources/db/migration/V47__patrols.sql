-- Patrols 土地巡查: plans, tracks, findings with photos. Positions are CGCS2000 degrees; a phone's WGS 84 is the same to a
-- few centimetres, far below what its receiver can tell.

create table patrol (
  id         text primary key check (id ~ '^X\d{4}-\d{4,}$'),
  number     text not null unique,                      -- as printed: 巡2013-0001
  title      text not null,
  area       geometry not null,                         -- to be seen
  reach      int not null check (reach between 1 and 1000), -- m that a patroller sees to each side of the track
  from_on    date not null,
  to_on      date not null,
  status     text not null check (status in ('PLANNED', 'DONE', 'CANCELLED')),
  ended_on   date,
  remark     text,                                      -- what came of it, or why it was cancelled
  planned_by text not null references user_account,
  planned_on date not null,
  revision   int not null default 1,
  check (to_on >= from_on),
  check ((status = 'PLANNED') = (ended_on is null) and (status = 'PLANNED') = (remark is null))
);
create index patrol_open on patrol (to_on) where status = 'PLANNED';
call audit_track('patrol', 'id');

create table patrol_person (
  patrol_id text not null references patrol,
  username  text not null references user_account,
  primary key (patrol_id, username)
);
call audit_track('patrol_person', 'patrol_id,username');

create table patrol_track (
  patrol_id   text not null references patrol,
  seq         int not null check (seq > 0),
  file_name   text not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  gpx         bytea not null,                           -- as it was uploaded
  line        geometry not null,
  points      int not null check (points > 1),
  length      numeric(12, 1) not null,                  -- m on the ellipsoid
  started_at  timestamptz,
  ended_at    timestamptz,
  uploaded_by text not null references user_account,
  uploaded_at timestamptz not null,
  primary key (patrol_id, seq),
  unique (patrol_id, sha256)
);
call audit_track('patrol_track', 'patrol_id,seq');

create table finding (
  id         text primary key check (id ~ '^F\d{4}-\d{4,}$'),
  number     text not null unique,                      -- as printed: 现2013-0001
  patrol_id  text references patrol,
  found_on   date not null,
  found_by   text not null references user_account,
  position   geometry not null,
  outline    geometry,                                  -- the occupied land as sketched
  accuracy   double precision not null check (accuracy > 0), -- m, of the sketched points
  parcel     text,                                      -- whose land it lies on
  occupier   text not null,
  way        text not null check (way in ('PLANTING', 'BUILDING', 'AFFORESTATION', 'GRAVES', 'QUARRYING', 'OTHER')),
  since      date,
  note       text,
  status     text not null check (status in ('OPEN', 'CLAIMED', 'IN_CASE', 'DISMISSED')),
  claim_code text,
  case_id    text references dispute,
  dismissed_why text,
  revision   int not null default 1,
  check ((status in ('CLAIMED', 'IN_CASE')) = (claim_code is not null)),
  check ((status = 'IN_CASE') = (case_id is not null)),
  check ((status = 'DISMISSED') = (dismissed_why is not null))
);
create index finding_open on finding (found_on) where status in ('OPEN', 'CLAIMED');
create index finding_by_patrol on finding (patrol_id);
call audit_track('finding', 'id');

create table finding_photo (
  finding_id text not null references finding,
  seq        int not null check (seq > 0),
  file_name  text not null,
  media_type text not null check (media_type in ('image/jpeg', 'image/png')),
  size       int not null check (size > 0),
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content    bytea not null,
  added_by   text not null references user_account,
  added_at   timestamptz not null,
  primary key (finding_id, seq),
  unique (finding_id, sha256)
);
call audit_track('finding_photo', 'finding_id,seq');
