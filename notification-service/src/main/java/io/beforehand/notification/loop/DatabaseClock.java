package io.beforehand.notification.loop;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * What time the database's {@code beforehand_now()} is, as far as can be told without asking it: its last answer plus what
 * has passed since. Good for knowing when to look; what is decided is decided by the database's own answer.
 */
@ApplicationScoped
public class DatabaseClock {

    private record Reading(Instant at, long nanos) {}

    private volatile Reading last = new Reading(Instant.EPOCH, System.nanoTime());

    /** Takes note of an answer that came just now. */
    public void read(Instant now) {
        last = new Reading(now, System.nanoTime());
    }

    public Instant now() {
        return at(System.nanoTime());
    }

    /** The database's time at a moment of {@link System#nanoTime}. */
    public Instant at(long nanos) {
        Reading reading = last;
        return reading.at().plus(Duration.ofNanos(nanos - reading.nanos()));
    }
}
