-- What becomes of a row follows from what was found about it. Kept with the row as well, each judgement wrote the land once
-- more, a second for every hundred thousand parcels.
alter table import_row drop column outcome;

-- The planner asks for little about a table of which a query reads one import: a tenth of the usual sample tells it.
alter table import_row alter column import_id set statistics 10;
alter table import_row alter column record set statistics 10;
alter table import_row alter column code set statistics 10;
alter table import_finding alter column import_id set statistics 10;
alter table import_finding alter column rule set statistics 10;
alter table import_finding alter column severity set statistics 10;
alter table import_finding alter column record set statistics 10;
