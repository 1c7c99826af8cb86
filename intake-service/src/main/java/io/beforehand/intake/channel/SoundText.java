package io.beforehand.intake.channel;

import io.beforehand.events.Author;
import io.beforehand.events.Customer;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.request.core.Attachment;
import io.beforehand.intake.request.core.Message;
import io.beforehand.intake.text.Shortened;
import io.beforehand.intake.text.Sound;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What channels tell as it may be stored: bounded, and made sound (see {@link Sound}). A channel can do nothing about it, so it is
 * mended rather than refused.
 */
final class SoundText {

    private static final int MAX_SUBJECT = 1_000;
    private static final int MAX_NAME = 256;
    private static final int MAX_REASON = 200;
    private static final int MAX_URL = 2_048;
    private static final int MAX_ATTACHMENTS = 50;

    private SoundText() {}

    static @Nullable String of(@Nullable String text) {
        return text == null ? null : Shortened.to(Message.MAX_TEXT, Sound.lines(text));
    }

    static @Nullable String subject(@Nullable String text) {
        return text == null ? null : Shortened.to(MAX_SUBJECT, Sound.line(text));
    }

    /** An id as it is, or a digest of it where it is too long or holds what cannot be stored. */
    static String id(String id) {
        return id.length() <= MAX_NAME && Sound.line(id).equals(id) ? id : "sha256:" + Digests.key(id);
    }

    static @Nullable String idIfAny(@Nullable String id) {
        return id == null ? null : id(id);
    }

    static Author author(Author author) {
        return new Author(author.kind(), author.id() == null ? null : id(author.id()), name(author.name()));
    }

    /** A stable word of a channel, and perhaps more. */
    static String note(String text) {
        return Shortened.to(MAX_SUBJECT, Sound.line(text));
    }

    static @Nullable String reason(@Nullable String text) {
        return text == null ? null : Shortened.to(MAX_REASON, Sound.line(text));
    }

    static Customer customer(Customer customer) {
        return new Customer(
                id(customer.id()),
                name(customer.name()),
                name(customer.tier()),
                name(customer.locale()),
                customer.address() == null ? null : Shortened.to(MAX_URL, Sound.line(customer.address())),
                customer.timeZone());
    }

    static List<Attachment> attachments(List<Attachment> attachments) {
        return attachments.stream()
                .limit(MAX_ATTACHMENTS)
                .map(SoundText::attachment)
                .toList();
    }

    private static Attachment attachment(Attachment attachment) {
        return new Attachment(
                name(attachment.name()),
                name(attachment.mediaType()),
                attachment.size(),
                attachment.url() == null || attachment.url().length() > MAX_URL ? null : Sound.line(attachment.url()),
                attachment.id() == null ? null : id(attachment.id()));
    }

    private static @Nullable String name(@Nullable String text) {
        return text == null ? null : Shortened.to(MAX_NAME, Sound.line(text));
    }
}
