-- The tolerances that overlaps are judged by (rules.md, accuracy model), as dated versions. The newest one is in force.
create table overlap_rule (
  version            int primary key check (version > 0),
  allow_factor       double precision not null check (allow_factor between 1 and 4),      -- w_allow = factor·√(m₁² + m₂²)
  boundary_factor    double precision not null check (boundary_factor between 1 and 10),  -- BOUNDARY up to factor·w_allow
  contained_share    double precision not null check (contained_share between 0.9 and 1), -- CONTAINED, DUPLICATE
  written_to         double precision not null check (written_to between 0.001 and 0.05), -- m: least w_allow
  valid_from         date not null,
  source             text not null,                       -- the document that orders it
  reason             text not null,
  entered_by         text references user_account,        -- null: came with the program
  entered_at         timestamptz not null,
  judged             int not null default 0,              -- overlaps that were judged again by it ...
  changed            int not null default 0               -- ... and of these, whose class or allowed width changed
);
insert into overlap_rule (version, allow_factor, boundary_factor, contained_share, written_to, valid_from, source, reason,
  entered_at)
values (1, 2, 3, 0.99, 0.001, '1987-01-01', 'rules.md', 'As the program was delivered', now());
call audit_track('overlap_rule', 'version');

-- A claim that rests on a contract is a quarrel about a contract plot, which contract arbitration decides.
alter table conflict drop constraint conflict_track_check;
alter table conflict add constraint conflict_track_check
  check (track in ('TRESPASS', 'OWNERSHIP', 'DOUBLE_CERTIFICATE', 'SURVEY_FAULT', 'CONTRACT'));
-- Between two datums: the accuracy of the ballpark, m, by which the allowed width was widened. Null: one datum.
alter table conflict add column ballpark double precision;
call audit_track('conflict', 'id');

-- An event says what it was judged by, and by which version of which side it happened.
alter table conflict_event drop constraint conflict_event_what_check;
alter table conflict_event add constraint conflict_event_what_check
  check (what in ('APPEARED', 'CHANGED', 'GONE', 'ATTACHED', 'SETTLED', 'REOPENED', 'REJUDGED'));
alter table conflict_event
  add column caused_by     text check (caused_by in ('LEFT', 'RIGHT', 'BOTH')),  -- the side whose land changed; null: none
  add column left_now      int,                           -- version in force after it; null: none is
  add column right_now     int,
  add column class_before  text,                          -- null: nothing was before
  add column mean_width    double precision,
  add column allowed_width double precision,
  add column rule_version  text;
call audit_track('conflict_event', 'id');

-- The accuracy of a source, corrected after the fact: the version keeps the figure in force, this what it was and why.
create table accuracy_correction (
  id           bigint generated always as identity primary key,
  unit_id      bigint not null,
  unit_version int not null,
  before       double precision,                          -- RMSE, m; null: was not known
  after        double precision not null check (after > 0),
  reason       text not null,
  document     text,
  entered_by   text not null references user_account,
  entered_at   timestamptz not null,
  foreign key (unit_id, unit_version) references spatial_unit_version
);
create index accuracy_correction_by_unit on accuracy_correction (unit_id, id);
call audit_track('accuracy_correction', 'id');
