-- Clocks that count only while a request waits for a certain party, and which one it waits for. The defaults stay for replicas
-- that do not know of it yet.
ALTER TABLE clock ADD COLUMN goal_party text NOT NULL DEFAULT '';
ALTER TABLE request ADD COLUMN waits_for text NOT NULL DEFAULT '';

-- The team that a request was last said to be for; missing where an older replica stored it, which cannot tell that from what it is for.
ALTER TABLE request ADD COLUMN meant_for text;

-- As the history says; a request that is pending waits for the customer unless it is said for whom.
UPDATE request r
   SET waits_for = coalesce(
           (SELECT nullif(h.party, '') FROM history h
             WHERE h.request_id = r.id AND h.kind = 'status-moved' ORDER BY h.at DESC, h.owner DESC, h.seq DESC LIMIT 1),
           CASE r.status WHEN 'pending' THEN 'customer' ELSE '' END)
 WHERE r.status IN ('pending', 'on-hold');
