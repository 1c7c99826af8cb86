package io.beforehand.localstack.up;

import io.beforehand.localstack.mail.KeptMail;

/** A mail in one line of the terminal. */
final class MailLine {

    private static final int LONGEST = 200;

    private MailLine() {}

    static String of(KeptMail mail) {
        return Printable.line("mail to %s  %s  %s".formatted(mail.to(), mail.subject(), mail.text()), LONGEST);
    }
}
