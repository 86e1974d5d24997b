-- Changes of parcels: split, merge, adjustment of a common boundary, retirement (domain sheet §2, §5; rule A2). What is
-- proposed keeps its shapes; what is executed is the lineage of the parcels, for ever.
create table mutation_number (
  year int primary key,
  last int not null
);
call audit_track('mutation_number', 'year');

create table mutation (
  id          text primary key check (id ~ '^M\d{4}-\d{4,}$'),
  number      text not null unique,                      -- as printed: 变2013-0001
  kind        text not null check (kind in ('SPLIT', 'MERGE', 'ADJUST', 'RETIRE')),
  status      text not null check (status in ('PROPOSED', 'EXECUTED', 'WITHDRAWN')),
  reason      text not null,
  document    text not null,                             -- the approval or agreement it rests on
  area_before numeric(16, 2) not null check (area_before > 0),
  area_after  numeric(16, 2) not null check (area_after >= 0),
  proposed_by text not null references user_account,
  proposed_at timestamptz not null,
  decided_by  text references user_account,
  decided_at  timestamptz,
  revision    int not null default 1,
  check ((status = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check (status <> 'EXECUTED' or decided_by <> proposed_by)
);
create index mutation_by_status on mutation (status, id);
call audit_track('mutation', 'id');

create table mutation_parent (
  mutation_id    text not null references mutation,
  unit_id        bigint not null,
  unit_version   int not null,
  code           text not null,
  area           numeric(16, 2) not null,
  primary key (mutation_id, unit_id),
  foreign key (unit_id, unit_version) references spatial_unit_version
);
create index mutation_parent_by_unit on mutation_parent (unit_id);
create trigger never_changed before update or delete or truncate on mutation_parent for each statement execute function audit_refuse();
call audit_track('mutation_parent', 'mutation_id,unit_id');

create table mutation_child (
  mutation_id text not null references mutation,
  seq         int not null check (seq > 0),
  boundary    geometry not null,
  srid        int not null,
  area        numeric(16, 2) not null check (area > 0),
  unit_id     bigint references spatial_unit,            -- once executed
  code        text,
  primary key (mutation_id, seq),
  check ((unit_id is null) = (code is null))
);
create unique index mutation_child_by_unit on mutation_child (unit_id);
call audit_track('mutation_child', 'mutation_id,seq');

-- The last number given out for each sub-district and feature; numbers of retired parcels never come back.
create table parcel_number (
  prefix text primary key check (length(prefix) = 14),
  last   int not null check (last > 0)
);
call audit_track('parcel_number', 'prefix');

-- A right that a change carries over to new land has no application of its own: the change is what it rests on.
alter table certificate alter column application_id drop not null;
alter table certificate add column mutation_id text references mutation;
alter table certificate add check ((application_id is null) <> (mutation_id is null));
alter table certificate add column ended_mutation text references mutation;
alter table certificate add check (ended_mutation is null or status = 'SUPERSEDED');
create index certificate_by_mutation on certificate (mutation_id) where mutation_id is not null;
create index certificate_ended_by_mutation on certificate (ended_mutation) where ended_mutation is not null;
call audit_track('certificate', 'id');
