-- What an officer knows of an occupation besides its boundary (domain.md §6).
create table encroachment_fact (
  claim_unit      bigint primary key references spatial_unit,
  way             text not null check (way in ('PLANTING', 'BUILDING', 'AFFORESTATION', 'GRAVES', 'QUARRYING', 'OTHER')),
  found_by        text not null check (found_by in ('PATROL', 'IMAGERY', 'REPORT', 'SURVEY')),
  found_on        date not null,
  land_use_scheme text,
  land_use_code   text,
  document        text,                                 -- what the other side can show
  amount          numeric(14, 2) check (amount >= 0),   -- loss or compensation, yuan
  note            text,
  revision        int not null default 1,
  entered_by      text not null references user_account,
  entered_at      timestamptz not null,
  check ((land_use_scheme is null) = (land_use_code is null))
);
call audit_track('encroachment_fact', 'claim_unit');
