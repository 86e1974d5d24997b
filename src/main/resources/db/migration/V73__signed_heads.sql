-- The head of the audit chain of each day, signed with a key that lies outside the database.
create table audit_signed_head (
  day       date primary key,            -- Beijing time
  seq       bigint not null check (seq >= 0),
  hash      text not null,
  signed_at timestamptz not null,
  key_id    text not null,               -- first 16 hexadecimal digits of the public key's SHA-256
  signature text not null                -- Ed25519, Base64
);
call audit_track('audit_signed_head', 'day');
