-- Cadastral districts in parcel codes are numbered on their own: 450721014 in a code is not the town 450721014. So where a
-- unit is known to lie decides for parcels too; their code only where no town, village or sub-farm was ever found.
create or replace function unit_in_district(unit bigint, district text) returns boolean language sql stable as $$
  select district is null or exists (
    select 1 from spatial_unit u join spatial_unit_version v on v.unit_id = u.id and v.version = u.version
     where u.id = unit and (starts_with(v.town, district) or starts_with(v.village, district) or v.sub_farm = district
       or u.kind = 'PARCEL' and coalesce(v.town, v.village, v.sub_farm) is null and starts_with(u.code, district)))
$$;
