-- Every waiver that was ever asked for, as who asked and who decided left it: nothing here changes once it is decided.
CREATE TABLE waiver (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request_id      text COLLATE "C" NOT NULL,
    metric          text COLLATE "C" NOT NULL,
    cycle           integer NOT NULL,
    state           text NOT NULL CHECK (state IN ('pending', 'approved', 'rejected')),
    asked_by        text NOT NULL,
    reason          text NOT NULL,
    asked_at        timestamptz NOT NULL,
    decided_by      text,
    decided_at      timestamptz
);
-- One that waits or was approved keeps another out.
CREATE UNIQUE INDEX waiver_standing ON waiver (request_id, metric, cycle) WHERE state <> 'rejected';
CREATE INDEX waiver_clock ON waiver (request_id, metric, cycle, id);
CREATE INDEX waiver_state ON waiver (state, id);
CREATE INDEX waiver_asked ON waiver (asked_at);
