-- Why a request is taken for what it is, and what classification learns from.

ALTER TABLE request ADD COLUMN category_reason text;
ALTER TABLE request ADD COLUMN mood text;
ALTER TABLE request ADD COLUMN language text;

-- The rules that operators put, every version of them; without any the shipped ones hold.
CREATE TABLE classification_rules (
    version     integer PRIMARY KEY,
    document    text NOT NULL,
    changed_at  timestamptz NOT NULL
);

-- The categories that agents set, with what customers wrote when they opened the requests. Goes with the request.
CREATE TABLE category_example (
    request_id  uuid PRIMARY KEY REFERENCES request ON DELETE CASCADE,
    category    text NOT NULL,
    text        text NOT NULL,
    corrected_at timestamptz NOT NULL
);
CREATE INDEX category_example_age ON category_example (corrected_at);
