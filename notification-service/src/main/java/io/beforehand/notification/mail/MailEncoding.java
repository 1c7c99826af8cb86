package io.beforehand.notification.mail;

import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import java.util.List;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.codec.EncoderUtil.Usage;

/** Turns a mail into what the client sends: in ASCII, whatever its words. */
final class MailEncoding {

    private MailEncoding() {}

    /** The client encodes the text; headers it would cut within a character outside the basic plane. */
    static MailMessage of(OutgoingMail mail) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        mail.headers().forEach(headers::add);
        headers.set("Subject", encoded(mail.subject(), "Subject: "));
        headers.set("From", from(mail.from()));
        headers.set("Content-Type", "text/plain; charset=UTF-8");
        headers.set("MIME-Version", "1.0");
        return new MailMessage()
                .setFrom(mail.from().address().toString())
                .setBounceAddress(mail.returnAddress().toString())
                .setTo(List.of(mail.to().toString()))
                .setText(mail.text() + "\n")
                .setHeaders(headers);
    }

    private static String from(Sender sender) {
        return sender.name().isEmpty()
                ? sender.address().toString()
                : EncoderUtil.encodeAddressDisplayName(sender.name()) + " <" + sender.address() + ">";
    }

    private static String encoded(String text, String before) {
        return EncoderUtil.encodeIfNecessary(text, Usage.TEXT_TOKEN, before.length())
                .replace(" =?", "\r\n =?")
                .strip();
    }
}
