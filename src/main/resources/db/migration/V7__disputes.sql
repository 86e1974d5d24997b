-- Dispute cases: triage, procedure, settlement. The dates that clocks run from are columns, so that statistics and
-- deadlines can be asked in SQL; what was said and done is in dispute_event.

-- The last number given per year. Taken under the row's lock inside the transaction that opens the case: no gaps.
create table dispute_number (
  year int primary key,
  last int not null check (last > 0)
);
call audit_track('dispute_number', 'year');

create table dispute (
  id                  text primary key check (id ~ '^D\d{4}-\d{4,}$'),
  number              text not null unique,             -- as printed: 调2013-0001
  title               text not null,
  track               text not null check (track in ('TRESPASS', 'OWNERSHIP', 'DOUBLE_CERTIFICATE', 'CONTRACT')),
  triage_reason       text not null,                    -- the legal reason of the track, in English ...
  triage_reason_zh    text not null,                    -- ... and in Chinese
  triage_note         text,                             -- why this track, in the words of who opened the case
  stage               text not null check (stage in ('OPENED', 'ACCEPTED', 'COPIED', 'ANSWERED', 'MEDIATION', 'AGREED', 'DECIDED',
                        'RESTITUTION_ORDERED', 'RECOVERED', 'CLOSED', 'NOT_ACCEPTED', 'WITHDRAWN')),
  level               text check (level in ('NEGOTIATION', 'VILLAGE', 'TOWN', 'COUNTY', 'DECISION', 'REVIEW', 'COURT')),
  result              text check (result in ('AGREED', 'DECIDED', 'RECOVERED', 'REFERRED', 'NOT_ACCEPTED', 'WITHDRAWN')),
  bounds              box not null,                     -- of the overlaps when the case was opened, CGCS2000 degrees
  opened_by           text not null references user_account,
  opened_at           timestamptz not null,
  opened_on           date not null,
  accepted_on         date,
  copied_on           date,
  answered_on         date,
  mediation_on        date,
  opinion_on          date,                             -- handling opinion ready: the case went up for a decision
  reported_on         date,                             -- ... and was reported to the government
  investigation_until date,                             -- extended end of the investigation, approved
  agreed_on           date,
  decided_on          date,                             -- the last decision or judgment
  served_on           date,                             -- agreement or last decision served on the parties
  ordered_on          date,                             -- restitution ordered (trespass)
  restitution_by      date,
  recovered_on        date,
  ended_on            date,
  revision            int not null default 1,
  check (stage <> 'MEDIATION' or level is not null),
  check ((ordered_on is null) = (restitution_by is null)),
  check ((stage in ('CLOSED', 'NOT_ACCEPTED', 'WITHDRAWN')) = (ended_on is not null)),
  check ((ended_on is null) or result is not null)
);
create index dispute_by_stage on dispute (stage, opened_on);
call audit_track('dispute', 'id');

-- The units in dispute, as they were when the case was opened.
create table dispute_unit (
  dispute_id    text not null references dispute,
  unit_id       bigint not null references spatial_unit,
  version       int not null,
  kind          text not null check (kind in ('PARCEL', 'CLAIM', 'EVIDENCE')),
  code          text not null,
  status_before text not null,
  primary key (dispute_id, unit_id)
);
create index dispute_unit_by_code on dispute_unit (kind, code);
call audit_track('dispute_unit', 'dispute_id,unit_id');

create table dispute_party (
  dispute_id text not null references dispute,
  seq        int not null,
  side       text not null check (side in ('APPLICANT', 'RESPONDENT')),
  name       text not null,
  units      text not null,                             -- codes of the units the party stands for
  primary key (dispute_id, seq),
  unique (dispute_id, name)
);
call audit_track('dispute_party', 'dispute_id,seq');

create table dispute_handler (
  dispute_id text not null references dispute,
  username   text not null references user_account,
  primary key (dispute_id, username)
);
call audit_track('dispute_handler', 'dispute_id,username');

-- A conflict is in at most one case that is not over.
create table dispute_conflict (
  dispute_id  text not null references dispute,
  conflict_id bigint not null references conflict,
  open        boolean not null,
  primary key (dispute_id, conflict_id)
);
create unique index dispute_conflict_one_open_case on dispute_conflict (conflict_id) where open;
call audit_track('dispute_conflict', 'dispute_id,conflict_id');

create table dispute_event (
  dispute_id  text not null references dispute,
  seq         int not null check (seq > 0),
  at          timestamptz not null,                     -- recorded
  happened_on date not null,
  action      text not null,
  stage       text not null,                            -- after it
  level       text,
  actor       text not null references user_account,
  note        text,
  detail      jsonb not null default '{}',
  primary key (dispute_id, seq)
);
call audit_track('dispute_event', 'dispute_id,seq');

-- Agreements and decisions, with what they changed. An agreement has both sides' signatures and two handlers or more
-- (Order 17); a decision has its authority.
create table dispute_settlement (
  dispute_id      text not null references dispute,
  seq             int not null check (seq > 0),
  kind            text not null check (kind in ('AGREEMENT', 'DECISION')),
  outcome         text not null check (outcome in ('CLAIM_WITHDRAWN', 'CLAIM_AMENDED', 'PARCEL_AMENDED', 'CLAIM_REFUSED', 'UPHELD')),
  document_number text not null,
  dated_on        date not null,
  authority       text,
  seal            text,
  body            text not null,
  signatures      jsonb not null default '[]',          -- [{party, name, signedOn}]
  handlers        jsonb not null default '[]',          -- [display name]
  changes         jsonb not null default '[]',          -- [{kind, code, fromVersion, toVersion, areaBefore, areaAfter}]
  primary key (dispute_id, seq),
  check (kind <> 'AGREEMENT' or (jsonb_array_length(signatures) >= 2 and jsonb_array_length(handlers) >= 2)),
  check (kind <> 'AGREEMENT' or outcome in ('CLAIM_WITHDRAWN', 'CLAIM_AMENDED', 'PARCEL_AMENDED')),
  check (kind <> 'DECISION' or authority is not null)
);
create unique index dispute_settlement_document on dispute_settlement (kind, coalesce(authority, ''), document_number);
call audit_track('dispute_settlement', 'dispute_id,seq');

-- Occupied land whose occupation ended through a case: given back, or ceded by amending the parcel.
create table encroachment_end (
  id          bigint generated always as identity primary key,
  dispute_id  text not null references dispute,
  claim_unit  bigint not null references spatial_unit,
  claim_code  text not null,
  occupier    text,
  since       date not null,
  parcel_code text not null,
  ended_on    date not null,
  how         text not null check (how in ('RECOVERED', 'CEDED')),
  land        geometry not null,                        -- plane coordinates in the parcel's system
  srid        int not null,
  area        numeric(16, 2) not null,                  -- of land, m², plane
  document    text not null,                            -- record of the handing over, agreement or decision
  unique (dispute_id, claim_unit, parcel_code)
);
call audit_track('encroachment_end', 'id');
