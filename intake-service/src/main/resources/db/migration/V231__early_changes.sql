-- What customers changed or took back of messages that have not come yet: channels that try again do not keep their order. It counts
-- when the message comes, and is let go of after a week.
CREATE TABLE early_change (
    channel     text NOT NULL,
    kind        text NOT NULL,
    account     text NOT NULL,
    native_id   text NOT NULL,
    -- As far as the channel says it; by it the change is found when the customer is to be forgotten.
    conversation text,
    retracted   boolean NOT NULL,
    text        text,
    at          timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (native_id, kind, channel, account)
);
CREATE INDEX early_change_age ON early_change (received_at);
CREATE INDEX early_change_conversation ON early_change (conversation);
