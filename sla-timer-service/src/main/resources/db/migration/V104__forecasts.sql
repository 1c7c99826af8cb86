-- When the queue says that somebody will take the request, and for which cycle of its first response a breach was forecast.
ALTER TABLE request ADD COLUMN expected_at timestamptz;
ALTER TABLE request ADD COLUMN forecast_cycle integer NOT NULL DEFAULT 0;
ALTER TABLE request ALTER COLUMN forecast_cycle DROP DEFAULT;
