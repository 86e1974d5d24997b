-- Tariffs are dated rules, never constants (domain sheet §10). A tariff is not changed once it is here: a new rule is
-- added by a later migration and the old one ends by it. A scenario is for comparison only and never charged.
create table tariff (
  code        text primary key,
  valid_from  date not null,
  valid_to    date,                                      -- last day; null: still open
  scenario    boolean not null,
  status      text not null,
  status_zh   text not null,
  source      text not null,
  uncertain   boolean not null default false,            -- the sources leave it open: confirm it before relying on it
  check (valid_to >= valid_from)
);

create table tariff_rate (
  tariff      text not null references tariff,
  land_class  text not null check (land_class in ('AGRICULTURAL', 'CONSTRUCTION', 'DWELLING', 'UNUSED')),
  disputed    boolean,                                   -- null: disputed or not
  basis       text not null check (basis in ('PER_SQUARE_METRE', 'PER_ITEM', 'EXEMPT')),
  rate        numeric(12, 4) not null check (rate >= 0), -- yuan per m² or per item
  copy_rate   numeric(12, 2) not null default 0 check (copy_rate >= 0), -- yuan per certificate after the first
  cap         numeric(14, 2) check (cap > 0),            -- yuan; null: none
  note        text,
  check (basis <> 'EXEMPT' or rate = 0),
  unique nulls not distinct (tariff, land_class, disputed)
);

insert into tariff (code, valid_from, valid_to, scenario, status, status_zh, source, uncertain) values
  ('GX-1994-210', '1994-01-01', '2016-07-11', false, 'in force', '执行', '桂涉价字[1994]210号', false),
  ('GX-1999-423', '1999-01-01', '2016-07-11', true, 'proposal, never approved', '拟议方案，未获批准', '桂价费字[1999]423号', false),
  ('CN-2016-79', '2016-07-12', null, false, 'in force', '执行', '财税[2016]79号', false),
  ('CN-2019-45', '2019-07-01', null, false, 'in force', '执行', '财税[2019]45号', true);

insert into tariff_rate (tariff, land_class, disputed, basis, rate, copy_rate, note) values
  ('GX-1994-210', 'CONSTRUCTION', null, 'PER_SQUARE_METRE', 0.25, 0, null),
  ('GX-1994-210', 'DWELLING', null, 'PER_SQUARE_METRE', 0.25, 0, '建设用地'),
  ('GX-1994-210', 'AGRICULTURAL', null, 'PER_SQUARE_METRE', 0.05, 0, null),
  ('GX-1999-423', 'CONSTRUCTION', true, 'PER_SQUARE_METRE', 0.02, 0, '调查费 ≤ 0.01 + 测量费 ≤ 0.01'),
  ('GX-1999-423', 'DWELLING', true, 'PER_SQUARE_METRE', 0.02, 0, '调查费 ≤ 0.01 + 测量费 ≤ 0.01'),
  ('GX-1999-423', 'AGRICULTURAL', true, 'PER_SQUARE_METRE', 0.02, 0, '调查费 ≤ 0.01 + 测量费 ≤ 0.01'),
  ('GX-1999-423', 'UNUSED', true, 'PER_SQUARE_METRE', 0.02, 0, '调查费 ≤ 0.01 + 测量费 ≤ 0.01'),
  ('GX-1999-423', 'CONSTRUCTION', false, 'EXEMPT', 0, 0, '无争议的减免'),
  ('GX-1999-423', 'DWELLING', false, 'EXEMPT', 0, 0, '无争议的减免'),
  ('GX-1999-423', 'AGRICULTURAL', false, 'EXEMPT', 0, 0, '无争议的减免'),
  ('GX-1999-423', 'UNUSED', false, 'EXEMPT', 0, 0, '无争议的减免'),
  ('CN-2016-79', 'DWELLING', null, 'PER_ITEM', 80, 10, '首本证书免费'),
  ('CN-2016-79', 'CONSTRUCTION', null, 'PER_ITEM', 550, 10, '首本证书免费'),
  ('CN-2016-79', 'AGRICULTURAL', null, 'PER_ITEM', 550, 10, '首本证书免费'),
  ('CN-2016-79', 'UNUSED', null, 'PER_ITEM', 550, 10, '首本证书免费'),
  ('CN-2019-45', 'AGRICULTURAL', null, 'EXEMPT', 0, 0, '国有农用地使用权登记免收');

-- Dated rules are added, never rewritten.
create trigger never_changed before update or delete or truncate on tariff for each statement execute function audit_refuse();
create trigger never_changed before update or delete or truncate on tariff_rate for each statement execute function audit_refuse();

-- What was paid or let off for an application. The rule it was judged by is kept with it, not only referred to.
create table fee_settlement (
  id               bigint generated always as identity primary key,
  subject          text not null,                        -- application number
  current          boolean not null,                     -- false: a later settlement took its place
  kind             text not null check (kind in ('PAID', 'EXEMPTED')),
  tariff           text references tariff,               -- null: exempted although no tariff covers the land
  source           text,
  area             numeric(16, 2) not null check (area > 0), -- m²
  land_class       text not null,
  disputed         boolean not null,
  copies           int not null check (copies > 0),
  amount           numeric(14, 2) not null check (amount >= 0), -- yuan, paid or let off
  receipt_number   text,
  exemption_reason text,
  exemption_document text,
  settled_on       date not null,
  recorded_by      text not null references user_account,
  recorded_at      timestamptz not null,
  check ((kind = 'PAID') = (receipt_number is not null)),
  check ((kind = 'EXEMPTED') = (exemption_reason is not null)),
  check ((exemption_reason is null) = (exemption_document is null)),
  check (kind = 'EXEMPTED' or tariff is not null)
);
create unique index fee_settlement_current on fee_settlement (subject) where current;
call audit_track('fee_settlement', 'id');
