-- The tables of messaging, the same in every service's database.

-- The one clock that every statement asks which decides time; tests move it by replacing the function.
CREATE FUNCTION beforehand_now() RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE AS 'SELECT clock_timestamp()';

-- Which replica works for a partition. A change of owner raises the epoch, waiting for whoever still holds the row in share
-- mode; every transaction for the partition holds it so and compares the epoch.
CREATE TABLE partition_owner (
    partition   smallint PRIMARY KEY,
    epoch       bigint NOT NULL,
    owner       text NOT NULL,
    since       timestamptz NOT NULL
);

-- How far the effects stored here go in each partition of each topic.
CREATE TABLE consumer_position (
    topic       text NOT NULL,
    partition   smallint NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (topic, partition)
);

-- What the positions refer to: a topic that was deleted and made anew has another id.
CREATE TABLE topic_identity (
    topic       text PRIMARY KEY,
    topic_id    text NOT NULL,
    partitions  smallint NOT NULL
);

-- Events that are committed and not yet known to be in Kafka. A row goes when it is sent.
CREATE TABLE outbox (
    lane        smallint NOT NULL,
    id          bigint GENERATED ALWAYS AS IDENTITY,
    request_id  text NOT NULL,
    seq         bigint NOT NULL,
    type        text NOT NULL,
    occurred_at timestamptz NOT NULL,
    traceparent text,
    payload     bytea NOT NULL,
    stored_at   timestamptz NOT NULL DEFAULT beforehand_now(),
    PRIMARY KEY (lane, id)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_cost_delay = 0);

-- Events about a request that this service has not heard of yet.
CREATE TABLE early_event (
    request_id  text NOT NULL,
    owner       smallint NOT NULL,
    seq         bigint NOT NULL,
    type        text NOT NULL,
    occurred_at timestamptz NOT NULL,
    traceparent text,
    payload     bytea NOT NULL,
    stored_at   timestamptz NOT NULL DEFAULT beforehand_now(),
    PRIMARY KEY (request_id, owner, seq)
);

-- Places in the streams of known requests that were passed over; filled when their event comes after all.
CREATE TABLE stream_hole (
    request_id  text NOT NULL,
    owner       smallint NOT NULL,
    seq         bigint NOT NULL,
    left_at     timestamptz NOT NULL DEFAULT beforehand_now(),
    PRIMARY KEY (request_id, owner, seq)
);

-- Records that could not be processed, and outbox rows that could not be sent, as they are.
CREATE TABLE dead_letter (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    origin          text NOT NULL CHECK (origin IN ('listener', 'outbox')),
    topic           text NOT NULL,
    partition       smallint NOT NULL,
    record_offset   bigint,
    event_id        text,
    request_id      text,
    type            text,
    headers         jsonb NOT NULL,
    value           bytea,
    reason          text NOT NULL,
    state           text NOT NULL DEFAULT 'set-aside' CHECK (state IN ('set-aside', 'replay-requested', 'replayed')),
    set_aside_at    timestamptz NOT NULL DEFAULT beforehand_now(),
    replayed_at     timestamptz,
    -- A copy of an event that is set aside is the same event: replayed twice, it would count twice.
    UNIQUE (topic, event_id)
);
CREATE INDEX dead_letter_requested ON dead_letter (partition) WHERE state = 'replay-requested';
