-- Where a request stands as its customer sees it, and what he was last told of that and of its owner.
ALTER TABLE request ADD COLUMN stage text NOT NULL DEFAULT 'open';
ALTER TABLE request ADD COLUMN told_stage text NOT NULL DEFAULT 'open';
ALTER TABLE request ADD COLUMN told_owner text NOT NULL DEFAULT '';
-- When the acknowledgement was written: no update goes shortly after it.
ALTER TABLE request ADD COLUMN acknowledged_at timestamptz;
-- Whether the clock asked for word since the last one.
ALTER TABLE request ADD COLUMN update_owed boolean NOT NULL DEFAULT false;
-- When an update that waits to be written goes; null for none.
ALTER TABLE request ADD COLUMN update_waits_until timestamptz;
ALTER TABLE request ADD COLUMN update_count integer NOT NULL DEFAULT 0;
-- Whether the first response was given, or is no longer promised.
ALTER TABLE request ADD COLUMN first_response_over boolean NOT NULL DEFAULT false;

UPDATE request SET told_owner = coalesce(owner_name, '');

-- One update at the most waits to be written.
CREATE UNIQUE INDEX delivery_one_waiting_update ON delivery (request_id)
    WHERE kind = 'update' AND body IS NULL AND next_attempt_at IS NOT NULL;
