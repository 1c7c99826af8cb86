-- Every version of every calendar; a version is written once.
CREATE TABLE calendar (
    id          text NOT NULL,
    version     integer NOT NULL,
    document    text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT beforehand_now(),
    PRIMARY KEY (id, version)
);

-- One row, raised by every change: whoever has seen this revision has seen all calendars.
CREATE TABLE calendar_revision (
    revision    bigint NOT NULL
);
INSERT INTO calendar_revision VALUES (0);

-- Policies name a calendar; which version of it counted is pinned with the version of the policy. So far there was one.
ALTER TABLE request ADD COLUMN calendar_version integer NOT NULL DEFAULT 1;
ALTER TABLE request ALTER COLUMN calendar_version DROP DEFAULT;
ALTER TABLE history ADD COLUMN calendar_version integer;
UPDATE history SET calendar_version = 1 WHERE policy_version IS NOT NULL;
