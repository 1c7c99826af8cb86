-- What notification knows of a request. The row's lock guards the request's stream of notification events.
CREATE TABLE request (
    id                      text PRIMARY KEY,
    partition               smallint NOT NULL,
    number                  text NOT NULL,
    channel                 text NOT NULL,
    account                 text NOT NULL,
    conversation            text NOT NULL,
    address                 text NOT NULL,
    language                text NOT NULL,
    first_response_due      timestamptz,
    owner_name              text,
    queue_position          integer,
    expected_wait_millis    bigint,
    -- Until when the acknowledgement waits for more to say; null once it is written.
    acknowledge_by          timestamptz,
    requests_seq            bigint NOT NULL,
    routing_seq             bigint NOT NULL,
    sla_seq                 bigint NOT NULL,
    last_seq                bigint NOT NULL,
    -- The day of the last event, for retention; a day, so that most updates touch no index.
    touched_on              date NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX request_touched ON request (touched_on);

-- What has to reach somebody. A row is due while it has a next attempt; one without is final.
CREATE TABLE delivery (
    id                  text PRIMARY KEY,
    partition           smallint NOT NULL,
    request_id          text NOT NULL,
    kind                text NOT NULL,
    destination         text NOT NULL,
    channel             text NOT NULL,
    account             text,
    address             text NOT NULL,
    -- The message as it is sent, every time the same; null while the acknowledgement waits to be written.
    body                text,
    expected_by         timestamptz,
    message_id          text,
    traceparent         text,
    state               text NOT NULL
        CHECK (state IN ('pending', 'failed', 'sent', 'delivered', 'exhausted', 'suppressed')),
    reason              text,
    attempts            jsonb NOT NULL DEFAULT '[]',
    attempt_count       smallint NOT NULL DEFAULT 0,
    next_attempt_at     timestamptz,
    created_at          timestamptz NOT NULL,
    sent_at             timestamptz,
    CHECK ((next_attempt_at IS NOT NULL) = (state IN ('pending', 'failed')))
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
CREATE INDEX delivery_due ON delivery (partition, next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX delivery_of_request ON delivery (request_id);
CREATE INDEX delivery_created ON delivery (created_at);
-- Pages: those on their way to a contact's method, and when it took the last one.
CREATE INDEX delivery_page_unsent ON delivery (destination) WHERE kind = 'alert' AND next_attempt_at IS NOT NULL;
CREATE INDEX delivery_page_sent ON delivery (destination, sent_at) WHERE kind = 'alert' AND sent_at IS NOT NULL;
CREATE UNIQUE INDEX delivery_one_acknowledgement ON delivery (request_id) WHERE kind = 'acknowledgement';
CREATE UNIQUE INDEX delivery_one_per_reply ON delivery (request_id, message_id) WHERE message_id IS NOT NULL;

-- A promise in danger. One per clock until it is resolved.
CREATE TABLE alert (
    id              text PRIMARY KEY,
    request_id      text NOT NULL,
    number          text NOT NULL,
    clock_id        text NOT NULL,
    metric          text NOT NULL,
    level           text NOT NULL CHECK (level IN ('warning', 'forecast', 'breach')),
    state           text NOT NULL CHECK (state IN ('open', 'acknowledged', 'silenced', 'resolved')),
    -- Who moved it to its state, or why it is resolved.
    state_note      text,
    count           integer NOT NULL,
    due_at          timestamptz NOT NULL,
    raised_at       timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX alert_unresolved_of_clock ON alert (clock_id) WHERE state <> 'resolved';
CREATE INDEX alert_of_request ON alert (request_id);
CREATE INDEX alert_newest ON alert (raised_at, id);
CREATE INDEX alert_by_state ON alert (state, raised_at, id);

-- What a contact has not been told yet.
CREATE TABLE alert_notice (
    contact_id  text NOT NULL,
    alert_id    text NOT NULL,
    traceparent text,
    -- Since when it waits to be told.
    stored_at   timestamptz NOT NULL,
    PRIMARY KEY (contact_id, alert_id)
);

-- From when on a contact may be told again: at most one notification a minute.
CREATE TABLE pager (
    contact_id      text PRIMARY KEY,
    next_page_at    timestamptz NOT NULL
);
INSERT INTO pager (contact_id, next_page_at) VALUES ('default', 'epoch');

-- Which deliveries told of which alerts.
CREATE TABLE alert_page (
    alert_id    text NOT NULL,
    delivery_id text NOT NULL,
    PRIMARY KEY (alert_id, delivery_id)
);
CREATE INDEX alert_page_of_delivery ON alert_page (delivery_id);

CREATE TABLE outlet (
    channel     text NOT NULL,
    account     text NOT NULL,
    type        text NOT NULL,
    url         text NOT NULL,
    secret      text,
    sender      text,
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (channel, account)
);

CREATE TABLE contact (
    id          text PRIMARY KEY,
    name        text NOT NULL,
    language    text NOT NULL,
    changed_at  timestamptz NOT NULL
);

CREATE TABLE contact_method (
    contact_id  text NOT NULL REFERENCES contact ON DELETE CASCADE,
    position    integer NOT NULL,
    type        text NOT NULL,
    address     text NOT NULL,
    secret      text,
    PRIMARY KEY (contact_id, position)
);

CREATE TABLE template (
    id          text PRIMARY KEY,
    kind        text NOT NULL,
    channel     text NOT NULL,
    language    text NOT NULL,
    text        text NOT NULL,
    changed_at  timestamptz NOT NULL,
    UNIQUE (kind, channel, language)
);
