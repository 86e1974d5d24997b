-- What a case file holds: statements of both sides, evidence, visits with photos.

create table dispute_file (
  sha256     text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/tiff')),
  content    bytea not null
);
create trigger never_changed before update or delete or truncate on dispute_file
  for each statement execute function audit_refuse();

create table dispute_statement (
  dispute_id text not null references dispute,
  seq        int not null check (seq > 0),
  party      text not null,
  spoken_by  text not null,                             -- the person
  said_on    date not null,
  answers    int,                                       -- the statement of the other side that it answers
  body       text not null,
  entered_by text not null references user_account,
  entered_at timestamptz not null,
  primary key (dispute_id, seq),
  foreign key (dispute_id, answers) references dispute_statement (dispute_id, seq),
  foreign key (dispute_id, party) references dispute_party (dispute_id, name)
);
call audit_track('dispute_statement', 'dispute_id,seq');

-- Classes of evidence (Order 17, Guangxi regulation). The weight orders a list; nothing is ever decided by it.
create table evidence_class (
  code     text primary key,
  title    text not null,
  title_zh text not null,
  weight   int not null check (weight between 0 and 100),
  source   text not null
);
insert into evidence_class values
  ('TITLE_CERTIFICATE', 'government title certificate', '人民政府颁发的权属凭证', 100, 'Order 17'),
  ('ALLOCATION', 'approval of expropriation or allocation', '征收、划拨土地批准文件', 90, 'Order 17'),
  ('AGREEMENT', 'agreement between the parties', '争议双方当事人依法达成的协议', 80, 'Order 17'),
  ('OFFICIAL_WITH_MAP', 'document of a government or court with a map', '人民政府或司法机关的处理文件及附图', 80, 'Order 17'),
  ('JUDGMENT', 'judgment', '生效判决、裁定', 95, '广西条例'),
  ('DECISION', 'handling decision or mediation agreement', '处理决定、调解协议', 85, '广西条例'),
  ('COUNTY_CERTIFICATE', 'county-level forest or land certificate', '县级以上林权证、山界林权证、土地证', 75, '广西条例'),
  ('LAND_REFORM', 'land-reform record', '土地改革时期档案', 60, '广西条例'),
  ('FOUR_FIXINGS', 'record of the co-operatives or the four fixings', '合作化、“四固定”时期档案', 60, '广西条例'),
  ('FARM_FOUNDING', 'plan and map of the founding of the farm', '建场规划及图件', 60, '广西条例'),
  ('CONSTRUCTION_BEFORE_1966', 'construction document of before 1966', '1966年以前的建设用地文件', 50, '广西条例'),
  ('VILLAGE_RECORD', 'village record', '村级档案、账册', 30, '广西条例'),
  ('OTHER', 'other', '其他', 10, 'Order 17');
call audit_track('evidence_class', 'code');

create table dispute_evidence (
  id          bigint generated always as identity primary key,
  dispute_id  text not null references dispute,
  party       text,                                     -- whose evidence; null: collected by the handlers
  class       text not null references evidence_class,
  title       text not null,
  document    text,                                     -- its number
  dated_on    date,
  note        text,
  file_name   text not null,
  size        bigint not null check (size > 0),
  sha256      text not null references dispute_file,
  entered_by  text not null references user_account,
  entered_at  timestamptz not null
);
create index dispute_evidence_by_case on dispute_evidence (dispute_id, id);
call audit_track('dispute_evidence', 'id');

create table dispute_visit (
  dispute_id text not null references dispute,
  seq        int not null check (seq > 0),
  visited_on date not null,
  place      text not null,
  people     text not null,
  findings   text not null,
  entered_by text not null references user_account,
  entered_at timestamptz not null,
  primary key (dispute_id, seq)
);
call audit_track('dispute_visit', 'dispute_id,seq');

create table dispute_photo (
  id         bigint generated always as identity primary key,
  dispute_id text not null,
  visit      int not null,
  caption    text,
  lon        double precision check (lon between -180 and 180),
  lat        double precision check (lat between -90 and 90),
  positioned text check (positioned in ('EXIF', 'ENTERED')),
  taken_at   text,                                      -- as the camera says, in its own time
  file_name  text not null,
  size       bigint not null check (size > 0),
  sha256     text not null references dispute_file,
  entered_by text not null references user_account,
  entered_at timestamptz not null,
  foreign key (dispute_id, visit) references dispute_visit,
  check ((lon is null) = (lat is null) and (lon is null) = (positioned is null))
);
create index dispute_photo_by_case on dispute_photo (dispute_id, visit, id);
call audit_track('dispute_photo', 'id');
