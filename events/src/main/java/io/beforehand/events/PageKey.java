package io.beforehand.events;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key by which paging tools know our pages: notification gives it out, intake reads it in what a tool tells. Others' pages have
 * others.
 *
 * @param requestId of the request that the alert is about
 */
public record PageKey(String requestId, String alertId) {

    private static final String PREFIX = "beforehand";
    private static final Pattern TEXT = Pattern.compile(PREFIX + ":([0-9A-Za-z-]{1,64}):([0-9A-Za-z-]{1,64})");

    /** Empty for the key of somebody else's page. */
    public static Optional<PageKey> parse(String text) {
        Matcher key = TEXT.matcher(text);
        return key.matches() ? Optional.of(new PageKey(key.group(1), key.group(2))) : Optional.empty();
    }

    /** As it travels, such as {@code beforehand:REQUEST:ALERT}. */
    public String text() {
        return PREFIX + ":" + requestId + ":" + alertId;
    }
}
