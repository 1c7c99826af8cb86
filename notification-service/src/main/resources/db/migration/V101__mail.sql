-- How a request is answered by mail: subject, the customer's last mail, the mails before it, the reply token; JSON.
ALTER TABLE request ADD COLUMN mail_thread text;
-- Whether a machine opened the request by mail.
ALTER TABLE request ADD COLUMN automatic boolean NOT NULL DEFAULT false;

-- The thread in which the message answers, as it was when it was written: every attempt is the same mail.
ALTER TABLE delivery ADD COLUMN mail_thread text;
