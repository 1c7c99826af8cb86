-- Until when the request that another one goes on in was settled when it took that in: only what settles it later answers what was asked
-- in the one. Missing for what was merged before this was known, or by an older replica meanwhile: then when last something happened in
-- the one, which is not before it was merged, so that rather something is asked again than lost.
ALTER TABLE request ADD COLUMN merged_after timestamptz;
