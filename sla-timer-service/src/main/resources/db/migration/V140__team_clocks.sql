-- Clocks that count only while a certain team has the request, and which team has it.
ALTER TABLE clock ADD COLUMN goal_team text NOT NULL DEFAULT '';
ALTER TABLE clock ALTER COLUMN goal_team DROP DEFAULT;
ALTER TABLE request ADD COLUMN with_team text NOT NULL DEFAULT '';
UPDATE request SET with_team = team;
ALTER TABLE request ALTER COLUMN with_team DROP DEFAULT;
ALTER TABLE history ADD COLUMN team text;
