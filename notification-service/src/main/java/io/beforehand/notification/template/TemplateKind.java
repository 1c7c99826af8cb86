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
    ACKNOWLEDGEMENT("acknowledgement", Set.of("number", "expected", "owner", "position", "wait")),

    /**
     * As for the acknowledgement, and one of these, empty in itself, for what there is to tell: {@code pending} (on the
     * customer), {@code on-hold}, {@code resolved}, {@code closed}, {@code reopened}, or {@code progress}: nothing new, but
     * we are on it. None if only the owner is new.
     */
    UPDATE(
            "update",
            Set.of(
                    "number",
                    "expected",
                    "owner",
                    "position",
                    "wait",
                    "pending",
                    "on-hold",
                    "resolved",
                    "closed",
                    "reopened",
                    "progress"));

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
