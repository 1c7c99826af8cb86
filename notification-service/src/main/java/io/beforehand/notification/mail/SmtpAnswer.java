package io.beforehand.notification.mail;

import io.beforehand.notification.webhook.Answer.Trouble;

/** What came of handing a mail to an SMTP server. */
public sealed interface SmtpAnswer {

    /** The server has it and answers for it. */
    record Accepted() implements SmtpAnswer {}

    /** @param code the reply's, 400 to 599 */
    record Refused(Step step, int code) implements SmtpAnswer {}

    /** The server does not speak as we need: no STARTTLS, or no way to log in that we know. */
    record Unfit() implements SmtpAnswer {}

    /** There was no answer, and this is why. */
    record None(Trouble trouble) implements SmtpAnswer {}

    /** What the server refused. */
    enum Step {
        /** To talk to us at all, or with this login. */
        SESSION,
        /** Mail from this sender. */
        SENDER,
        /** Mail to this recipient. */
        RECIPIENT,
        /** This mail. */
        CONTENT
    }
}
