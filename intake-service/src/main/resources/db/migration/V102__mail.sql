-- What mails have besides their messages.

-- The mails that became messages: a later one of the thread names their Message-IDs, which are not unique.
CREATE TABLE mail (
    request_id  uuid NOT NULL,
    message_id  uuid NOT NULL,
    account     text NOT NULL,
    mail_id     text NOT NULL,
    -- The text with everything quoted; the message's own text is what is new.
    whole       text NOT NULL,
    PRIMARY KEY (request_id, message_id),
    FOREIGN KEY (request_id, message_id) REFERENCES message ON DELETE CASCADE
);
CREATE INDEX mail_thread ON mail (account, mail_id);

-- Who may write in a request by mail: whoever wrote in it, and whomever they wrote to as well.
CREATE TABLE participant (
    request_id  uuid NOT NULL REFERENCES request ON DELETE CASCADE,
    address     text NOT NULL,
    PRIMARY KEY (request_id, address)
);

CREATE TABLE attachment (
    request_id  uuid NOT NULL,
    message_id  uuid NOT NULL,
    n           integer NOT NULL,
    name        text,
    media_type  text NOT NULL,
    content     bytea NOT NULL,
    PRIMARY KEY (request_id, message_id, n),
    FOREIGN KEY (request_id, message_id) REFERENCES message ON DELETE CASCADE
);

-- What reply tokens are signed with. Whoever reads it can write into any request.
CREATE TABLE reply_secret (
    only_one    boolean PRIMARY KEY CHECK (only_one),
    secret      bytea NOT NULL
);
