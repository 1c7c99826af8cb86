-- Events that are stored ahead of the moment at which they are to be sent. Empty: at once.
ALTER TABLE outbox ADD COLUMN release_at timestamptz;

CREATE INDEX outbox_timed ON outbox (lane, release_at) WHERE release_at IS NOT NULL;
