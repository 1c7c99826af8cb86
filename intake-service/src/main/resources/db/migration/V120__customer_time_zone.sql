-- Where the customer's clocks are, by its name in the tz database; as far as a channel said.
ALTER TABLE customer ADD COLUMN time_zone text;
