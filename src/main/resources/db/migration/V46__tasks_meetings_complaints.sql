-- Tasks, meetings whose decisions become tasks, complaints that hear both sides.

create table coordination_number (
  kind text not null,
  year int not null,
  last int not null check (last > 0),
  primary key (kind, year)
);
call audit_track('coordination_number', 'kind,year');

-- One row: whoever books people and rooms takes its lock, so that of two bookings at once the second sees the first.
create table meeting_calendar (
  single boolean primary key default true check (single)
);
insert into meeting_calendar default values;

create table meeting (
  id           text primary key check (id ~ '^M\d{4}-\d{4,}$'),
  number       text not null unique,                    -- as printed: 会2013-0001
  title        text not null,
  room         text not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  chair        text not null references user_account,
  guests       text,                                    -- people without an account, as they are invited
  status       text not null check (status in ('PLANNED', 'HELD', 'CANCELLED')),
  minutes      text,
  held_on      date,
  cancelled_why text,
  called_by    text not null references user_account,
  called_at    timestamptz not null,
  revision     int not null default 1,
  check (ends_at > starts_at),
  check ((status = 'HELD') = (minutes is not null) and (status = 'HELD') = (held_on is not null)),
  check ((status = 'CANCELLED') = (cancelled_why is not null))
);
create index meeting_by_time on meeting (starts_at);
call audit_track('meeting', 'id');

create table meeting_person (
  meeting_id text not null references meeting,
  username   text not null references user_account,
  present    boolean,                                   -- null until it was held
  primary key (meeting_id, username)
);
call audit_track('meeting_person', 'meeting_id,username');

create table meeting_item (
  meeting_id   text not null references meeting,
  seq          int not null check (seq > 0),
  subject_kind text not null check (subject_kind in ('LETTER', 'CASE', 'NOTICE', 'OBJECTION', 'APPLICATION', 'TASK', 'MEETING',
                 'COMPLAINT', 'PATROL', 'FINDING', 'STATEMENT', 'FREE')),
  subject_id   text,
  title        text not null,
  decision     text,
  primary key (meeting_id, seq),
  check ((subject_kind = 'FREE') = (subject_id is null))
);
call audit_track('meeting_item', 'meeting_id,seq');

create table task (
  id           text primary key check (id ~ '^T\d{4}-\d{4,}$'),
  number       text not null unique,                    -- as printed: 任2013-0001
  title        text not null,
  detail       text,
  owner        text not null references user_account,
  due_on       date not null,
  meeting_id   text,                                    -- the decision it carries out ...
  meeting_item int,
  subject_kind text,                                    -- ... and what it is about
  subject_id   text,
  status       text not null check (status in ('OPEN', 'DONE', 'CANCELLED')),
  set_by       text not null references user_account,
  set_on       date not null,
  result       text,
  ended_on     date,
  revision     int not null default 1,
  foreign key (meeting_id, meeting_item) references meeting_item,
  check ((meeting_id is null) = (meeting_item is null)),
  check ((status = 'OPEN') = (ended_on is null) and (status = 'OPEN') = (result is null))
);
create index task_open on task (due_on) where status = 'OPEN';
create index task_by_meeting on task (meeting_id);
call audit_track('task', 'id');

-- A complaint: the one complained of may answer, a group of three or more hears both sides, the written result goes to all.
create table complaint (
  id           text primary key check (id ~ '^P\d{4}-\d{4,}$'),
  number       text not null unique,                    -- as printed: 诉2013-0001
  complainant  text not null,
  contact      text not null,
  respondent   text not null,                           -- person or department, as named
  respondent_user text references user_account,         -- if it is one of ours
  subject_kind text,
  subject_id   text,
  body         text not null,
  received_by  text not null references user_account,
  received_on  date not null,
  status       text not null check (status in ('RECEIVED', 'WITH_RESPONDENT', 'HEARING', 'DECIDED', 'WITHDRAWN')),
  copied_on    date,
  answer_by    date,
  answer       text,
  answered_by  text,
  answered_on  date,
  result_by    date not null,
  finding      text check (finding in ('UPHELD', 'PARTLY', 'REJECTED')),
  result       text,
  decided_on   date,
  withdrawn_on date,
  revision     int not null default 1,
  check ((copied_on is null) = (answer_by is null)),
  check ((answer is null) = (answered_on is null) and (answer is null) = (answered_by is null)),
  check ((status = 'DECIDED') = (decided_on is not null)),
  check ((decided_on is null) = (result is null) and (decided_on is null) = (finding is null)),
  check ((status = 'WITHDRAWN') = (withdrawn_on is not null))
);
create index complaint_open on complaint (result_by) where status not in ('DECIDED', 'WITHDRAWN');
call audit_track('complaint', 'id');

create table complaint_member (
  complaint_id text not null references complaint,
  username     text not null references user_account,
  primary key (complaint_id, username)
);
call audit_track('complaint_member', 'complaint_id,username');

create table complaint_hearing (
  complaint_id text not null references complaint,
  seq          int not null check (seq > 0),
  side         text not null check (side in ('COMPLAINANT', 'RESPONDENT')),
  held_on      date not null,
  appeared     boolean not null,                        -- false: invited, did not come
  people       text not null,
  minutes      text not null,
  primary key (complaint_id, seq)
);
call audit_track('complaint_hearing', 'complaint_id,seq');

create table complaint_copy (
  complaint_id text not null references complaint,
  seq          int not null check (seq > 0),
  recipient    text not null,
  sent_on      date not null,
  primary key (complaint_id, seq)
);
call audit_track('complaint_copy', 'complaint_id,seq');

create table complaint_event (
  complaint_id text not null references complaint,
  seq          int not null check (seq > 0),
  at           timestamptz not null,
  action       text not null,
  actor        text not null references user_account,
  note         text,
  primary key (complaint_id, seq)
);
call audit_track('complaint_event', 'complaint_id,seq');
