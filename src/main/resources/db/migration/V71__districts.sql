-- Whether a unit is within the district of a user: the one place that decides it. A district is the code prefix of a county
-- (6 digits), town (9) or village (12), or the code of a sub-farm; null is everywhere. A parcel lies where its code says,
-- anything else where its newest version mostly lies; what lies nowhere known is in nobody's district.
alter table user_account add check (district is null or district ~ '^[0-9A-Za-z-]{1,32}$');
call audit_track('user_account', 'username');

create function unit_in_district(unit bigint, district text) returns boolean language sql stable as $$
  select district is null or exists (
    select 1 from spatial_unit u join spatial_unit_version v on v.unit_id = u.id and v.version = u.version
     where u.id = unit and (u.kind = 'PARCEL' and starts_with(u.code, district) or starts_with(v.town, district)
       or starts_with(v.village, district) or v.sub_farm = district))
$$;

-- Land that lies partly in a district is that district's matter too.
create function conflict_in_district(conflict_id bigint, district text) returns boolean language sql stable as $$
  select district is null or exists (select 1 from conflict c where c.id = conflict_id
    and (unit_in_district(c.left_unit, district) or unit_in_district(c.right_unit, district)))
$$;

create function case_in_district(case_id text, district text) returns boolean language sql stable as $$
  select district is null or exists (select 1 from dispute_unit d where d.dispute_id = case_id
    and unit_in_district(d.unit_id, district))
$$;
