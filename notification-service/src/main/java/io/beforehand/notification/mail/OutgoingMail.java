package io.beforehand.notification.mail;

import io.beforehand.events.DeliveryKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A mail as it is sent, whatever the attempt: {@code Message-ID} and {@code Date} follow from the delivery, so that a
 * mailbox that gets a second copy can tell. A sender that an operator changes between two attempts shows in both.
 *
 * @param deliveryId by which receipts find the delivery
 * @param text lines that end with {@code \n}
 * @param date when the delivery was asked for
 */
public record OutgoingMail(
        String deliveryId,
        DeliveryKind kind,
        Sender from,
        MailAddress to,
        String subject,
        MailThread thread,
        String text,
        Instant date) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    /** What a customer is told about his request. */
    public static OutgoingMail toCustomer(
            Written written, Sender from, MailAddress to, MailThread thread, String number) {
        return written.mail(from, to, Subject.answering(thread.subject(), number), thread);
    }

    /** What somebody on call is told; the subject is what the text begins with. */
    public static OutgoingMail toContact(Written written, Sender from, MailAddress to) {
        return written.mail(from, to, HeaderText.of(written.text(), 120), MailThread.NONE);
    }

    /** What a delivery says, before it is known by which way. */
    public record Written(String deliveryId, DeliveryKind kind, String text, Instant date) {

        private OutgoingMail mail(Sender from, MailAddress to, String subject, MailThread thread) {
            return new OutgoingMail(deliveryId, kind, from, to, subject, thread, text, date);
        }
    }

    /** Where the answer goes, and a bounce: with the token of the request, as far as there is one. */
    MailAddress returnAddress() {
        String token = thread.replyToken();
        return token == null ? from.address() : from.address().tagged(token);
    }

    String messageId() {
        String token = thread.replyToken();
        String left = token == null ? deliveryId : deliveryId + "." + token;
        return "<" + left + "@" + from.address().domain() + ">";
    }

    /** All headers but those of the encoding, in their order and with their values in plain text. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Date", DATE.format(date.atOffset(ZoneOffset.UTC)));
        headers.put(
                "From", from.name().isEmpty() ? from.address().toString() : from.name() + " <" + from.address() + ">");
        headers.put("To", to.toString());
        headers.put("Subject", subject);
        headers.put("Message-ID", messageId());
        String answers = thread.answers();
        if (answers != null) {
            headers.put("In-Reply-To", "<" + answers + ">");
        }
        if (!thread.chain().isEmpty()) {
            headers.put(
                    "References",
                    thread.chain().stream().map(id -> "<" + id + ">").collect(Collectors.joining("\r\n ")));
        }
        if (thread.replyToken() != null) {
            headers.put("Reply-To", returnAddress().toString());
        }
        Automation automation = Automation.of(kind);
        automation.autoSubmitted().ifPresent(value -> {
            headers.put("Auto-Submitted", value);
            headers.put("X-Auto-Response-Suppress", "All");
            if (automation != Automation.URGENT) {
                headers.put("Precedence", "bulk");
            }
        });
        headers.put("X-Beforehand", deliveryId);
        return headers;
    }
}
