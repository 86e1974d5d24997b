-- Proposed boundary lines and exchanges of land, side by side; the one that the parties choose becomes the agreement.

create table dispute_proposal (
  dispute_id   text not null references dispute,
  seq          int not null check (seq > 0),
  kind         text not null check (kind in ('LINE', 'SWAP')),
  title        text not null,
  by_party     text,                                    -- whose proposal; null: of the handlers
  method       text not null check (method in ('DRAWN', 'ENTERED')),
  line         geometry,                                -- plane coordinates in the system of the disputed land
  srid         int not null,
  compensation numeric(14, 2) check (compensation >= 0), -- yuan, for the difference of the areas
  payer        text,
  note         text,
  drop_slivers boolean not null default false,
  chosen       boolean not null default false,
  entered_by   text not null references user_account,
  entered_at   timestamptz not null,
  primary key (dispute_id, seq),
  check ((kind = 'LINE') = (line is not null)),
  check ((compensation is null) = (payer is null))
);
create unique index dispute_proposal_one_chosen on dispute_proposal (dispute_id) where chosen;
call audit_track('dispute_proposal', 'dispute_id,seq');

-- Land that would go from one unit to another, in the versions it was computed for.
create table dispute_transfer (
  dispute_id   text not null,
  proposal     int not null,
  seq          int not null check (seq > 0),
  from_unit    bigint not null references spatial_unit,
  from_version int not null,
  to_unit      bigint not null references spatial_unit,
  to_version   int not null,
  conflict_id  bigint references conflict,              -- the overlap it is a piece of; null: land of one side alone
  land         geometry not null,
  srid         int not null,
  area         numeric(16, 2) not null,                 -- of land, m², plane
  primary key (dispute_id, proposal, seq),
  foreign key (dispute_id, proposal) references dispute_proposal,
  check (from_unit <> to_unit)
);
call audit_track('dispute_transfer', 'dispute_id,proposal,seq');

-- What it would make of each unit: m² in the plane system of the unit.
create table dispute_proposal_effect (
  dispute_id  text not null,
  proposal    int not null,
  unit_id     bigint not null references spatial_unit,
  version     int not null,
  party       text not null,
  area_before numeric(16, 2) not null,
  area_after  numeric(16, 2) not null check (area_after >= 0),
  primary key (dispute_id, proposal, unit_id),
  foreign key (dispute_id, proposal) references dispute_proposal
);
call audit_track('dispute_proposal_effect', 'dispute_id,proposal,unit_id');

-- An agreement or decision may follow a proposed line or exchange.
alter table dispute_settlement
  add column proposal int,
  drop constraint dispute_settlement_outcome_check,
  drop constraint dispute_settlement_check1;
alter table dispute_settlement
  add check (outcome in ('CLAIM_WITHDRAWN', 'CLAIM_AMENDED', 'PARCEL_AMENDED', 'LINE_AGREED', 'LAND_SWAPPED',
    'CLAIM_REFUSED', 'UPHELD')),
  add check (kind <> 'AGREEMENT' or outcome in ('CLAIM_WITHDRAWN', 'CLAIM_AMENDED', 'PARCEL_AMENDED', 'LINE_AGREED',
    'LAND_SWAPPED')),
  add check ((outcome in ('LINE_AGREED', 'LAND_SWAPPED')) = (proposal is not null));
call audit_track('dispute_settlement', 'dispute_id,seq');

-- Of one occupation a part may be given back and the rest ceded.
alter table encroachment_end drop constraint encroachment_end_dispute_id_claim_unit_parcel_code_key;
alter table encroachment_end add unique (dispute_id, claim_unit, parcel_code, how);
