-- Background work: written in the transaction that wants it done, claimed by a worker of any program on this database.
CREATE TABLE job (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind        text NOT NULL,
  subject     text NOT NULL,
  status      text NOT NULL DEFAULT 'QUEUED' CHECK (status IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  attempts    integer NOT NULL DEFAULT 0,
  run_after   timestamptz NOT NULL DEFAULT now(),
  created_at  timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  error       text,
  CONSTRAINT job_finished_when_over CHECK ((finished_at IS NOT NULL) = (status IN ('DONE', 'FAILED')))
);

CREATE INDEX job_open ON job (run_after, id) WHERE status IN ('QUEUED', 'RUNNING');
