package io.beforehand.notification.mail;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a mailbox, of the sort that every SMTP server takes: no quotes, no comments, ASCII before the {@code @}.
 *
 * @param domain in ASCII, as DNS has it
 */
public record MailAddress(String local, String domain) {

    private static final int MAX_LENGTH = 254;
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}");
    private static final Pattern DOMAIN =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*");

    public MailAddress {
        if (!LOCAL.matcher(local).matches()
                || !DOMAIN.matcher(domain).matches()
                || local.length() + 1 + domain.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("is not a mail address");
        }
    }

    /** The address in a text that is nothing but one; empty for anything else. */
    public static Optional<MailAddress> parse(String text) {
        String bare = text.strip();
        int at = bare.lastIndexOf('@');
        if (at < 0 || bare.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MailAddress(bare.substring(0, at), IDN.toASCII(bare.substring(at + 1))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The same mailbox by an address of its own, {@code local+tag@domain}; itself if that would be too long. */
    public MailAddress tagged(String tag) {
        try {
            return new MailAddress(local + "+" + tag, domain);
        } catch (IllegalArgumentException _) {
            return this;
        }
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
