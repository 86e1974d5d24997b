-- Roads and watercourses between parcels: a gap (rule C6) around such a place is meant to be there.
create table gap_name (
  id           bigint generated always as identity primary key,
  kind         text not null check (kind in ('ROAD', 'WATER', 'OTHER')),
  name         text not null,
  longitude    double precision not null,               -- CGCS2000 degrees: a point inside the gap
  latitude     double precision not null,
  entered_by   text not null references user_account,
  entered_at   timestamptz not null,
  withdrawn_at timestamptz
);
call audit_track('gap_name', 'id');
