-- Letters by which the office tells what became of a case: the holds, their release, the result. They ask for a receipt.

alter table liaison_letter drop constraint liaison_letter_department_check;
alter table liaison_letter add constraint liaison_letter_department_check check (department in ('FORESTRY', 'LAND',
  'AGRICULTURE', 'WATER', 'PLANNING', 'FINANCE', 'JUSTICE', 'TOWN', 'VILLAGE', 'OTHER'));
alter table escalation_path drop constraint escalation_path_department_check;
alter table escalation_path add constraint escalation_path_department_check check (department in ('FORESTRY', 'LAND',
  'AGRICULTURE', 'WATER', 'PLANNING', 'FINANCE', 'JUSTICE', 'TOWN', 'VILLAGE', 'OTHER'));

-- null: it asks a question
alter table liaison_letter add column told text check (told in ('HOLD', 'RELEASE', 'RESULT'));
alter table liaison_letter drop constraint liaison_letter_decision_check;
alter table liaison_letter add constraint liaison_letter_decision_check
  check (decision in ('AGREED', 'OBJECTED', 'NO_OBJECTION', 'RECEIVED'));
alter table liaison_letter add constraint liaison_letter_receipt_check
  check (decision is null or (decision = 'RECEIVED') = (told is not null));
call audit_track('liaison_letter', 'id');

-- Which letter told whom what about which case: the same is never told twice.
create table case_circular (
  letter_id  text primary key references liaison_letter,
  dispute_id text not null references dispute,
  told       text not null check (told in ('HOLD', 'RELEASE', 'RESULT')),
  recipient  text not null,                             -- the office as it is written on the letter
  occasion   text not null,                             -- the parcels held or released; the document of the result
  unique (dispute_id, told, recipient, occasion)
);
call audit_track('case_circular', 'letter_id');

alter table time_limit drop constraint time_limit_kind_check;
alter table time_limit add constraint time_limit_kind_check check (kind in ('LETTER_ANSWER', 'LETTER_RECEIPT',
  'OBJECTION_ANSWER', 'APPLICATION_MOVEMENT', 'COMPLAINT_ANSWER', 'COMPLAINT_RESULT', 'STATEMENT_ANSWER', 'MEETING_MINUTES',
  'FINDING_HANDLED', 'REMIND_BEFORE', 'ESCALATE_TO_APPROVER', 'ESCALATE_TO_MANAGER'));
insert into time_limit (kind, valid_from, working_days, source) values
  ('LETTER_RECEIPT', '1990-01-01', 5, '内部规定：通报函件 5 个工作日内退回回执');
select audit_append('TIME_LIMIT_SET', 'time-limit', 'LETTER_RECEIPT', '{"from":"1990-01-01","workingDays":5}');
