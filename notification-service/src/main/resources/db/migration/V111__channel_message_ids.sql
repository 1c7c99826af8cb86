-- What the channel calls a message that it took, if it said so; its receipts name it by that.
ALTER TABLE delivery ADD COLUMN channel_message_id text;
