-- What a channel tells of a message besides: the delivery that brought it, and when it was said by the sender's own clock. What counts
-- is occurred_at, which has bounds.
ALTER TABLE message ADD COLUMN delivery_id text;
ALTER TABLE message ADD COLUMN occurred_at_source timestamptz;
