-- Overrides of the gates W1–W6 (rules.md): a reason, a document, two approvers and a last day. W7 has none.
create table gate_override (
  id             bigint generated always as identity primary key,
  application_id text not null references application,
  gate           text not null check (gate in ('W1', 'W2', 'W3', 'W4', 'W5', 'W6')),
  facts          jsonb not null,                         -- what the gate lacked: nothing else is overridden
  reason         text not null,
  document       text not null,
  expires_on     date not null,                          -- last day on which it still holds
  proposed_by    text not null references user_account,
  proposed_at    timestamptz not null,
  confirmed_by   text references user_account,
  confirmed_at   timestamptz,
  ended_by       text references user_account,
  ended_at       timestamptz,
  ended_why      text,
  check (confirmed_by <> proposed_by),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (ended_why is null))
);
create index gate_override_by_application on gate_override (application_id, id);
call audit_track('gate_override', 'id');

-- Four eyes (W4) stay an invariant of the table, unless two approvers have overridden them for this application.
do $$
declare
  rule name;
begin
  for rule in select conname from pg_constraint
    where conrelid = 'application'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) ~ '\((surveyor|reviewer) <> (reviewer|approver)\)'
  loop
    execute format('alter table application drop constraint %I', rule);
  end loop;
end $$;

create function application_four_eyes() returns trigger language plpgsql as $$
begin
  if (new.surveyor = new.reviewer or new.surveyor = new.approver or new.reviewer = new.approver)
      and not exists (select 1 from gate_override o where o.application_id = new.id and o.gate = 'W4'
        and o.confirmed_at is not null) then
    raise exception 'surveyor, reviewer and approver of % must be three persons', new.id
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger application_four_eyes before insert or update on application
  for each row execute function application_four_eyes();
