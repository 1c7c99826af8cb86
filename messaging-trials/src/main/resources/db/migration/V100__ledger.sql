CREATE TABLE account (
    request_id  text PRIMARY KEY,
    last_seq    bigint NOT NULL,
    heard       bigint NOT NULL
);

-- Entering an event twice is an error on purpose: it must show.
CREATE TABLE entry (
    request_id  text NOT NULL,
    seq         bigint NOT NULL,
    text        text,
    PRIMARY KEY (request_id, seq)
);
