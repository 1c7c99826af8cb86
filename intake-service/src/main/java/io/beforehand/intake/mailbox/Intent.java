package io.beforehand.intake.mailbox;

import io.beforehand.intake.mail.Mail;
import io.beforehand.intake.mail.Nature;
import io.beforehand.intake.mail.Report;
import io.beforehand.intake.request.core.ReplyTokens;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What has to be done with a mail. */
sealed interface Intent {

    /** It belongs into a request. */
    record Message(boolean automatic) implements Intent {}

    /** It tells what became of a mail of ours. */
    record Receipt(OwnMail own, String state) implements Intent {}

    /** Nothing: acting on it would answer a machine, or ourselves. */
    record Ignore(String reason) implements Intent {}

    static Intent of(Mail mail, ReplyTokens tokens) {
        if (isOurs(mail, tokens)) {
            return new Ignore("own-mail");
        }
        return switch (mail.nature()) {
            case Nature.Person() -> new Message(false);
            case Nature.Machine _ -> new Message(true);
            case Nature.AutoReply _ -> new Ignore("auto-reply");
            case Nature.Told(Report report) -> told(mail, report, tokens);
        };
    }

    /** Our own Message-ID; or our own header, together with a token where our mails carry it, as forwarders change Message-IDs. */
    private static boolean isOurs(Mail mail, ReplyTokens tokens) {
        if (mail.id() != null && OwnMail.of(mail.id(), tokens).isPresent()) {
            return true;
        }
        return mail.loop() != null
                && Stream.of(Optional.ofNullable(mail.replyTo()), Optional.of(mail.from()))
                        .flatMap(Optional::stream)
                        .anyMatch(address ->
                                OwnMail.requestOf(address.address(), tokens).isPresent());
    }

    private static Intent told(Mail mail, Report report, ReplyTokens tokens) {
        if (report.state() == Report.State.OTHER) {
            return new Ignore("report");
        }
        return Stream.concat(
                        Stream.ofNullable(report.originalId()),
                        Stream.concat(mail.inReplyTo().stream(), mail.references().reversed().stream()))
                .filter(Objects::nonNull)
                .flatMap(id -> OwnMail.of(id, tokens).stream())
                .findFirst()
                .<Intent>map(own -> new Receipt(own, report.state().wireName()))
                .orElseGet(() -> new Ignore("report-on-others"));
    }
}
