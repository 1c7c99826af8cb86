package io.beforehand.notification.alert;

import java.util.Optional;

/** What became of an alert. */
public sealed interface AlertState {

    /** Nobody has reacted. */
    record Open() implements AlertState {}

    /** Somebody takes care of it. */
    record Acknowledged(String by) implements AlertState {}

    /** Nobody wants to hear of it again. */
    record Silenced(String by) implements AlertState {}

    /** Over: the promise was kept or is void, or somebody said so. */
    record Resolved(String because) implements AlertState {}

    /** The name in the table and in JSON. */
    default String label() {
        return switch (this) {
            case Open _ -> "open";
            case Acknowledged _ -> "acknowledged";
            case Silenced _ -> "silenced";
            case Resolved _ -> "resolved";
        };
    }

    /** Who or what brought it there, where that is known. */
    default Optional<String> note() {
        return switch (this) {
            case Open _ -> Optional.empty();
            case Acknowledged(String by) -> Optional.of(by);
            case Silenced(String by) -> Optional.of(by);
            case Resolved(String because) -> Optional.of(because);
        };
    }

    /** Reads a state's {@link #label} and {@link #note}. */
    static AlertState of(String label, String note) {
        return switch (label) {
            case "open" -> new Open();
            case "acknowledged" -> new Acknowledged(note);
            case "silenced" -> new Silenced(note);
            case "resolved" -> new Resolved(note);
            default -> throw new IllegalArgumentException("no state of an alert: " + label);
        };
    }
}
