-- Two handlers or more, none of whom was challenged; who has jurisdiction; objection registration between two certificates.

alter table dispute
  add column objection_registered_on date,              -- 异议登记: lapses without a suit (民法典 Art. 220)
  add column suit_filed_on           date,
  add column triage_documents        jsonb;             -- ["title and number", ...] that the triage rests on
alter table dispute add check (suit_filed_on is null or objection_registered_on is not null);
call audit_track('dispute', 'id');

-- Order 17: unit against unit is for the county or above, a person against a unit for the town or the county.
alter table dispute_party add column party_kind text check (party_kind in ('UNIT', 'INDIVIDUAL'));
call audit_track('dispute_party', 'dispute_id,seq');

-- Handlers who were challenged, or stood back themselves: they never act in the case again.
create table dispute_recusal (
  dispute_id  text not null references dispute,
  username    text not null references user_account,
  reason      text not null,
  asked_by    text not null,                            -- a party, or the handler
  replacement text references user_account,
  recused_on  date not null,
  primary key (dispute_id, username),
  check (replacement <> username)
);
call audit_track('dispute_recusal', 'dispute_id,username');
