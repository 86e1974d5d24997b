-- What every plot is counted as, every square metre once: the figures of coverage as they stand. Derived from the
-- register, so that it is under no audit and can be thrown away and made again.
create table coverage_piece (
  unit_id   bigint not null references spatial_unit,
  grouping  text not null check (grouping in ('SUB_FARM', 'TOWN', 'VILLAGE', 'LAND_USE')),
  group_key text not null,                                -- empty: in no unit
  band      text not null,
  area      numeric(16, 2) not null,
  primary key (unit_id, grouping, group_key, band)
);
create index coverage_piece_by_group on coverage_piece (grouping, group_key, band) include (area);

-- Plots whose pieces are out of date: written by the database itself, whoever changes the land, so that no way of
-- changing it can leave a figure behind. 0: all of them. Rows go when the pieces have been made again; each transaction
-- has rows of its own, so that nobody waits for anybody here.
create table coverage_stale (
  id      bigint generated always as identity primary key,
  unit_id bigint not null
);

create function coverage_stale_unit() returns trigger language plpgsql as $$
begin
  insert into coverage_stale (unit_id) select distinct unit_id from changed_rows;
  return null;
end $$;

create function coverage_stale_conflict() returns trigger language plpgsql as $$
begin
  insert into coverage_stale (unit_id) select left_unit from changed_rows union select right_unit from changed_rows;
  return null;
end $$;

create function coverage_stale_all() returns trigger language plpgsql as $$
begin
  if exists (select 1 from changed_rows) then
    insert into coverage_stale (unit_id) values (0);
  end if;
  return null;
end $$;

create procedure coverage_watch(watched text, report text) language plpgsql as $$
begin
  execute format('create trigger coverage_insert after insert on %I referencing new table as changed_rows for each statement execute function %I()', watched, report);
  execute format('create trigger coverage_update after update on %I referencing new table as changed_rows for each statement execute function %I()', watched, report);
  execute format('create trigger coverage_delete after delete on %I referencing old table as changed_rows for each statement execute function %I()', watched, report);
end $$;
call coverage_watch('spatial_unit_version', 'coverage_stale_unit');
call coverage_watch('certificate', 'coverage_stale_unit');
call coverage_watch('conflict', 'coverage_stale_conflict');
call coverage_watch('administrative_unit', 'coverage_stale_all');

-- What is on the register already has no pieces yet.
insert into coverage_stale (unit_id) values (0);
