alter table import add column layer_name text;              -- which layer of an archive was asked for
alter table import add column columns jsonb not null default '{}';  -- field of ours to column of the file, as used
alter table import add column preview jsonb;                -- what a commit would change, estimated when it was checked
-- found against the register, and therefore asked again at the commit
alter table import_finding add column of_register boolean not null default false;
