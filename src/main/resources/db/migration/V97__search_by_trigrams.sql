-- A code typed into a search field is found by its parts instead of by reading every unit. pg_trgm comes with PostgreSQL
-- and may be created by the owner of a database; where it is missing, or may not be, the same search reads the tables.
do $$
begin
  create extension if not exists pg_trgm;
  create index spatial_unit_code_parts on spatial_unit using gin (code gin_trgm_ops);
  create index spatial_unit_version_text_parts on spatial_unit_version
    using gin ((coalesce(party, '') || ' ' || coalesce(location, '') || ' ' || coalesce(document, '')) gin_trgm_ops) where current;
exception when undefined_file or insufficient_privilege or feature_not_supported or undefined_object then
  raise notice 'search without trigrams: %', sqlerrm;
end $$;
