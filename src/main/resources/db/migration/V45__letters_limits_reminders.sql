-- Letters about anything, with an owner of ours and a way up; dated time limits of the office; reminders.

-- The office's own time limits, dated: added, never rewritten; the day a thing began decides.
create table time_limit (
  kind         text not null check (kind in ('LETTER_ANSWER', 'OBJECTION_ANSWER', 'APPLICATION_MOVEMENT', 'COMPLAINT_ANSWER',
                 'COMPLAINT_RESULT', 'STATEMENT_ANSWER', 'MEETING_MINUTES', 'FINDING_HANDLED', 'REMIND_BEFORE',
                 'ESCALATE_TO_APPROVER', 'ESCALATE_TO_MANAGER')),
  valid_from   date not null,
  working_days int not null check (working_days between 1 and 250),
  source       text not null,
  primary key (kind, valid_from)
);
insert into time_limit (kind, valid_from, working_days, source) values
  ('LETTER_ANSWER', '1990-01-01', 10, '内部规定：工作联系单 10 个工作日内答复'),
  ('OBJECTION_ANSWER', '1990-01-01', 15, '内部规定：公示异议 15 个工作日内书面答复'),
  ('APPLICATION_MOVEMENT', '1990-01-01', 30, '不动产登记暂行条例 第二十条：30 个工作日'),
  ('COMPLAINT_ANSWER', '1990-01-01', 10, '内部规定：被投诉方 10 个工作日内答辩'),
  ('COMPLAINT_RESULT', '1990-01-01', 42, '信访条例 第三十三条：60 日，按 42 个工作日计'),
  ('STATEMENT_ANSWER', '1990-01-01', 15, '内部规定：村方陈述 15 个工作日内答复'),
  ('MEETING_MINUTES', '1990-01-01', 3, '内部规定：会后 3 个工作日内形成纪要'),
  ('FINDING_HANDLED', '1990-01-01', 10, '内部规定：巡查发现 10 个工作日内处理'),
  ('REMIND_BEFORE', '1990-01-01', 3, '内部规定：到期前 3 个工作日提醒'),
  ('ESCALATE_TO_APPROVER', '1990-01-01', 5, '内部规定：逾期 5 个工作日报局领导'),
  ('ESCALATE_TO_MANAGER', '1990-01-01', 15, '内部规定：逾期 15 个工作日报管理者');
call audit_track('time_limit', 'kind,valid_from');

-- Whom to turn to first and next in a department (domain.md §0). A path is replaced by a later one, never changed.
create table escalation_path (
  id         bigint generated always as identity primary key,
  department text not null check (department in ('FORESTRY', 'AGRICULTURE', 'WATER', 'PLANNING', 'FINANCE', 'JUSTICE', 'TOWN',
               'VILLAGE', 'OTHER')),
  addressee  text,                                      -- one office of that kind; null: all of them
  valid_from date not null,
  set_by     text not null references user_account,
  set_at     timestamptz not null,
  unique nulls not distinct (department, addressee, valid_from)
);
call audit_track('escalation_path', 'id');

create table escalation_step (
  path_id    bigint not null references escalation_path,
  step       int not null check (step > 0),
  name       text not null,
  position   text not null,
  phone      text,
  after_days int not null check (after_days > 0),       -- working days after the letter's day
  primary key (path_id, step)
);
call audit_track('escalation_step', 'path_id,step');

-- Letters: any subject; who of ours follows it up (null: who asked); how many steps up it has gone (null: none).
alter table liaison_letter drop constraint liaison_letter_subject_kind_check;
alter table liaison_letter add constraint liaison_letter_subject_kind_check
  check (subject_kind in ('APPLICATION', 'PARCEL', 'DISPUTE', 'ENCROACHMENT', 'FREE'));
alter table liaison_letter add column owner text references user_account;
alter table liaison_letter add column escalated int check (escalated > 0);
call audit_track('liaison_letter', 'id');

alter table liaison_letter_event drop constraint liaison_letter_event_action_check;
alter table liaison_letter_event add constraint liaison_letter_event_action_check
  check (action in ('SENT', 'REMINDED', 'ESCALATED', 'HANDED_OVER', 'ANSWERED', 'WITHDRAWN'));
-- What the program does by itself has no account.
alter table liaison_letter_event alter column actor drop not null;

-- Reminders and escalations. One row for each thing, day, level and recipient, whoever runs the search how often.
create table reminder (
  id         bigint generated always as identity primary key,
  kind       text not null,                             -- LETTER, CASE, ...
  subject_id text not null,
  clock      text not null,                             -- which of the subject's deadlines
  due_on     date not null,
  level      text not null check (level in ('SOON', 'OVERDUE', 'APPROVER', 'MANAGER')),
  text_en    text not null,
  text_zh    text not null,
  link       text not null,                             -- address within the page
  username   text references user_account,              -- a person ...
  role       text,                                      -- ... or everybody of a role
  raised_at  timestamptz not null,
  raised_on  date not null,
  closed_on  date,                                      -- done, or its day was moved
  check ((username is null) <> (role is null)),
  unique nulls not distinct (kind, subject_id, clock, due_on, level, username, role)
);
create index reminder_of_person on reminder (username) where closed_on is null;
create index reminder_of_role on reminder (role) where closed_on is null;
create index reminder_of_subject on reminder (kind, subject_id);
call audit_track('reminder', 'id');

create table reminder_acknowledged (
  reminder_id bigint not null references reminder,
  username    text not null references user_account,
  at          timestamptz not null,
  note        text,
  primary key (reminder_id, username)
);
call audit_track('reminder_acknowledged', 'reminder_id,username');

-- Who has seen what is a convenience of the page, not a fact of the procedure: not under audit.
create table reminder_seen (
  reminder_id bigint not null references reminder,
  username    text not null references user_account,
  at          timestamptz not null,
  primary key (reminder_id, username)
);

-- One search per hour of the office's day, over all instances.
create table reminder_search (
  hour        timestamp primary key,                    -- Beijing time
  asked_at    timestamptz not null default now(),
  finished_at timestamptz,
  open_items  int,
  raised      int,
  closed      int
);
