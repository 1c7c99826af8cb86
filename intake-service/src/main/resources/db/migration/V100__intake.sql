-- What intake keeps: who may send, who wrote, what they wrote, and what became of it.

CREATE TABLE channel_account (
    kind        text NOT NULL,
    account     text NOT NULL,
    secrets     text[] NOT NULL,
    enabled     boolean NOT NULL,
    locale      text,
    team        text,
    tier        text,
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (kind, account)
);

-- A customer as one channel account knows him.
CREATE TABLE customer (
    id          uuid PRIMARY KEY,
    channel     text NOT NULL,
    account     text NOT NULL,
    native_id   text NOT NULL,
    name        text,
    tier        text,
    locale      text,
    address     text,
    first_seen  timestamptz NOT NULL,
    UNIQUE (channel, account, native_id)
);
CREATE INDEX customer_native ON customer (native_id);

CREATE SEQUENCE request_number START 1001;

-- Ids are UUIDs of version 7, so their order is that of arrival.
CREATE TABLE request (
    id              uuid PRIMARY KEY,
    number          text NOT NULL UNIQUE,
    status          text NOT NULL,
    priority        text NOT NULL,
    priority_reason text NOT NULL,
    tier            text,
    category        text,
    team            text,
    channel         text NOT NULL,
    account         text NOT NULL,
    conversation    text NOT NULL,
    subject         text,
    customer_id     uuid NOT NULL REFERENCES customer,
    opened_at       timestamptz NOT NULL,
    received_at     timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    linked_to       uuid,
    last_seq        bigint NOT NULL
);
CREATE INDEX request_customer ON request (customer_id, id);
CREATE INDEX request_conversation ON request (conversation, id);
CREATE INDEX request_status ON request (status, id);
CREATE INDEX request_linked ON request (linked_to) WHERE linked_to IS NOT NULL;
CREATE INDEX request_closed ON request (changed_at) WHERE status = 'closed';

-- The latest request of each conversation, and the lock by which two messages of one conversation become one request. A row
-- may be there for a moment before its request.
CREATE TABLE conversation (
    channel     text NOT NULL,
    account     text NOT NULL,
    conversation text NOT NULL,
    request_id  uuid NOT NULL,
    PRIMARY KEY (channel, account, conversation)
);

CREATE TABLE message (
    request_id  uuid NOT NULL REFERENCES request ON DELETE CASCADE,
    id          uuid NOT NULL,
    direction   text NOT NULL,
    author_kind text NOT NULL,
    author_id   text,
    author_name text,
    text        text,
    attachments text,
    occurred_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    -- Of a reply that is to be delivered: pending, delivered or failed.
    delivery    text,
    delivery_reason text,
    PRIMARY KEY (request_id, id)
);

-- Which events were accepted, so that a copy has no second effect. Fingerprints only: what they said is elsewhere.
CREATE TABLE received_event (
    source      text NOT NULL,
    id          text NOT NULL,
    fingerprint bytea NOT NULL,
    outcome     text NOT NULL,
    request_id  uuid,
    message_id  uuid,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (source, id)
);
CREATE INDEX received_event_age ON received_event (received_at);
