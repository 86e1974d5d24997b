-- The investigation form 地籍调查表 in full: fields, holders with their shares, boundary table 界址标示表. Pointing (指界)
-- goes on in the neighbours of the record, step by step; every step is in application_event.
alter table investigation add column form jsonb;
alter table investigation add column boundary_table jsonb;
call audit_track('investigation', 'id');
