-- Liaison letters (工作联系单): a question to a department, with the day its answer is due. Nothing is sent and forgotten.

create table liaison_letter_number (
  year int primary key,
  last int not null check (last > 0)
);
call audit_track('liaison_letter_number', 'year');

create table liaison_letter (
  id              text primary key check (id ~ '^L\d{4}-\d{4,}$'),
  number          text not null unique,                 -- as printed: 联2013-0001
  department      text not null check (department in ('FORESTRY', 'AGRICULTURE', 'WATER', 'PLANNING', 'FINANCE', 'JUSTICE',
                    'TOWN', 'VILLAGE', 'OTHER')),
  addressee       text not null,                        -- the office as it is written on the letter
  subject_kind    text not null check (subject_kind in ('APPLICATION', 'PARCEL', 'DISPUTE')),
  subject_id      text not null,
  parcel_code     text,                                 -- the parcel the question is about, whatever the subject
  question        text not null,
  status          text not null check (status in ('SENT', 'ANSWERED', 'WITHDRAWN')),
  asked_by        text not null references user_account,
  sent_at         timestamptz not null,
  sent_on         date not null,
  due_on          date not null,
  answer          text,
  answered_by     text,                                 -- the person of the department
  answered_on     date,
  decision        text check (decision in ('AGREED', 'OBJECTED', 'NO_OBJECTION')),
  land_use_scheme text,                                 -- the use the department agreed to, where it decided one
  land_use_code   text,
  withdrawn_on    date,
  revision        int not null default 1,
  check (due_on >= sent_on),
  check (subject_kind <> 'PARCEL' or parcel_code = subject_id),
  check ((status = 'ANSWERED') = (answered_on is not null)),
  check ((answered_on is null) = (decision is null)),
  check ((answered_on is null) = (answer is null)),
  check ((status = 'WITHDRAWN') = (withdrawn_on is not null)),
  check ((land_use_scheme is null) = (land_use_code is null)),
  check (land_use_code is null or answered_on is not null)
);
create index liaison_letter_by_subject on liaison_letter (subject_kind, subject_id);
create index liaison_letter_by_parcel on liaison_letter (parcel_code);
create index liaison_letter_waiting on liaison_letter (due_on) where status = 'SENT';
call audit_track('liaison_letter', 'id');

create table liaison_letter_event (
  letter_id text not null references liaison_letter,
  seq       int not null check (seq > 0),
  at        timestamptz not null,
  action    text not null check (action in ('SENT', 'REMINDED', 'ANSWERED', 'WITHDRAWN')),
  actor     text not null references user_account,
  note      text,
  primary key (letter_id, seq)
);
call audit_track('liaison_letter_event', 'letter_id,seq');
