package io.beforehand.notification.contact;

import io.beforehand.notification.language.Language;
import java.util.List;

/**
 * Somebody to be told of alerts.
 *
 * @param methods the types of the ways to reach them, such as {@code webhook}; their order is their number
 */
public record OnCall(String id, Language language, List<String> methods) {

    /** Who receives every alert until there are schedules. */
    public static final String DEFAULT = "default";

    public OnCall {
        methods = List.copyOf(methods);
    }
}
