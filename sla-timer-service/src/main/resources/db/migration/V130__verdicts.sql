-- Who had a request, and since when, as JSON that only the service reads.
ALTER TABLE request ADD COLUMN owners text NOT NULL DEFAULT '[]';

-- How each clock that has a verdict came out, narrow and apart from its request, which is forgotten sooner: what reports count.
-- Texts compare as bytes; nobody sorts them for people here.
CREATE TABLE verdict (
    at              timestamptz NOT NULL,
    -- Working time from start to stop; none while a breached clock still runs, or when nobody ever stopped it.
    took_millis     bigint,
    cycle           integer NOT NULL,
    met             boolean NOT NULL,
    request_id      text COLLATE "C" NOT NULL,
    metric          text COLLATE "C" NOT NULL,
    policy          text COLLATE "C" NOT NULL,
    channel         text COLLATE "C" NOT NULL,
    priority        text COLLATE "C" NOT NULL,
    team            text COLLATE "C" NOT NULL,
    agent           text COLLATE "C" NOT NULL,
    PRIMARY KEY (request_id, metric, cycle)
);
CREATE INDEX verdict_at ON verdict (at);

-- What was decided before there was this table. How long it took is known without a calendar only; who had it is not.
INSERT INTO verdict (at, took_millis, cycle, met, request_id, metric, policy, channel, priority, team, agent)
SELECT CASE c.state WHEN 'met' THEN c.ended_at ELSE c.due_at END,
       CASE WHEN c.calendar_id = 'always' AND c.pauses = '[]' AND (c.state = 'met' OR c.reason = 'fulfilled')
            THEN round(extract(epoch FROM c.ended_at - c.started_at) * 1000) END,
       c.cycle, c.state = 'met', c.request_id, c.metric, c.policy_id, r.channel, r.priority, r.team, ''
  FROM clock c JOIN request r ON r.id = c.request_id
 WHERE c.state IN ('met', 'breached');
