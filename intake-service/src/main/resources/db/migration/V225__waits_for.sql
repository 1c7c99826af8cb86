-- Whom a request that is pending or on hold waits for, if that was said: the party may change without the status.
ALTER TABLE request ADD COLUMN waits_for text;
