-- A parked face that was won takes a number of the remainder's kind: ZW (ownership undetermined) goes with the quarrel.
alter table dispute_unit add column renumbered_as text;  -- code of the parcel that the face became
call audit_track('dispute_unit', 'dispute_id,unit_id');
alter table parked_face add column renumbered_unit bigint unique references spatial_unit;
call audit_track('parked_face', 'face_unit');
