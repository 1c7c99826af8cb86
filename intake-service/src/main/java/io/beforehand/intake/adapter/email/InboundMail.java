package io.beforehand.intake.adapter.email;

import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Mailed;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.mail.Envelope;
import io.beforehand.intake.mail.Mail;
import io.beforehand.intake.mail.MailLimits;
import io.beforehand.intake.mail.MailReader;
import io.beforehand.intake.mail.MalformedMailException;
import io.beforehand.intake.mail.ParsedMail;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of a mail that a provider handed over, in whichever form it did.
 *
 * @param pushId the provider's id of the push, if it gives one
 * @param mailId the provider's own id of the mail, if it gives one
 */
public record InboundMail(@Nullable String pushId, @Nullable String mailId) {

    private static final MailReader READER = new MailReader(MailLimits.DEFAULT);

    /** Of a provider that gives no ids. */
    public static final InboundMail WITHOUT_ID = new InboundMail(null, null);

    /** @throws MalformedDeliveryException if it is no mail that can be taken */
    public ChannelEvent raw(byte[] mail, Envelope envelope) {
        try {
            return mailed(READER.read(mail, null, envelope));
        } catch (MalformedMailException e) {
            throw refused(e);
        }
    }

    /** @throws MalformedDeliveryException if it is no mail that can be taken */
    public ChannelEvent parsed(ParsedMail mail, Envelope envelope) {
        try {
            return mailed(READER.read(mail, envelope));
        } catch (MalformedMailException e) {
            throw refused(e);
        }
    }

    private ChannelEvent mailed(Mail mail) {
        String messageId = mail.id() == null ? mailId : mail.id();
        String key = mailId != null ? mailId : messageId != null ? messageId : digest(mail);
        return new Mailed(new Origin("mail:" + key, pushId, messageId, thread(mail, messageId), mail.date()), mail);
    }

    /** The mail that the thread began with. */
    private static @Nullable String thread(Mail mail, @Nullable String messageId) {
        return Stream.of(mail.references(), mail.inReplyTo())
                .flatMap(List::stream)
                .findFirst()
                .orElse(messageId);
    }

    private static String digest(Mail mail) {
        return Digests.key(
                mail.from().address(), String.valueOf(mail.date()), String.valueOf(mail.subject()), mail.whole());
    }

    private static MalformedDeliveryException refused(MalformedMailException malformed) {
        return new MalformedDeliveryException("the mail cannot be taken: " + malformed.getMessage());
    }
}
