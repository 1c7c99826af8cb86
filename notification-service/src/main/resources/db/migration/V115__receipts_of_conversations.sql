-- A receipt may be about a message of another request than the one that hears of it: a conversation goes on in the next request,
-- or in one that its request was merged into.
CREATE INDEX delivery_channel_message ON delivery (channel_message_id) WHERE channel_message_id IS NOT NULL;
