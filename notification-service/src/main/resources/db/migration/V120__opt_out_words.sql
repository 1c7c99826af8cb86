-- What customers said last about being written to, either way, for as long as something older may still be told: an opt-out that
-- comes late is not to undo what was said after it. Who is out now stays in opt_out, which earlier versions read and write as well.
CREATE TABLE opt_out_word (
    channel     text NOT NULL,
    account     text NOT NULL,
    -- As in opt_out.
    address     text NOT NULL,
    -- Whether he does not want to hear from us.
    is_out      boolean NOT NULL,
    -- When he said so.
    at          timestamptz NOT NULL,
    PRIMARY KEY (channel, account, address)
);

CREATE INDEX opt_out_word_at ON opt_out_word (at);
