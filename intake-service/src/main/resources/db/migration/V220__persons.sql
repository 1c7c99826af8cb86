-- Who is one person. A customer is one identity: a channel account, and how that names him. Identities that turned out to be one
-- person's point to the one that leads; what they point to leads itself, so that one step finds it.
ALTER TABLE customer ADD COLUMN merged_into uuid REFERENCES customer;
ALTER TABLE customer ADD COLUMN person_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(merged_into, id)) STORED;
CREATE INDEX customer_person ON customer (person_id);
CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;

-- Since when nobody is to know any more who he was.
ALTER TABLE customer ADD COLUMN forgotten_at timestamptz;

-- What somebody wrote in the requests of others, to find it when he is to be forgotten.
CREATE INDEX message_author ON message (author_id) WHERE direction = 'in';
CREATE INDEX participant_address ON participant (address);
-- The ids of events may hold who they are from.
CREATE INDEX received_event_request ON received_event (request_id) WHERE request_id IS NOT NULL;
