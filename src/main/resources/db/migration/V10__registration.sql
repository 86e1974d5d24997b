-- From the application to the entry in the register (domain sheet §0, §5, §7; gates W1–W7 of rules.md).

-- Dated settings of the procedure. Like tariffs they are added, never rewritten: the day of the application decides.
create table notice_period (
  right_kind   text not null check (right_kind in ('STATE_LAND_USE', 'FARMLAND_USE', 'FOREST_LAND_USE', 'CONSTRUCTION_LAND_USE')),
  valid_from   date not null,
  working_days int not null check (working_days > 0),
  source       text not null,
  primary key (right_kind, valid_from)
);
insert into notice_period (right_kind, valid_from, working_days, source)
select kind, '1990-01-01', 15, '土地登记公告期，默认 15 个工作日'
from unnest(array['STATE_LAND_USE', 'FARMLAND_USE', 'FOREST_LAND_USE', 'CONSTRUCTION_LAND_USE']) kind;

create table required_document (
  right_kind    text not null check (right_kind in ('STATE_LAND_USE', 'FARMLAND_USE', 'FOREST_LAND_USE', 'CONSTRUCTION_LAND_USE')),
  document_kind text not null,
  valid_from    date not null,
  valid_to      date,                                    -- last day; null: still open
  source        text not null,
  primary key (right_kind, document_kind, valid_from),
  check (valid_to >= valid_from)
);
insert into required_document (right_kind, document_kind, valid_from, source)
select kind, document, '1990-01-01', '土地登记办法 第九条'
from unnest(array['STATE_LAND_USE', 'FARMLAND_USE', 'FOREST_LAND_USE', 'CONSTRUCTION_LAND_USE']) kind,
     unnest(array['APPLICATION_FORM', 'HOLDER_IDENTITY', 'SOURCE_OF_RIGHT', 'INVESTIGATION_FORM']) document;
insert into required_document (right_kind, document_kind, valid_from, source)
values ('CONSTRUCTION_LAND_USE', 'CONSTRUCTION_APPROVAL', '1990-01-01', '土地登记办法 第九条');

create trigger never_changed before update or delete or truncate on notice_period for each statement execute function audit_refuse();
create trigger never_changed before update or delete or truncate on required_document for each statement execute function audit_refuse();

-- Names of the land-use classes, always with their scheme: the two standards number different things alike.
create table land_use_class (
  scheme     text not null,
  code       text not null,
  name       text not null,
  land_class text not null check (land_class in ('AGRICULTURAL', 'CONSTRUCTION', 'DWELLING', 'UNUSED')),
  forest     boolean not null default false,
  primary key (scheme, code)
);

-- Running numbers without gaps: taken in the transaction that uses them.
create table registration_number (
  kind text not null,
  year int not null,
  last int not null,
  primary key (kind, year)
);
call audit_track('registration_number', 'kind,year');

create table application (
  id             text primary key check (id ~ '^A\d{4}-\d{4,}$'),
  number         text not null unique,                   -- as printed: 申2013-0001
  unit_id        bigint not null references spatial_unit,
  parcel         text not null,
  state          text not null check (state in ('APPLIED', 'SURVEYED', 'NOTICED', 'REVIEWED', 'LEADER_APPROVED',
                   'MEETING_DECIDED', 'CONSULTED', 'REGISTERED', 'CERTIFIED', 'SUSPENDED', 'REJECTED', 'WITHDRAWN')),
  suspended_from text check (suspended_from in ('APPLIED', 'SURVEYED', 'NOTICED', 'REVIEWED', 'LEADER_APPROVED',
                   'MEETING_DECIDED', 'CONSULTED', 'REGISTERED')),
  suspended_for  text check (suspended_for in ('DISPUTE', 'OTHER')),
  surveyor       text references user_account,
  reviewer       text references user_account,
  approver       text references user_account,
  holder         text,
  right_kind     text,
  right_nature   text,
  location       text,
  approved_use_scheme text,
  approved_use_code   text,
  actual_use_scheme   text,
  actual_use_code     text,
  term_until     date,
  applied_on     date not null,
  applied_by     text not null references user_account,
  registered_on  date,
  closed_at      timestamptz,
  created_at     timestamptz not null,
  revision       int not null default 1,
  check ((state = 'SUSPENDED') = (suspended_from is not null) and (state = 'SUSPENDED') = (suspended_for is not null)),
  check (state not in ('REGISTERED', 'CERTIFIED')
         or (surveyor is not null and reviewer is not null and approver is not null and registered_on is not null)),
  check (surveyor <> reviewer), check (surveyor <> approver), check (reviewer <> approver),
  check ((approved_use_scheme is null) = (approved_use_code is null)),
  check ((actual_use_scheme is null) = (actual_use_code is null))
);
create unique index application_one_open_per_parcel on application (unit_id)
  where state not in ('CERTIFIED', 'REJECTED', 'WITHDRAWN');
create index application_by_parcel on application (parcel, created_at);
create index application_by_state on application (state, created_at);
call audit_track('application', 'id');

create table application_event (
  id             bigint generated always as identity primary key,
  application_id text not null references application,
  action         text not null,
  from_state     text,
  to_state       text not null,
  person         text not null,
  at             timestamptz not null,
  detail         jsonb not null default '{}'
);
create index application_event_by_application on application_event (application_id, id);
create trigger never_changed before update or delete or truncate on application_event for each statement execute function audit_refuse();
call audit_track('application_event', 'id');

-- Cadastral survey and ownership investigation (地籍调查表); the latest of an application is in force.
create table investigation (
  id             bigint generated always as identity primary key,
  application_id text not null references application,
  parcel_version int not null,
  boundary_hash  text not null,
  boundary_basis text not null check (boundary_basis in ('FARM_1987_CERTIFICATE', 'APPROVAL', 'AGREEMENT', 'HISTORY_AND_PRESENT_USE')),
  basis_document text,
  surveyed_on    date not null,
  neighbours     jsonb not null,
  notes          text,
  surveyor       text not null references user_account,
  recorded_at    timestamptz not null
);
create index investigation_by_application on investigation (application_id, id desc);
call audit_track('investigation', 'id');

-- A public notice is frozen when it is published: text, boundary and period.
create table notice (
  id             text primary key check (id ~ '^N\d{4}-\d{4,}$'),
  number         text not null unique,                   -- as printed: 示2013-0001
  application_id text not null references application,
  unit_id        bigint not null,
  parcel         text not null,
  parcel_version int not null,
  boundary_hash  text not null,
  holder         text not null,
  text_en        text not null,
  text_zh        text not null,
  facts_hash     text not null,                          -- of the facts the text states
  place          text not null,                          -- where it hangs besides the web page
  working_days   int not null check (working_days > 0),
  published_on   date not null,
  deadline       date not null,                          -- last day to object
  published_by   text not null references user_account,
  published_at   timestamptz not null,
  ended_at       timestamptz,                            -- replaced by a later one, or its application closed
  ended_why      text check (ended_why in ('REPLACED', 'RESURVEYED', 'CLOSED')),
  check (deadline > published_on),
  check ((ended_at is null) = (ended_why is null)),
  foreign key (unit_id, parcel_version) references spatial_unit_version
);
create unique index notice_one_live on notice (application_id) where ended_at is null;
create index notice_by_publication on notice (published_at desc, id);
create index notice_by_application on notice (application_id, published_at desc);
call audit_track('notice', 'id');

create table objection (
  id             text primary key check (id ~ '^O\d{4}-\d{4,}$'),
  receipt        text not null unique,                   -- as printed on the receipt: 异2013-0001
  notice_id      text not null references notice,
  application_id text not null references application,
  person         text not null,
  contact        text not null,                          -- never shown to the public
  ground         text not null,
  evidence       text,
  lodged_at      timestamptz not null,
  status         text not null check (status in ('OPEN', 'REJECTED', 'UPHELD')),
  answer         text,
  answered_by    text references user_account,
  answered_at    timestamptz,
  case_number    text,                                   -- the dispute that an upheld objection became
  check ((status = 'OPEN') = (answer is null) and (status = 'OPEN') = (answered_by is null) and (status = 'OPEN') = (answered_at is null)),
  check (case_number is null or status = 'UPHELD')
);
create index objection_by_application on objection (application_id, lodged_at);
create index objection_by_notice on objection (notice_id);
call audit_track('objection', 'id');

create table bureau_decision (
  id             bigint generated always as identity primary key,
  application_id text not null references application,
  meeting_number text not null,
  held_on        date not null,
  attendees      jsonb not null,
  decision       text not null,
  recorded_by    text not null references user_account,
  recorded_at    timestamptz not null
);
create index bureau_decision_by_application on bureau_decision (application_id, id desc);
call audit_track('bureau_decision', 'id');

-- Files, each content once: one application form may stand for ninety parcels.
create table document_content (
  sha256  text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null
);
create trigger never_changed before update or delete or truncate on document_content for each statement execute function audit_refuse();

create table application_document (
  id             bigint generated always as identity primary key,
  application_id text not null references application,
  kind           text not null,
  file_name      text not null,
  media_type     text not null,
  size           bigint not null check (size > 0),
  sha256         text not null references document_content,
  uploaded_by    text not null references user_account,
  uploaded_at    timestamptz not null
);
create index application_document_by_application on application_document (application_id, kind);
call audit_track('application_document', 'id');
