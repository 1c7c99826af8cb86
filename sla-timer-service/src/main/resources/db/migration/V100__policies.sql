-- Every version of every policy; a version is written once.
CREATE TABLE policy (
    id          text NOT NULL,
    version     integer NOT NULL,
    document    text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT beforehand_now(),
    PRIMARY KEY (id, version)
);

-- One row, raised by every change: whoever has seen this revision has seen all policies. At 0 the shipped ones are still missing.
CREATE TABLE policy_revision (
    revision    bigint NOT NULL
);
INSERT INTO policy_revision VALUES (0);
