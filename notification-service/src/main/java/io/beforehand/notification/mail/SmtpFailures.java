package io.beforehand.notification.mail;

import io.beforehand.notification.mail.SmtpAnswer.Step;
import io.beforehand.notification.webhook.Answer.Trouble;
import io.beforehand.notification.webhook.Troubles;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sorts what the mail client throws; empty for what nobody expects of it. It tells by its words what went wrong. */
final class SmtpFailures {

    private SmtpFailures() {}

    static Optional<SmtpAnswer> answerTo(Throwable failure) {
        if (failure instanceof SMTPException refusal) {
            return Optional.of(new SmtpAnswer.Refused(step(failure.getMessage()), refusal.getReplyCode()));
        }
        Optional<Trouble> trouble = Troubles.of(failure);
        if (trouble.isPresent()) {
            return Optional.of(new SmtpAnswer.None(trouble.get()));
        }
        String message = String.valueOf(failure.getMessage());
        if (message.startsWith("STARTTLS required") || message.startsWith("login is required")) {
            return Optional.of(new SmtpAnswer.Unfit());
        }
        if (message.startsWith("message exceeds allowed size")) {
            return Optional.of(new SmtpAnswer.Refused(Step.CONTENT, 552));
        }
        return failure instanceof IOException || message.startsWith("Connection was closed")
                ? Optional.of(new SmtpAnswer.None(Trouble.CONNECTION_LOST))
                : Optional.empty();
    }

    private static Step step(@Nullable String message) {
        String words = String.valueOf(message);
        if (words.startsWith("sender address")) {
            return Step.SENDER;
        }
        if (words.startsWith("recipient address")) {
            return Step.RECIPIENT;
        }
        return words.startsWith("DATA command") || words.startsWith("sending data") ? Step.CONTENT : Step.SESSION;
    }
}
