package io.beforehand.intake.channel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key by which paging tools know our pages: {@code beforehand:REQUEST:ALERT}. Others' pages have others. */
record PageKey(String requestId, String alertId) {

    private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern OURS = Pattern.compile("beforehand:(" + UUID + "):(" + UUID + ")");

    static Optional<PageKey> parse(String text) {
        Matcher key = OURS.matcher(text);
        return key.matches() ? Optional.of(new PageKey(key.group(1), key.group(2))) : Optional.empty();
    }
}
