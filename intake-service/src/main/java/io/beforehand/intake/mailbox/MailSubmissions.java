package io.beforehand.intake.mailbox;

import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.intake.mail.Address;
import io.beforehand.intake.mail.Mail;
import io.beforehand.intake.mail.MailFile;
import io.beforehand.intake.request.core.Command;
import io.beforehand.intake.request.core.ConversationKey;
import io.beforehand.intake.request.core.Defaults;
import io.beforehand.intake.request.core.Hints;
import io.beforehand.intake.request.core.MailMessage;
import io.beforehand.intake.request.core.Message;
import io.beforehand.intake.request.core.Submission;
import io.beforehand.intake.text.Shortened;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of mails what is submitted. */
final class MailSubmissions {

    private static final int MAX_WHOLE = 1_000_000;

    private MailSubmissions() {}

    /** A mail that belongs into a request. */
    static Submission message(
            Mail mail,
            MailIdentity identity,
            @Nullable String deliveryId,
            boolean automatic,
            String account,
            MailThread thread,
            Defaults defaults) {
        MailMessage details = new MailMessage(
                account,
                identity.mailId(),
                deliveryId,
                references(mail),
                automatic,
                addresses(mail),
                Shortened.to(MAX_WHOLE, mail.whole()),
                mail.files().stream().map(MailSubmissions::file).toList(),
                thread instanceof MailThread.Linked(String requestId) ? requestId : null);
        Command command = new Command.CustomerMessage(
                new ConversationKey(Channel.EMAIL, account, conversation(mail, identity, thread)),
                customer(mail),
                mail.subject(),
                mail.written().isEmpty() ? null : Shortened.to(Message.MAX_TEXT, mail.written()),
                List.of(),
                Hints.NONE,
                defaults,
                details,
                null);
        return new Submission(identity.identity(), mail.date(), command);
    }

    /** A mail that is remembered, so that it is known when it comes again, and nothing else. */
    static Submission ignored(Mail mail, MailIdentity identity) {
        return new Submission(identity.identity(), mail.date(), new Command.PassOver());
    }

    static Submission receipt(Mail mail, MailIdentity identity, Intent.Receipt receipt) {
        Command command = new Command.DeliveryReceipt(
                receipt.own().requestId(), receipt.own().deliveryId(), receipt.state());
        return new Submission(identity.identity(), mail.date(), command);
    }

    /** A thread that began elsewhere goes by the mail that this one answers, so that further answers to it find each other. */
    private static String conversation(Mail mail, MailIdentity identity, MailThread thread) {
        return switch (thread) {
            case MailThread.Joined(String conversation) -> conversation;
            case MailThread.Linked _ -> identity.mailId();
            case MailThread.Unknown() ->
                Stream.concat(mail.inReplyTo().stream(), mail.references().reversed().stream())
                        .findFirst()
                        .orElse(identity.mailId());
        };
    }

    private static Customer customer(Mail mail) {
        Address answers = mail.replyTo() == null ? mail.from() : mail.replyTo();
        return new Customer(mail.from().address(), mail.from().name(), null, null, answers.address());
    }

    private static List<String> references(Mail mail) {
        return Stream.concat(mail.references().stream(), mail.inReplyTo().stream())
                .distinct()
                .toList();
    }

    private static Set<String> addresses(Mail mail) {
        return Stream.concat(Stream.ofNullable(mail.replyTo()), mail.recipients().stream())
                .map(Address::address)
                .collect(Collectors.toSet());
    }

    private static MailMessage.File file(MailFile file) {
        return new MailMessage.File(file.name(), file.mediaType(), file.content());
    }
}
