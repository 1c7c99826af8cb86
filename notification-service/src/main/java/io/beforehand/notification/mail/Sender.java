package io.beforehand.notification.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From whom a mail is.
 *
 * @param name as people read it; empty for none
 */
public record Sender(String name, MailAddress address) {

    private static final Pattern NAMED = Pattern.compile("(.*)<([^<>]+)>\\s*");

    public Sender {
        name = HeaderText.of(name, 100);
    }

    /**
     * Reads {@code Support <support@example.com>} or a bare address.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Sender parse(String text) {
        Matcher named = NAMED.matcher(text);
        String address = named.matches() ? named.group(2) : text;
        String name = named.matches() ? named.group(1).strip() : "";
        if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1);
        }
        String bare = name;
        return MailAddress.parse(address)
                .map(found -> new Sender(bare, found))
                .orElseThrow(() ->
                        new IllegalArgumentException("must be a mail address, such as Support <support@example.com>"));
    }
}
