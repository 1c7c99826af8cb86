package io.beforehand.notification.template;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a template words, and which values it may use. */
public enum TemplateKind {
    /**
     * {@code number} of the request; {@code expected}, by when to expect an answer; {@code owner}, who has it; {@code
     * position} in the queue and expected {@code wait} there. All but the number may be missing.
     */
    ACKNOWLEDGEMENT("acknowledgement", Set.of("number", "expected", "owner", "position", "wait"));

    private final String wireName;
    private final Set<String> places;

    TemplateKind(String wireName, Set<String> places) {
        this.wireName = wireName;
        this.places = places;
    }

    public String wireName() {
        return wireName;
    }

    public Set<String> places() {
        return places;
    }

    public static Optional<TemplateKind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}
