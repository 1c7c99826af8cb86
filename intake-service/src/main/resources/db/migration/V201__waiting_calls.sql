-- Where a call waits, as routing says; of requests of channel voice only.
ALTER TABLE request
    ADD COLUMN queue_position integer,
    ADD COLUMN expected_wait_seconds bigint,
    ADD COLUMN owner_name text;
