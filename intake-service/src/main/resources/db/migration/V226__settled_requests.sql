-- From when on a clock of a response can count: the request was opened, an agent replied to the customer, or it was over,
-- whichever was last; what was merged is not over. Missing for what an older replica opens meanwhile: its opening counts.
ALTER TABLE request ADD COLUMN settled_at timestamptz;
UPDATE request r
   SET settled_at = greatest(
       r.opened_at,
       CASE WHEN r.status IN ('resolved', 'closed') AND r.merged_into IS NULL THEN r.changed_at END,
       (SELECT max(m.occurred_at) FROM message m
         WHERE m.request_id = r.id AND m.direction = 'out' AND m.author_kind = 'agent'));
