-- While land is in dispute nobody fells on it or changes its use (森林法 Art. 22, 土地管理法 Art. 14).
create table dispute_hold (
  id          bigint generated always as identity primary key,
  dispute_id  text not null references dispute,
  parcel_code text not null,
  kind        text not null check (kind in ('LOGGING', 'LAND_USE_CHANGE')),
  placed_on   date not null,
  released_on date,
  released_by text,                                     -- what ended it: the case, or the split of the parcel
  check (released_on >= placed_on),
  check ((released_on is null) = (released_by is null))
);
create unique index dispute_hold_one on dispute_hold (dispute_id, parcel_code, kind) where released_on is null;
create index dispute_hold_by_parcel on dispute_hold (parcel_code, released_on);

-- Cases that were open before holds were kept.
insert into dispute_hold (dispute_id, parcel_code, kind, placed_on)
select d.id, u.code, k.kind, d.opened_on
from dispute d join dispute_unit u on u.dispute_id = d.id and u.kind = 'PARCEL'
  cross join (values ('LOGGING'), ('LAND_USE_CHANGE')) as k (kind)
where d.stage in ('OPENED', 'ACCEPTED', 'COPIED', 'ANSWERED', 'MEDIATION', 'DECIDED', 'RESTITUTION_ORDERED')
order by d.id, u.code, k.kind;
call audit_track('dispute_hold', 'id');

-- The undisputed remainder of a parcel goes on alone; the disputed face is a parcel of its own, linked to it.
alter table dispute_unit add column parked_as text;     -- code of the face that carries the dispute on
call audit_track('dispute_unit', 'dispute_id,unit_id');

create table parked_face (
  face_unit      bigint primary key references spatial_unit,
  remainder_unit bigint not null references spatial_unit,
  dispute_id     text not null references dispute,
  parked_on      date not null,
  check (face_unit <> remainder_unit)
);
call audit_track('parked_face', 'face_unit');
