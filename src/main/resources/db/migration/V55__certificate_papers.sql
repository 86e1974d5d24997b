-- The serial printed on the blank that a certificate was written on. It is not the certificate's number (domain sheet §7):
-- a spoilt or lost blank is replaced by one with another serial, and a serial is never used twice.
create table certificate_serial (
  serial         text primary key check (serial ~ '^[0-9A-Z\u4e00-\u9fff-]{4,24}$'),
  certificate_id bigint not null references certificate,
  recorded_at    timestamptz not null,
  recorded_by    text not null references user_account,
  note           text                                   -- why another blank was needed
);
create index certificate_serial_by_certificate on certificate_serial (certificate_id, recorded_at);
create trigger never_changed before update or delete or truncate on certificate_serial for each statement execute function audit_refuse();
call audit_track('certificate_serial', 'serial');

-- A file somebody holds is looked up by its hash.
create unique index certificate_document_by_hash on certificate_document (sha256);

-- What was issued is never changed, only ended; and what has ended never counts again.
create function certificate_fixed() returns trigger language plpgsql as $$
begin
  if old.status <> 'LIVE' then
    raise exception 'certificate % has ended and stays so', old.number using errcode = 'integrity_constraint_violation';
  end if;
  if cast(new.boundary as bytea) is distinct from cast(old.boundary as bytea)
      or (new.number, new.series, new.unit_id, new.unit_version, new.parcel, new.application_id, new.holder,
          new.right_kind, new.right_nature, new.land_use_scheme, new.land_use_code, new.location, new.term_until, new.area,
          new.ellipsoid_area, new.srid, new.boundary_hash, new.accuracy, new.audit_seq, new.audit_hash, new.token,
          new.issued_on, new.issued_at, new.issued_by)
         is distinct from
         (old.number, old.series, old.unit_id, old.unit_version, old.parcel, old.application_id, old.holder,
          old.right_kind, old.right_nature, old.land_use_scheme, old.land_use_code, old.location, old.term_until, old.area,
          old.ellipsoid_area, old.srid, old.boundary_hash, old.accuracy, old.audit_seq, old.audit_hash, old.token,
          old.issued_on, old.issued_at, old.issued_by) then
    raise exception 'certificate % was issued and is never changed', old.number
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger certificate_fixed before update on certificate for each row execute function certificate_fixed();
create trigger never_deleted before delete or truncate on certificate for each statement execute function audit_refuse();
create trigger never_changed before update or delete or truncate on certificate_document for each statement execute function audit_refuse();
