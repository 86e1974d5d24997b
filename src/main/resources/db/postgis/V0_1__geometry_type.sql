-- The program has created the extension where it may; this says what the schema needs, without a notice if it is there.
DO $$
BEGIN
  IF to_regtype('geometry') IS NULL THEN
    CREATE EXTENSION postgis;
  END IF;
END
$$;
