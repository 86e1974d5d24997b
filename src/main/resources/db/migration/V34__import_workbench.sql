-- Coordinates do not compress and are read whole: rows of a page or less stay in one piece.
alter table import_row alter column boundary set storage external;
alter table import_row alter column boundary_4490 set storage external;
alter table import_row set (toast_tuple_target = 8160);

-- What is being done at the moment, and since when, from which the remaining time is told.
alter table import add column phase text check (phase in ('UNPACKING', 'READING', 'NEIGHBOURS', 'REGISTER', 'IMPACT'));
alter table import add column phase_since timestamptz;

-- What each finding was judged with (rules.md).
alter table import_finding add column rule_version text;
alter table import_finding add column tolerance double precision;

-- Corrected records are sent against the import that left them out; what is on the register unchanged stays out of it.
alter table import add column corrects bigint references import;
create index import_corrects on import (corrects) where corrects is not null;
alter table import_row add column unchanged boolean not null default false;
alter table import_row drop constraint import_row_outcome_check;
alter table import_row add constraint import_row_outcome_check
  check (outcome in ('ACCEPTED', 'WARNED', 'BLOCKED', 'UNCHANGED'));
alter table import add column unchanged int not null default 0;

-- A boundary that can be mended, beside the one that was drawn; used only once a person has accepted it.
create table import_repair (
  import_id   bigint not null references import on delete cascade,
  record      int not null,
  rule        text not null,
  drawn       geometry not null,
  repaired    geometry not null,
  area_drawn  numeric(16, 2) not null,
  area_repaired numeric(16, 2) not null,
  accepted_by text references user_account,
  accepted_at timestamptz,
  primary key (import_id, record),
  check ((accepted_by is null) = (accepted_at is null))
);

-- Which columns a sender's files have, and what that person said they mean.
create table column_memory (
  sender    text not null references user_account,
  layer     text not null,
  signature text not null,                               -- digest of the column names
  mapping   jsonb not null,
  used_at   timestamptz not null,
  primary key (sender, layer, signature)
);
