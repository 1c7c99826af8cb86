-- Policies may be for certain customers.
ALTER TABLE request ADD COLUMN customer text NOT NULL DEFAULT '';
ALTER TABLE request ALTER COLUMN customer DROP DEFAULT;

-- What a request was when a policy was chosen for it, so that the choice can be explained, and tried with other policies.
ALTER TABLE history ADD COLUMN traits jsonb;
UPDATE history h
   SET traits = jsonb_build_object('priority', r.priority, 'tier', r.tier, 'channel', r.channel, 'category', r.category,
                                   'team', r.team, 'customer', '')
  FROM request r
 WHERE r.id = h.request_id AND h.policy_version IS NOT NULL;
