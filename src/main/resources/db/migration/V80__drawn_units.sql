-- Units in force as the map draws them: narrow rows, a thinned shape each. Derived from spatial_unit and
-- spatial_unit_version and never read for a judgement; DrawnUnits writes it, and fills it where it is missing.
create table drawn_unit (
  unit_id bigint primary key references spatial_unit,
  kind text not null,
  code text not null,
  status text not null,
  basis text,
  party text,
  document text,
  land_use_code text,
  sub_farm text,
  village text,
  area double precision not null,  -- m²
  bounds box not null,             -- CGCS2000 degrees
  shape bytea not null             -- DrawnShape
);
create index drawn_parcel_bounds on drawn_unit using gist (bounds) where kind = 'PARCEL';
create index drawn_claim_bounds on drawn_unit using gist (bounds) where kind = 'CLAIM';
create index drawn_evidence_bounds on drawn_unit using gist (bounds) where kind = 'EVIDENCE';
