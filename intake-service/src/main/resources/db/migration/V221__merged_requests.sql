-- In which request another one goes on, which never was merged itself, and who found that out.
ALTER TABLE request ADD COLUMN merged_into uuid;
ALTER TABLE request ADD COLUMN merged_by text;
CREATE INDEX request_merged ON request (merged_into) WHERE merged_into IS NOT NULL;
