package io.beforehand.intake.adapter.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a signed time is near enough, both ways: what was signed for the future could be kept and replayed until then. */
public final class Freshness {

    /** How far a sender's clock may be off where the channel says nothing else. */
    public static final Duration WINDOW = Duration.ofSeconds(300);

    private Freshness() {}

    public static boolean isFresh(Instant signedAt, Instant now, Duration window) {
        return Duration.between(signedAt, now).abs().compareTo(window) <= 0;
    }

    /** The time of a header in seconds; empty if it is none. */
    public static Optional<Instant> seconds(String text) {
        return text.matches("[0-9]{1,11}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text)))
                : Optional.empty();
    }

    /** The time of a header in milliseconds; empty if it is none. */
    public static Optional<Instant> millis(String text) {
        return text.matches("[0-9]{1,14}") ? Optional.of(Instant.ofEpochMilli(Long.parseLong(text))) : Optional.empty();
    }
}
