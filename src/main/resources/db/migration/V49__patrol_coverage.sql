-- Share of a patrol's area that its tracks cover, 0 to 1: computed when a track comes, read by every list.
alter table patrol add column coverage numeric(5, 4) check (coverage between 0 and 1);
call audit_track('patrol', 'id');
