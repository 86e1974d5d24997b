-- One step for many: what was asked for, and what became of each. Each item is done and marked in one transaction, so a
-- killed program goes on with the first that is not.
create table registration_batch (
  id              text primary key check (id ~ '^B\d{4}-\d{4,}$'),
  step            text not null,
  body            jsonb not null,
  total           int not null check (total between 1 and 500),
  status          text not null check (status in ('QUEUED', 'RUNNING', 'DONE', 'STOPPED', 'FAILED')),
  requested_by    text not null references user_account,
  requested_at    timestamptz not null,
  finished_at     timestamptz,
  fault           text,                                   -- why the program gave it up
  idempotency_key text,
  check ((finished_at is not null) = (status in ('DONE', 'STOPPED', 'FAILED'))),
  unique (requested_by, idempotency_key)
);
create index registration_batch_latest on registration_batch (requested_at desc, id);
call audit_track('registration_batch', 'id');

create table registration_batch_item (
  batch_id       text not null references registration_batch,
  place          int not null,
  item_key       text not null,                           -- parcel or application
  status         text not null default 'PENDING' check (status in ('PENDING', 'DONE', 'REFUSED')),
  application_id text,
  state          text,
  certificate    text,
  refusal        jsonb,
  done_at        timestamptz,
  primary key (batch_id, place),
  unique (batch_id, item_key),
  check ((status = 'REFUSED') = (refusal is not null) and (status = 'PENDING') = (done_at is null))
);
create index registration_batch_item_pending on registration_batch_item (batch_id, place) where status = 'PENDING';
