-- When a customer was last heard of, for retention: a day (UTC), so that most messages leave the row alone.
ALTER TABLE customer ADD COLUMN last_seen date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date;
ALTER TABLE customer ALTER COLUMN last_seen DROP DEFAULT;
CREATE INDEX customer_last_seen ON customer (last_seen);
