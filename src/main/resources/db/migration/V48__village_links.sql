-- What a village or another claimant sees of its own matter, by a link and a code (domain.md §0). Neither is kept in
-- clear: the link's token as SHA-256 (256 random bits), the code as a slow hash.

create table village_link (
  id         bigint generated always as identity primary key,
  claimant   text not null,                             -- exactly as the claims name it
  label      text not null,                             -- to whom it was given
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  code_hash  text not null,
  created_by text not null references user_account,
  created_on date not null,
  expires_on date not null,                             -- last day
  revoked_on date,
  revoked_by text references user_account,
  check (expires_on >= created_on),
  check ((revoked_on is null) = (revoked_by is null))
);
create index village_link_by_claimant on village_link (claimant);
call audit_track('village_link', 'id');

-- Brakes on guessing. Counters, not facts of the procedure: not under audit.
create table village_link_use (
  link_id      bigint primary key references village_link,
  failures     int not null default 0,
  locked_until timestamptz,
  last_used_at timestamptz
);
create table village_attempt (
  address text not null,
  hour    timestamptz not null,
  failed  int not null,
  primary key (address, hour)
);

create table village_statement (
  id         text primary key check (id ~ '^S\d{4}-\d{4,}$'),
  receipt    text not null unique,                      -- as printed on the receipt: 述2013-0001
  link_id    bigint not null references village_link,
  claimant   text not null,
  kind       text not null check (kind in ('STATEMENT', 'OBJECTION')),
  claim_code text not null,
  conflict_id bigint references conflict,
  person     text not null,
  contact    text not null,                             -- shown to those who answer only
  body       text not null,
  lodged_at  timestamptz not null,
  lodged_on  date not null,
  status     text not null check (status in ('OPEN', 'ANSWERED')),
  answer     text,
  answered_by text references user_account,
  answered_on date,
  check ((status = 'OPEN') = (answer is null) and (answer is null) = (answered_by is null)
    and (answer is null) = (answered_on is null))
);
create index village_statement_open on village_statement (lodged_on) where status = 'OPEN';
create index village_statement_by_claimant on village_statement (claimant, lodged_at);
call audit_track('village_statement', 'id');
