create table user_account (
  username      text primary key check (username ~ '^[a-z][a-z0-9._-]{1,39}$'),
  display_name  text not null,
  password_hash text not null,
  role          text not null check (role in ('SURVEYOR', 'REVIEWER', 'MEDIATOR', 'APPROVER', 'MANAGER', 'ADMINISTRATOR')),
  district      text,                                   -- code prefix (county 6, town 9, village 12); null: everywhere
  enabled       boolean not null default true,
  created_at    timestamptz not null,
  version       int not null default 1
);
call audit_track('user_account', 'username');

-- Holidays and make-up days (调休) as the State Council publishes them year by year. A year without its calendar has no
-- working days at all: clocks that need it fail closed and name the missing year.
create table working_calendar (
  year   int primary key,
  source text not null
);
create table working_calendar_exception (
  day     date primary key,
  year    int not null references working_calendar on delete cascade,
  working boolean not null,                              -- true: a weekend day worked; false: a weekday off
  name    text not null
);
call audit_track('working_calendar', 'year');
call audit_track('working_calendar_exception', 'day');
