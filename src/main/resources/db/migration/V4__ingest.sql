create table import (
  id               bigint generated always as identity primary key,
  status           text not null check (status in ('QUEUED', 'READING', 'CHECKING', 'STAGED', 'COMMITTED', 'FAILED', 'UNDONE', 'DISCARDED')),
  layer            text not null check (layer in ('PARCELS', 'CLAIMS', 'EVIDENCE', 'TOWNS', 'VILLAGES', 'SUB_FARMS')),
  file_name        text not null,
  file_size        bigint not null,
  sha256           text not null,
  idempotency_key  text,
  requested_crs    text,
  requested_encoding text,
  accuracy         double precision check (accuracy > 0),
  basis            text,
  mapping          jsonb not null default '{}',
  claimant         text,
  note             text,
  accept_ballpark  boolean not null default false,
  srid             int,                                  -- as found
  encoding         text,                                 -- as found
  done             bigint not null default 0,
  total            bigint not null default 0,
  features         int not null default 0,
  accepted         int not null default 0,
  blocked          int not null default 0,
  warned           int not null default 0,
  problem          jsonb,                                -- why it failed, as the person was told
  created_by       text not null references user_account,
  created_at       timestamptz not null,
  decided_by       text references user_account,
  decided_at       timestamptz,
  version          int not null default 1
);
create unique index import_idempotency on import (created_by, idempotency_key) where idempotency_key is not null;
create index import_sha256 on import (sha256);

create table import_chunk (
  import_id bigint not null references import on delete cascade,
  seq       int not null,
  content   bytea not null,
  primary key (import_id, seq)
);

-- Staged features; nothing else of the program reads them.
create table import_row (
  import_id     bigint not null references import on delete cascade,
  record        int not null,                            -- 1-based record number in the file
  outcome       text not null check (outcome in ('ACCEPTED', 'WARNED', 'BLOCKED')),
  code          text,
  boundary      geometry,
  boundary_4490 geometry,
  bounds        box,
  fields        jsonb not null default '{}',             -- mapped fields
  attributes    jsonb not null default '{}',             -- everything else, by its own column names
  primary key (import_id, record)
);

create table import_finding (
  id         bigint generated always as identity primary key,
  import_id  bigint not null references import on delete cascade,
  rule       text not null,
  severity   text not null check (severity in ('INFO', 'ASK', 'WARN', 'BLOCK')),
  record     int,
  message    text not null,
  message_zh text not null,
  x          double precision,                           -- in the file's own system
  y          double precision,
  lon        double precision,
  lat        double precision
);
create index import_finding_by_import on import_finding (import_id, record);
