-- What was said about a change of status, and whom one waits for since.
ALTER TABLE history ADD COLUMN reason text;
ALTER TABLE history ADD COLUMN party text;

-- For how long all pauses of a clock together may last; none: for ever. And when the last of them began: for reports.
ALTER TABLE clock ADD COLUMN pause_limit_millis bigint;
ALTER TABLE clock ADD COLUMN last_pause_at timestamptz;

-- A pause was a pair of moments; now it says why, and the one that lasts is the last of them.
UPDATE clock c
   SET pauses = coalesce((SELECT jsonb_agg(jsonb_build_object('from', p.pair -> 0, 'to', p.pair -> 1,
                                                              'status', coalesce(c.pause_on ->> 0, 'pending')) ORDER BY p.place)
                            FROM jsonb_array_elements(c.pauses) WITH ORDINALITY AS p (pair, place)), '[]')
                || CASE c.state WHEN 'paused' THEN jsonb_build_array(jsonb_build_object(
                       'from', to_char(c.paused_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                       'status', c.reason)) ELSE '[]' END
 WHERE c.pauses <> '[]' OR c.state = 'paused';
UPDATE clock SET last_pause_at = (pauses -> -1 ->> 'from')::timestamptz WHERE pauses <> '[]';

CREATE INDEX clock_last_pause ON clock (last_pause_at) WHERE last_pause_at IS NOT NULL;
