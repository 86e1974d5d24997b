-- The audit chain: append-only entries, each with the hash of the one before.
--
-- Every tracked table reports its changed rows by statement triggers into audit_change; all changes of one
-- transaction share a change set. A change set that reaches commit without an audit entry is refused by a
-- deferred trigger: no change without its entry, not even from psql. Each entry carries the digest of its
-- change set, so that a row altered behind the triggers' back no longer matches the chain.

create sequence audit_change_set_id;

create table audit_change_set (
  id bigint primary key
);

create table audit_change (
  id         bigint generated always as identity primary key,
  change_set bigint not null references audit_change_set,
  table_name text not null,
  row_key    text not null,
  operation  text not null check (operation in ('I', 'U', 'D')),
  row_hash   text check ((row_hash is null) = (operation = 'D'))
);
create index audit_change_by_set on audit_change (change_set, id);
create index audit_change_by_row on audit_change (table_name, row_key, id desc);

create table audit_entry (
  seq           bigint primary key check (seq > 0),
  at            timestamptz not null,
  actor         text not null,
  action        text not null,
  subject_kind  text not null,
  subject_id    text not null,
  detail        text not null,          -- canonical JSON, kept byte for byte because it is hashed
  change_set    bigint references audit_change_set,
  change_digest text check ((change_digest is null) = (change_set is null)),
  previous_hash text not null,
  hash          text not null unique
);
create unique index audit_entry_by_change_set on audit_entry (change_set);
create index audit_entry_by_subject on audit_entry (subject_kind, subject_id, seq);

-- One row: the head of the chain. Its row lock orders the writers.
create table audit_head (
  single boolean primary key default true check (single),
  seq  bigint not null,
  hash text not null
);
insert into audit_head (seq, hash) values (0, repeat('0', 64));

create table audit_tracked (
  table_name  text primary key,
  key_columns text not null
);

create function audit_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'audit records are never changed: % on %', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger never_changed before update or delete or truncate on audit_entry for each statement execute function audit_refuse();
create trigger never_changed before update or delete or truncate on audit_change for each statement execute function audit_refuse();
create trigger never_changed before update or delete or truncate on audit_change_set for each statement execute function audit_refuse();

-- The change set of the running transaction, opened by its first tracked change. The program sets it to 'sealed' when
-- it has written the entry: nothing can be slipped in between the entry and the commit.
create function audit_current_change_set() returns bigint language plpgsql as $$
declare
  known text := current_setting('jieshi.change_set', true);
begin
  if known = 'sealed' then
    raise exception 'change after the audit entry of its transaction' using errcode = 'integrity_constraint_violation';
  end if;
  if known is null or known = '' then
    known := nextval('audit_change_set_id');
    perform set_config('jieshi.change_set', known, true);
    insert into audit_change_set (id) values (known::bigint);
  end if;
  return known::bigint;
end $$;

create function audit_require_entry() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from audit_entry where change_set = new.id) then
    raise exception 'change without an audit entry: %',
      (select string_agg(distinct table_name, ', ') from audit_change where change_set = new.id)
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger needs_entry after insert on audit_change_set
  deferrable initially deferred for each row execute function audit_require_entry();

-- The digest that the entry of a change set carries.
create function audit_digest(of_change_set bigint) returns text language sql stable as $$
  select encode(sha256(convert_to(coalesce(string_agg(
    table_name || '|' || row_key || '|' || operation || '|' || coalesce(row_hash, ''), E'\n' order by id), ''), 'UTF8')), 'hex')
  from audit_change where change_set = of_change_set
$$;

-- Appends an entry for the open change set from within a migration, with the same hash as the program computes
-- (AuditEntry.computedHash): each field preceded by its length in bytes, -1 for an absent one.
create function audit_field(value text) returns bytea language sql immutable as $$
  select case when value is null then convert_to('-1:', 'UTF8')
    else convert_to(octet_length(convert_to(value, 'UTF8')) || ':' || value, 'UTF8') end
$$;

create function audit_append(of_action text, of_kind text, of_subject text, of_detail text) returns void language plpgsql as $$
declare
  head audit_head%rowtype;
  opened bigint := audit_current_change_set();
  digest text := audit_digest(opened);
  stamp timestamptz := clock_timestamp();
  new_hash text;
begin
  select * into head from audit_head for update;
  new_hash := encode(sha256(audit_field((head.seq + 1)::text)
    || audit_field((extract(epoch from stamp) * 1000000)::bigint::text)
    || audit_field('migration') || audit_field(of_action) || audit_field(of_kind) || audit_field(of_subject)
    || audit_field(of_detail) || audit_field(opened::text) || audit_field(digest) || audit_field(head.hash)), 'hex');
  insert into audit_entry values (head.seq + 1, stamp, 'migration', of_action, of_kind, of_subject, of_detail, opened,
    digest, head.hash, new_hash);
  update audit_head set seq = head.seq + 1, hash = new_hash;
  perform set_config('jieshi.change_set', '', true);
end $$;

-- Puts a table under audit: <table>_row_key and <table>_row_hash, and the triggers that report changed rows.
-- Null columns are left out of the hash, so a later migration may add a nullable column without touching old hashes.
-- Geometry is hashed as EWKB, which is the same with and without PostGIS, so that a moved database still verifies.
-- Rows that the migration put there before are entered in the chain as well.
create procedure audit_track(tracked text, key_columns text) language plpgsql as $$
declare
  row_expression text;
  key_expression text;
  already bigint;
begin
  select 'encode(sha256(convert_to(jsonb_strip_nulls(jsonb_build_object(' || string_agg(format('%L, %s', a.attname, case
           when t.typname = 'geometry' then format('encode(cast(r.%I as bytea), ''hex'')', a.attname)
           when t.typname = 'bytea' then format('encode(r.%I, ''hex'')', a.attname)
           when t.typname = 'timestamptz' then format('extract(epoch from r.%I)::text', a.attname)
           else format('r.%I::text', a.attname) end), ', ' order by a.attnum)
      || '))::text, ''UTF8'')), ''hex'')'
    into row_expression
    from pg_attribute a join pg_type t on t.oid = a.atttypid
   where a.attrelid = tracked::regclass and a.attnum > 0 and not a.attisdropped;
  select string_agg(format('r.%I::text', trim(k)), ' || '','' || ') into key_expression
    from unnest(string_to_array(key_columns, ',')) k;

  execute format('create or replace function %I(r %I) returns text language sql stable as $f$ select %s $f$',
    tracked || '_row_key', tracked, key_expression);
  execute format('create or replace function %I(r %I) returns text language sql stable as $f$ select %s $f$',
    tracked || '_row_hash', tracked, row_expression);

  execute format($f$create or replace function %1$I() returns trigger language plpgsql as $t$
    begin
      if tg_op = 'DELETE' then
        insert into audit_change (change_set, table_name, row_key, operation)
        select audit_current_change_set(), %2$L, %3$s, 'D' from changed_rows r;
      else
        insert into audit_change (change_set, table_name, row_key, operation, row_hash)
        select audit_current_change_set(), %2$L, %3$s, left(tg_op, 1), %4$s from changed_rows r;
      end if;
      return null;
    end $t$ $f$, tracked || '_report', tracked, key_expression, row_expression);

  execute format('create or replace trigger audit_insert after insert on %I referencing new table as changed_rows for each statement execute function %I()', tracked, tracked || '_report');
  execute format('create or replace trigger audit_update after update on %I referencing new table as changed_rows for each statement execute function %I()', tracked, tracked || '_report');
  execute format('create or replace trigger audit_delete after delete on %I referencing old table as changed_rows for each statement execute function %I()', tracked, tracked || '_report');
  execute format('create or replace trigger audit_truncate before truncate on %I for each statement execute function audit_refuse()', tracked);
  insert into audit_tracked (table_name, key_columns) values (tracked, key_columns) on conflict (table_name) do nothing;

  execute format($f$insert into audit_change (change_set, table_name, row_key, operation, row_hash)
    select audit_current_change_set(), %1$L, %2$s, 'I', %3$s from %4$I r
    where not exists (select 1 from audit_change c where c.table_name = %1$L and c.row_key = %2$s)$f$,
    tracked, key_expression, row_expression, tracked);
  get diagnostics already = row_count;
  if already > 0 then
    perform audit_append('TABLE_SEEDED', 'table', tracked, format('{"rows":%s}', already));
  end if;
end $$;
