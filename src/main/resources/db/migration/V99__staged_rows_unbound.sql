-- A staged row or finding is only ever written while its import is held for update in the same transaction (hold in
-- ImportRepository). Looking the import up once more for every one of them took a third of a second for a hundred thousand
-- rows; an import itself is never deleted.
alter table import_row drop constraint import_row_import_id_fkey;
alter table import_finding drop constraint import_finding_import_id_fkey;
