-- Only the demo farm has a row here: how far its office is from the clock of the machine.
create table demo_clock (
  single        boolean primary key default true check (single),
  offset_micros bigint not null
);
call audit_track('demo_clock', 'single');
