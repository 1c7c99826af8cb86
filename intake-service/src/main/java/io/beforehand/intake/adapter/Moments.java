package io.beforehand.intake.adapter;

import java.time.Instant;
import java.util.Optional;

/**
 * Times that can be meant: of the years 1970 to 9999. Anything else is a mistake or a trap, and counts as not told: to reckon with it
 * might lead out of the calendar.
 */
public final class Moments {

    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Moments() {}

    public static Optional<Instant> plausible(Instant instant) {
        return Optional.of(instant).filter(at -> !at.isBefore(Instant.EPOCH) && !at.isAfter(END));
    }

    static Optional<Instant> ofSeconds(long seconds) {
        return seconds < 0 || seconds > END.getEpochSecond()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(seconds));
    }

    static Optional<Instant> ofMillis(long millis) {
        return plausible(Instant.ofEpochMilli(millis));
    }
}
