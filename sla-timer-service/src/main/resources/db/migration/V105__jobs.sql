-- Long questions: what was asked, how far the answer has come, and the answer.
CREATE TABLE job (
    id              uuid PRIMARY KEY,
    kind            text NOT NULL,
    state           text NOT NULL CHECK (state IN ('running', 'done', 'failed')),
    requests_done   bigint NOT NULL,
    requests_total  bigint NOT NULL,
    result          json,
    problem         text,
    started_at      timestamptz NOT NULL,
    -- Moves on while somebody works on it.
    seen_at         timestamptz NOT NULL,
    finished_at     timestamptz
);
CREATE INDEX job_age ON job (started_at);

-- Requests by when they opened.
CREATE INDEX history_opened ON history (at, request_id) WHERE kind IN ('opened', 'opened-by-machine');
