-- How often a job came to an end by a failure of its own; attempts counts every start, those that a kill cut short too.
alter table job add column failures integer not null default 0;
