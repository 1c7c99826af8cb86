-- The relay looks for rows to send many times a second, past all those that wait for their moment and those that were sent
-- since the last vacuum.
CREATE INDEX outbox_unsent ON outbox (lane, id) WHERE release_at IS NULL;
