-- The public's side of a notice: a code by which the objector sees the answer, evidence files, a brake on floods; and
-- settings of the procedure that are ended, not rewritten.
alter table objection add column code_hash text check (code_hash ~ '^[0-9a-f]{64}$');
call audit_track('objection', 'id');

create table objection_evidence (
  id           bigint generated always as identity primary key,
  objection_id text not null references objection,
  file_name    text not null,
  media_type   text not null,
  size         bigint not null check (size > 0),
  sha256       text not null references document_content,
  received_at  timestamptz not null
);
create index objection_evidence_by_objection on objection_evidence (objection_id, id);
call audit_track('objection_evidence', 'id');

-- How often an address asked for something within an hour; the address itself is not kept. Counts are no legal record.
create table public_brake (
  kind    text not null,
  caller  text not null,
  hour    timestamptz not null,
  count   int not null,
  primary key (kind, caller, hour)
);
create index public_brake_by_hour on public_brake (hour);

alter table notice_period add column recorded_by text references user_account;
alter table notice_period add column recorded_at timestamptz;
call audit_track('notice_period', 'right_kind,valid_from');
alter table required_document add column recorded_by text references user_account;
alter table required_document add column recorded_at timestamptz;
call audit_track('required_document', 'right_kind,document_kind,valid_from');

create table required_document_end (
  right_kind    text not null,
  document_kind text not null,
  valid_from    date not null,
  last_day      date not null,
  source        text not null,
  recorded_by   text not null references user_account,
  recorded_at   timestamptz not null,
  primary key (right_kind, document_kind, valid_from),
  foreign key (right_kind, document_kind, valid_from) references required_document,
  check (last_day >= valid_from)
);
create trigger never_changed before update or delete or truncate on required_document_end for each statement execute function audit_refuse();
call audit_track('required_document_end', 'right_kind,document_kind,valid_from');

-- Which use is registered where the approved and the actual one differ, and by which document.
create table land_use_decision (
  id             bigint generated always as identity primary key,
  application_id text not null references application,
  approved_use   text not null,                          -- scheme and code
  actual_use     text not null,
  registered     text not null check (registered in ('ACTUAL', 'APPROVED')),
  reason         text not null,
  document       text not null,
  decided_by     text not null references user_account,
  decided_at     timestamptz not null
);
create index land_use_decision_by_application on land_use_decision (application_id, id desc);
call audit_track('land_use_decision', 'id');
