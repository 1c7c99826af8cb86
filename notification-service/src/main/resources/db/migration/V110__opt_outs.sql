-- Customers who do not want to hear from us on a channel account any more. No end of its own: it stays until they write again.
CREATE TABLE opt_out (
    channel     text NOT NULL,
    account     text NOT NULL,
    -- As the channel has it; mail addresses in lower case.
    address     text NOT NULL,
    -- When they said so.
    at          timestamptz NOT NULL,
    PRIMARY KEY (channel, account, address)
);
