-- What messages have that came by a channel's own webhook, and what became of them there.
ALTER TABLE message
    ADD COLUMN kind text,
    -- The channel's id of it; unique within an account as far as the channel keeps its word.
    ADD COLUMN native_id text,
    ADD COLUMN text_origin text,
    ADD COLUMN auth_strength text,
    ADD COLUMN in_reply_to text,
    ADD COLUMN reply_until timestamptz,
    -- When the customer changed it, and when he took it back.
    ADD COLUMN amended_at timestamptz,
    ADD COLUMN retracted_at timestamptz;
CREATE INDEX message_native ON message (native_id) WHERE native_id IS NOT NULL;

-- What accounts share with their channels besides secrets; as JSON, for each channel needs something else.
ALTER TABLE channel_account ADD COLUMN keys text;
