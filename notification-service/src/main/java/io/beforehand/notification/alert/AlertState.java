package io.beforehand.notification.alert;

import java.util.Optional;

/** What became of an alert. */
public sealed interface AlertState {

    /** The name in the table and in JSON. */
    String label();

    /** Who or what brought it there, where that is known. */
    Optional<String> note();

    /** Nobody has reacted. */
    record Open() implements AlertState {

        @Override
        public String label() {
            return "open";
        }

        @Override
        public Optional<String> note() {
            return Optional.empty();
        }
    }

    /** Somebody takes care of it. */
    record Acknowledged(String by) implements AlertState {

        @Override
        public String label() {
            return "acknowledged";
        }

        @Override
        public Optional<String> note() {
            return Optional.of(by);
        }
    }

    /** Nobody wants to hear of it again. */
    record Silenced(String by) implements AlertState {

        @Override
        public String label() {
            return "silenced";
        }

        @Override
        public Optional<String> note() {
            return Optional.of(by);
        }
    }

    /** Over: the promise was kept or is void, or somebody said so. */
    record Resolved(String reason) implements AlertState {

        @Override
        public String label() {
            return "resolved";
        }

        @Override
        public Optional<String> note() {
            return Optional.of(reason);
        }
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
