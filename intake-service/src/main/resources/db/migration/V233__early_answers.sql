-- What was said to customers in conversations of which nothing is known yet: channels that try again do not keep their order. It counts
-- when the message that it answers comes, and is let go of after a week.
CREATE TABLE early_answer (
    id            uuid PRIMARY KEY,
    channel       text NOT NULL,
    account       text NOT NULL,
    conversation  text NOT NULL,
    author_kind   text NOT NULL,
    author_id     text,
    author_name   text,
    -- Whether it may be one that the channel's inbox gave by itself.
    echoed        boolean NOT NULL,
    text          text,
    kind          text NOT NULL,
    native_id     text,
    delivery_id   text,
    auth_strength text NOT NULL,
    in_reply_to   text,
    at            timestamptz NOT NULL,
    at_source     timestamptz,
    received_at   timestamptz NOT NULL
);
CREATE INDEX early_answer_conversation ON early_answer (conversation, channel, account);
CREATE INDEX early_answer_age ON early_answer (received_at);
