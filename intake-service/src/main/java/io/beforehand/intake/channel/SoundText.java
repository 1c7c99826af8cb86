package io.beforehand.intake.channel;

import io.beforehand.events.Author;
import io.beforehand.events.Customer;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.request.core.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts of strangers as they may be stored: bounded, without NUL and lone surrogates, which no table takes, and without the other
 * control characters, which no person typed. A channel can do nothing about them, so they are mended rather than refused.
 */
final class SoundText {

    private static final int MAX_TEXT = 200_000;
    private static final int MAX_SUBJECT = 1_000;
    private static final int MAX_NAME = 256;
    private static final int MAX_REASON = 200;
    private static final int MAX_URL = 2_048;
    private static final int MAX_ATTACHMENTS = 50;

    private SoundText() {}

    static @Nullable String of(@Nullable String text) {
        return text == null ? null : cut(mended(text, true), MAX_TEXT);
    }

    static @Nullable String subject(@Nullable String text) {
        return text == null ? null : cut(mended(text, false), MAX_SUBJECT);
    }

    /** An id as it is, or a digest of it where it is too long or holds what cannot be stored. */
    static String id(String id) {
        return id.length() <= MAX_NAME && mended(id, false).equals(id) ? id : "sha256:" + Digests.key(id);
    }

    static Author author(Author author) {
        return new Author(author.kind(), author.id() == null ? null : id(author.id()), name(author.name()));
    }

    /** A stable word of a channel, and perhaps more. */
    static String note(String text) {
        return cut(mended(text, false), MAX_SUBJECT);
    }

    static @Nullable String reason(@Nullable String text) {
        return text == null ? null : cut(mended(text, false), MAX_REASON);
    }

    static Customer customer(Customer customer) {
        return new Customer(
                id(customer.id()),
                name(customer.name()),
                name(customer.tier()),
                name(customer.locale()),
                customer.address() == null ? null : cut(mended(customer.address(), false), MAX_URL),
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
                attachment.url() == null || attachment.url().length() > MAX_URL
                        ? null
                        : mended(attachment.url(), false),
                attachment.id() == null ? null : id(attachment.id()));
    }

    private static @Nullable String name(@Nullable String text) {
        return text == null ? null : cut(mended(text, false), MAX_NAME);
    }

    private static String mended(String text, boolean lines) {
        if (text.chars().noneMatch(c -> c < ' ' || c == 0x7f || Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder sound = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                sound.append('\uFFFD');
            } else if (point >= ' ' && point != 0x7f || lines && (point == '\n' || point == '\t' || point == '\r')) {
                sound.appendCodePoint(point);
            } else if (!lines) {
                sound.append(' ');
            }
        });
        return sound.toString();
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
