-- Brakes on guessed passwords, shared by all instances and kept over restarts. Counters, not facts: not under audit.
-- A try is counted before its password is looked at, so that guesses made at once count as well as guesses in a row.
create table sign_in_try (
  kind         text not null check (kind in ('ACCOUNT', 'ADDRESS')),
  subject      text not null check (length(subject) <= 100),   -- a user name, whether there is such a user or not; or an address
  failures     int not null check (failures >= 0),
  locked_until timestamptz,
  last_at      timestamptz not null,
  primary key (kind, subject)
);
create index sign_in_try_by_age on sign_in_try (last_at);
