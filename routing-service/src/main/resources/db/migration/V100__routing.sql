-- What routing knows: who works here, what they hold, and where each request is.

-- Edited by people.
CREATE TABLE team (
    id          text PRIMARY KEY,
    name        text NOT NULL
);

CREATE TABLE agent (
    id          text PRIMARY KEY,
    name        text NOT NULL,
    team        text NOT NULL,
    skills      jsonb NOT NULL,
    languages   text[] NOT NULL,
    capacity    jsonb NOT NULL,
    calendar    text
);

-- The rules are one document, edited as a whole.
CREATE TABLE routing_rules (
    id          smallint PRIMARY KEY CHECK (id = 1),
    version     bigint NOT NULL,
    document    jsonb NOT NULL
);
INSERT INTO routing_rules VALUES (1, 0, '{"rules": []}');

-- Requests by channel, both in the order of the channels' names in code: voice, chat, email, sms, social, app, web.
CREATE FUNCTION load_plus(held integer[], change integer[]) RETURNS integer[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS 'SELECT array_agg(coalesce(h, 0) + coalesce(c, 0) ORDER BY place)
          FROM unnest(held, change) WITH ORDINALITY AS both_(h, c, place)';

CREATE FUNCTION load_units(held integer[], cost bigint[]) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS 'SELECT coalesce(sum(h * c), 0)::bigint FROM unnest(held, cost) AS both_(h, c)';

-- What an agent holds, beside what he can hold. The one row that decides whether he may get another request: see
-- AgentLoads. One whole is the least common multiple of his capacities, a request costs a whole part of it.
CREATE TABLE agent_load (
    agent_id        text PRIMARY KEY,
    presence        text NOT NULL DEFAULT 'offline',
    presence_until  timestamptz,
    whole           bigint NOT NULL,
    cost            bigint[] NOT NULL,
    held            integer[] NOT NULL DEFAULT '{0,0,0,0,0,0,0}',
    used            bigint GENERATED ALWAYS AS (load_units(held, cost)) STORED,
    idle_since      timestamptz NOT NULL DEFAULT beforehand_now()
) WITH (fillfactor = 50);
CREATE INDEX agent_load_ending ON agent_load (presence_until) WHERE presence_until IS NOT NULL;

-- One row a request. What has no value sorts and compares as '' where it is part of what a request needs.
CREATE TABLE routed_request (
    request_id      text PRIMARY KEY,
    requests_seq    bigint NOT NULL,
    sla_seq         bigint NOT NULL,
    status_seq      bigint NOT NULL,
    facts_seq       bigint NOT NULL,
    due_seq         bigint NOT NULL,
    last_seq        bigint NOT NULL,
    traceparent     text,
    channel         text NOT NULL,
    priority        smallint NOT NULL,
    category        text NOT NULL,
    team            text NOT NULL,
    language        text NOT NULL,
    opened_at       timestamptz NOT NULL,
    due_at          timestamptz,
    state           text NOT NULL CHECK (state IN ('waiting', 'assigned', 'ended')),
    since           timestamptz NOT NULL,
    agent_id        text CHECK ((state = 'assigned') = (agent_id IS NOT NULL)),
    -- Who had it before; until avoid_until it does not go back to him, without one it does above all.
    last_agent      text,
    avoid_until     timestamptz,
    announced       boolean NOT NULL,
    -- What was last told of its place in the queue, and when that was last compared with the truth.
    checked_at      timestamptz,
    told_position   integer,
    told_wait_s     bigint,
    -- How long its last owner had it, once it is over.
    handled_s       bigint
) WITH (fillfactor = 70);

-- The queues: requests with the same needs, the most urgent first.
CREATE INDEX routed_request_waiting
    ON routed_request (category, team, language, channel, priority, due_at, opened_at, request_id) WHERE state = 'waiting';
CREATE INDEX routed_request_unannounced ON routed_request (request_id) WHERE state = 'waiting' AND NOT announced;
CREATE INDEX routed_request_avoiding ON routed_request (avoid_until) WHERE state = 'waiting' AND avoid_until IS NOT NULL;
CREATE INDEX routed_request_checked ON routed_request (checked_at) WHERE state = 'waiting' AND announced;
CREATE INDEX routed_request_owner ON routed_request (agent_id, request_id) WHERE state = 'assigned';
CREATE INDEX routed_request_handled ON routed_request (channel, category, since DESC) WHERE state = 'ended' AND handled_s IS NOT NULL;
CREATE INDEX routed_request_ended ON routed_request (since) WHERE state = 'ended';

-- What happened to a request here, one row for each event that was told of it.
CREATE TABLE assignment_step (
    request_id      text NOT NULL REFERENCES routed_request ON DELETE CASCADE,
    seq             bigint NOT NULL,
    at              timestamptz NOT NULL,
    event           text NOT NULL,
    detail          jsonb NOT NULL,
    runners_up      jsonb NOT NULL,
    PRIMARY KEY (request_id, seq)
);
