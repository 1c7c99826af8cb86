-- Whose ids customers are known by: two kinds of one channel (Telegram and Weibo are both social) may give the same id to two people.
-- Empty where an id is the same whoever tells it (numbers, mail addresses), and where no channel's own webhook told.
ALTER TABLE customer ADD COLUMN kind text NOT NULL DEFAULT '';

-- A customer is of the kind by which he last wrote, also in requests of others; whoever was taken for two people until now is the one who wrote last.
UPDATE customer c SET kind = w.kind
  FROM (SELECT DISTINCT ON (k.id) k.id, m.kind
          FROM customer k JOIN message m ON m.author_id = k.native_id
          JOIN request r ON (r.id = m.request_id OR r.merged_into = m.request_id)
           AND (r.channel, r.account) = (k.channel, k.account)
         WHERE m.direction = 'in' AND m.kind IS NOT NULL AND k.channel NOT IN ('voice', 'sms', 'email')
         ORDER BY k.id, m.id DESC) w
 WHERE w.id = c.id;

-- Who goes by a new id, but has not written by it, is of the kind by which he was known before.
UPDATE customer c SET kind = o.kind
  FROM customer o
 WHERE c.kind = '' AND o.kind <> '' AND o.person_id = c.person_id AND (o.channel, o.account) = (c.channel, c.account);

ALTER TABLE customer DROP CONSTRAINT customer_channel_account_native_id_key;
ALTER TABLE customer ADD CONSTRAINT customer_identity UNIQUE (channel, account, native_id, kind);
