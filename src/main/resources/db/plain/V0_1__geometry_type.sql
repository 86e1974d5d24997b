-- No PostGIS on this server: a geometry is EWKB (little-endian, with SRID, two dimensions) and nothing but the program
-- looks inside. The check keeps out whatever is not EWKB: byte order 01, then at least type and count.
CREATE DOMAIN geometry AS bytea
  CONSTRAINT geometry_is_ewkb CHECK (octet_length(VALUE) >= 9 AND get_byte(VALUE, 0) = 1);
