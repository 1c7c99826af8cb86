-- A request as far as its clocks need it. Locking the row guards its history, its clocks and its place in the stream of events.
CREATE TABLE request (
    id                  text PRIMARY KEY,
    partition           smallint NOT NULL,
    priority            text NOT NULL,
    tier                text NOT NULL,
    channel             text NOT NULL,
    category            text NOT NULL,
    team                text NOT NULL,
    status              text NOT NULL,
    policy_id           text NOT NULL,
    policy_version      integer NOT NULL,
    traceparent         text,
    -- How far the streams of the others have been taken, and this service's own has come.
    requests_seq        bigint NOT NULL,
    routing_seq         bigint NOT NULL,
    notifications_seq   bigint NOT NULL,
    sla_seq             bigint NOT NULL,
    -- The place of the last fact folded into the clocks.
    head_at             timestamptz NOT NULL,
    head_owner          smallint NOT NULL,
    head_seq            bigint NOT NULL,
    -- When the request was resolved or closed, while it is.
    ended_at            timestamptz,
    -- The soonest of the clocks' next alarms, and a number that every change raises.
    alarm_at            timestamptz,
    revision            bigint NOT NULL
);
CREATE INDEX request_alarm ON request (partition, alarm_at) INCLUDE (id, revision) WHERE alarm_at IS NOT NULL;
CREATE INDEX request_ended ON request (ended_at) WHERE ended_at IS NOT NULL;

-- What happened to a request and matters to its clocks, whole, so that they can be folded anew.
CREATE TABLE history (
    request_id          text NOT NULL,
    owner               smallint NOT NULL,
    seq                 bigint NOT NULL,
    at                  timestamptz NOT NULL,
    kind                text NOT NULL,
    status              text,
    policy_id           text,
    policy_version      integer,
    PRIMARY KEY (request_id, owner, seq)
);

-- The clocks as they were last told of; always what the history and the time say together.
CREATE TABLE clock (
    request_id          text NOT NULL,
    metric              text NOT NULL,
    cycle               integer NOT NULL,
    state               text NOT NULL CHECK (state IN ('running', 'paused', 'met', 'breached', 'cancelled')),
    policy_id           text NOT NULL,
    policy_version      integer NOT NULL,
    calendar_id         text NOT NULL,
    calendar_version    integer NOT NULL,
    goal_millis         bigint NOT NULL,
    warnings            jsonb NOT NULL,
    pause_on            jsonb NOT NULL,
    started_at          timestamptz NOT NULL,
    due_at              timestamptz NOT NULL,
    pauses              jsonb NOT NULL,
    paused_at           timestamptz,
    ended_at            timestamptz,
    reason              text,
    provisional         boolean NOT NULL,
    firings             jsonb NOT NULL,
    PRIMARY KEY (request_id, metric, cycle)
);
CREATE INDEX clock_at_risk ON clock (due_at) WHERE state = 'running';
