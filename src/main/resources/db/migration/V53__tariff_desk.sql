-- Tariffs are added and ended by the administrator from now on, never rewritten; fees are refunded.
alter table tariff add column recorded_by text references user_account;
alter table tariff add column recorded_at timestamptz;
call audit_track('tariff', 'code');
alter table tariff_rate add column id bigint generated always as identity primary key;
call audit_track('tariff_rate', 'id');

-- A tariff that nothing takes the place of ends by its own row.
create table tariff_end (
  tariff      text primary key references tariff,
  last_day    date not null,
  source      text not null,
  recorded_by text not null references user_account,
  recorded_at timestamptz not null
);
create trigger never_changed before update or delete or truncate on tariff_end for each statement execute function audit_refuse();
call audit_track('tariff_end', 'tariff');

create table fee_refund (
  id             bigint generated always as identity primary key,
  subject        text not null,                          -- application number
  amount         numeric(14, 2) not null check (amount > 0), -- yuan
  reason         text not null,
  document       text not null,
  receipt_number text not null,                          -- of the money that went back
  refunded_on    date not null,
  recorded_by    text not null references user_account,
  recorded_at    timestamptz not null
);
create index fee_refund_by_subject on fee_refund (subject, id);
call audit_track('fee_refund', 'id');
