-- A second factor of the sign-in (RFC 6238), and passwords that somebody else chose.

alter table user_account add column password_set_by text references user_account;   -- null: the person chose it
call audit_track('user_account', 'username');

create table second_factor (
  username     text primary key references user_account,
  secret       bytea not null,           -- AES-256-GCM under a key that lies outside the database
  begun_at     timestamptz not null,
  confirmed_at timestamptz               -- null: shown to the person, no code of it given yet
);
call audit_track('second_factor', 'username');

create table recovery_code (
  username text not null references second_factor,
  number   int not null check (number between 1 and 10),
  hash     text not null,                -- BCrypt
  used_at  timestamptz,
  primary key (username, number)
);
call audit_track('recovery_code', 'username, number');

-- The step of time whose code was accepted last: no code counts twice. A counter, not a fact: not under audit.
create table second_factor_use (
  username  text primary key references second_factor,
  last_step bigint not null
);

-- Roles that get no further than the page My account without a second factor.
create table second_factor_rule (
  role   text primary key check (role in ('SURVEYOR', 'REVIEWER', 'MEDIATOR', 'APPROVER', 'MANAGER', 'ADMINISTRATOR')),
  set_by text not null references user_account,
  set_at timestamptz not null
);
call audit_track('second_factor_rule', 'role');

alter table sign_in_try drop constraint sign_in_try_kind_check;
alter table sign_in_try add constraint sign_in_try_kind_check check (kind in ('ACCOUNT', 'ADDRESS', 'CODE'));
