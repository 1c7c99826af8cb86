package io.beforehand.notification.field;

import io.beforehand.http.problem.ProblemException;
import io.beforehand.notification.mail.MailAddress;
import io.beforehand.notification.mail.Sender;
import io.beforehand.notification.mail.SmtpServer;
import org.jspecify.annotations.Nullable;

/** Fields about mail, each refused with {@code invalid-field} and a reason that does not repeat its value. */
public final class MailFields {

    private static final int MAX_URL = 2_000;
    private static final int MAX_FROM = 320;
    private static final int MAX_SECRET = 1_000;

    private MailFields() {}

    /** The URL of an SMTP server, and its secret as far as it is told this time. */
    public static String server(String field, @Nullable String url, @Nullable String secret) {
        String text = Fields.required(field, url, MAX_URL);
        Fields.check(field, () -> SmtpServer.check(text));
        if (secret != null) {
            if (secret.length() > MAX_SECRET || secret.chars().anyMatch(Character::isISOControl)) {
                throw ProblemException.invalidField(
                        "secret", "must be no longer than " + MAX_SECRET + " characters, without control characters");
            }
            Fields.check("secret", () -> SmtpServer.parse(text, secret.isEmpty() ? null : secret));
        }
        return text;
    }

    /** Whom a mail goes to. */
    public static String mailbox(String field, @Nullable String value) {
        String text = Fields.required(field, value, MAX_FROM);
        return MailAddress.parse(text)
                .map(MailAddress::toString)
                .orElseThrow(() -> ProblemException.invalidField(field, "must be a mail address"));
    }

    /** Who a mail is from. */
    public static String sender(String field, @Nullable String value) {
        String text = Fields.required(field, value, MAX_FROM);
        Fields.check(field, () -> Sender.parse(text));
        return text;
    }
}
