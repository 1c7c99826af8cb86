-- What a calendar's version leaves open and was settled when it was applied: versions of the calendars that it names, and the
-- customer's zone, as JSON. Nothing for a calendar that leaves nothing open.
ALTER TABLE request ADD COLUMN calendar_parts text;
ALTER TABLE request ADD COLUMN time_zone text NOT NULL DEFAULT '';
ALTER TABLE request ALTER COLUMN time_zone DROP DEFAULT;
ALTER TABLE history ADD COLUMN calendar_parts text;
ALTER TABLE clock ADD COLUMN calendar_parts text;
