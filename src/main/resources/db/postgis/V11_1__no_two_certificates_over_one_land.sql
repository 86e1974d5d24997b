-- Second line of defence behind the program's own check: a live certificate whose land overlaps that of another by more
-- than both surveys can be wrong (rules sheet: w = 2·Area/Perimeter, w_allow = 2·√(m₁² + m₂²)) is refused.
create function certificate_refuse_overlap() returns trigger language plpgsql as $$
declare
  other record;
  shared geometry;
begin
  if new.status <> 'LIVE' then
    return new;
  end if;
  for other in
    select number, boundary, accuracy, srid from certificate
    where status = 'LIVE' and id <> new.id and bounds && new.bounds
  loop
    shared := st_collectionextract(st_intersection(new.boundary, st_transform(other.boundary, new.srid)), 3);
    if st_area(shared) > 1e-6
       and 2 * st_area(shared) / st_perimeter(shared) > 2 * sqrt(new.accuracy ^ 2 + other.accuracy ^ 2) then
      raise exception 'certificate % overlaps live certificate % by % m²', new.number, other.number,
        round(st_area(shared)::numeric, 2) using errcode = 'exclusion_violation';
    end if;
  end loop;
  return new;
end $$;

create trigger no_two_over_one_land before insert or update of status, boundary on certificate
  for each row execute function certificate_refuse_overlap();
