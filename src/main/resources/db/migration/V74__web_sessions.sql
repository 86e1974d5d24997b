-- Who is signed in from a browser: every program on this database knows it. Not part of the register: neither under audit
-- nor in a backup.
create table web_session (
  id_hash    text primary key,           -- SHA-256 of the cookie's value: whoever reads this table can't use it
  username   text,
  created_at timestamptz not null,
  used_at    timestamptz not null,       -- to the minute
  ends_at    timestamptz not null,
  content    bytea not null
);
create index web_session_by_end on web_session (ends_at);
create index web_session_by_user on web_session (username);
