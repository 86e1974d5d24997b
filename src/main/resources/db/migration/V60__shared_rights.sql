-- Land that several hold together 共有. One right stays one row of certificate, so that its land counts once wherever land is
-- counted; where every co-owner has a certificate of their own 分别持证, the first is that row's and the others are copies.
alter table certificate add column holders jsonb;      -- co-owners with share and certificate; null where one holds alone

create table certificate_copy (
  certificate_id bigint not null references certificate,
  position       int not null check (position > 0),    -- of its holder among the co-owners, from 0; 0 has the row's own
  number         text not null unique,
  token          text not null unique,
  pdf            bytea not null,
  sha256         text not null unique,
  primary key (certificate_id, position)
);
create trigger never_changed before update or delete or truncate on certificate_copy for each statement execute function audit_refuse();
call audit_track('certificate_copy', 'certificate_id,position');

-- Every paper that was issued, whichever table keeps it.
create view certificate_paper as
  select c.id as certificate_id, 0 as position, c.number, c.token, d.pdf, d.sha256
    from certificate c join certificate_document d on d.certificate_id = c.id
  union all
  select certificate_id, position, number, token, pdf, sha256 from certificate_copy;

-- A number, an address or a file belongs to one paper.
create function certificate_copy_unlike() returns trigger language plpgsql as $$
begin
  if exists (select 1 from certificate where number = new.number or token = new.token)
      or exists (select 1 from certificate_document where sha256 = new.sha256) then
    raise exception 'certificate % was issued before', new.number using errcode = 'unique_violation';
  end if;
  return new;
end $$;
create trigger unlike before insert on certificate_copy for each row execute function certificate_copy_unlike();

create function certificate_number_unlike() returns trigger language plpgsql as $$
begin
  if exists (select 1 from certificate_copy where number = new.number or token = new.token) then
    raise exception 'certificate % was issued before', new.number using errcode = 'unique_violation';
  end if;
  return new;
end $$;
create trigger unlike before insert on certificate for each row execute function certificate_number_unlike();

create function certificate_holders_fixed() returns trigger language plpgsql as $$
begin
  if new.holders is distinct from old.holders then
    raise exception 'certificate % was issued and is never changed', old.number
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger certificate_holders_fixed before update on certificate
  for each row execute function certificate_holders_fixed();
call audit_track('certificate', 'id');

-- Which paper the blank was for.
alter table certificate_serial add column copy_number text references certificate_copy (number);   -- null: the row's own
call audit_track('certificate_serial', 'serial');
