-- Why a version ended; undone imports may come again, retired numbers may not.
alter table spatial_unit_version
  add column ended_reason text,
  add column ended_subject text,
  add check (ended_reason is null or valid_to is not null);
call audit_track('spatial_unit_version', 'unit_id,version');

-- Since when an administrative boundary is on record, so that past figures use the boundaries of their day.
alter table administrative_unit add column created_at timestamptz not null;
call audit_track('administrative_unit', 'id');

-- A version is never edited: what changes on it is only that it ends.
create function spatial_unit_version_fixed() returns trigger language plpgsql as $$
begin
  if cast(new.boundary as bytea) is distinct from cast(old.boundary as bytea)
      or (new.unit_id, new.version, new.srid, new.boundary_hash, new.plane_area, new.ellipsoid_area, new.valid_from)
         is distinct from
         (old.unit_id, old.version, old.srid, old.boundary_hash, old.plane_area, old.ellipsoid_area, old.valid_from)
      or (old.valid_to is not null and new.valid_to is distinct from old.valid_to) then
    raise exception 'a version of a spatial unit is never edited: unit %, version %', old.unit_id, old.version
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger version_fixed before update on spatial_unit_version
  for each row execute function spatial_unit_version_fixed();
