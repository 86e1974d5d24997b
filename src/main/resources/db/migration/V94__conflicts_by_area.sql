-- The list of overlaps is in the order of area: a page of it is read without sorting them all.
create index conflict_by_area on conflict (area desc, id);
-- How many there are of a status.
create index conflict_by_status on conflict (status);
