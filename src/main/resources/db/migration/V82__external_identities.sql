-- Who of another organisation's sign-in service (OpenID Connect) is which account: said by an administrator, never by itself.
create table external_identity (
  username text primary key references user_account,
  issuer   text not null,
  email    text,                         -- as the administrator knows the person; counts until the first sign-in only
  subject  text,                         -- the service's own name of the person, which it never gives to anybody else
  bound_by text not null references user_account,
  bound_at timestamptz not null,
  check (email is not null or subject is not null)
);
create unique index external_identity_by_subject on external_identity (issuer, subject);
create unique index external_identity_by_email on external_identity (issuer, lower(email));
call audit_track('external_identity', 'username');
