package io.beforehand.intake.adapter.feishu;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.request.core.Message;
import java.util.HashMap;
import java.util.Map;

/**
 * The people whom a text mentions by placeholders such as {@code @_user_1}. A name that somebody gave himself may look like a
 * placeholder, and be long: the text is read once, names are not read again, and what comes of it is bounded.
 */
final class LarkMentions {

    /** Characters; what is longer is cut wherever it is stored. */
    private static final int LONGEST_TEXT = Message.MAX_TEXT;

    private static final int LONGEST_PLACEHOLDER = 64;

    private final Map<String, String> names = new HashMap<>();

    LarkMentions(JsonNode mentions) {
        for (JsonNode mention : mentions) {
            String key = text(mention.path("key"));
            String name = text(mention.path("name"));
            if (key != null && name != null && key.lastIndexOf('@') == 0 && key.length() <= LONGEST_PLACEHOLDER) {
                names.put(key, "@" + name);
            }
        }
    }

    String named(String text) {
        StringBuilder named = new StringBuilder();
        int at = 0;
        while (at < text.length() && named.length() < LONGEST_TEXT) {
            int end = text.charAt(at) == '@' ? placeholder(text, at) : at;
            if (end > at) {
                named.append(names.get(text.substring(at, end)));
                at = end;
            } else {
                named.append(text.charAt(at++));
            }
        }
        return named.substring(0, Math.min(named.length(), LONGEST_TEXT));
    }

    /**
     * Where the longest placeholder that begins there ends; there, if none does. Placeholders hold one @ each, so that no character
     * is looked at from two beginnings.
     */
    private int placeholder(String text, int from) {
        int next = text.indexOf('@', from + 1);
        int end = Math.min(next < 0 ? text.length() : next, from + LONGEST_PLACEHOLDER);
        while (end > from && !names.containsKey(text.substring(from, end))) {
            end--;
        }
        return end;
    }
}
