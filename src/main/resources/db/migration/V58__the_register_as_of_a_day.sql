-- The register as it was at a moment. Versions, certificates and conflicts keep since when they hold; the status of a parcel
-- is in the audit chain, which has an entry for each change of it.
create function parcel_status_at(of_code text, moment timestamptz) returns text language sql stable as $$
  select coalesce((select substr(action, 8) from audit_entry
                    where subject_kind = 'parcel' and subject_id = of_code and at <= moment
                      and action in ('PARCEL_SURVEYED', 'PARCEL_PENDING', 'PARCEL_DISPUTED', 'PARCEL_CERTIFIED')
                    order by seq desc limit 1), 'SURVEYED')
$$;
create index spatial_unit_version_past on spatial_unit_version using gist (bounds) where not current;
create index certificate_past on certificate using gist (bounds) where status <> 'LIVE';
