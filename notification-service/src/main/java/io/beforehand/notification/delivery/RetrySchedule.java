package io.beforehand.notification.delivery;

import io.beforehand.events.DeliveryKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When to try again, and when to give up.
 *
 * @param waits the wait after each failed attempt but the last
 */
public record RetrySchedule(List<Duration> waits) {

    /** Standard Webhooks' recommendation: seven attempts over 17 hours. */
    public static final RetrySchedule CUSTOMER = new RetrySchedule(List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10)));

    /** A page is worth something now or not at all: seven attempts within the hour. */
    public static final RetrySchedule ON_CALL = new RetrySchedule(List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30)));

    /** The share by which a wait is stretched at the most, so that what failed together does not return together. */
    private static final double JITTER = 0.2;

    /** Receivers may ask for more, but not for more than this. */
    private static final Duration LONGEST_ASKED = Duration.ofHours(12);

    public RetrySchedule {
        waits = List.copyOf(waits);
    }

    public static RetrySchedule of(DeliveryKind kind) {
        return switch (kind) {
            case ALERT -> ON_CALL;
            case ACKNOWLEDGEMENT, UPDATE, ANSWER, SURVEY, REPLY -> CUSTOMER;
        };
    }

    /**
     * The wait after an attempt that failed; empty when it was the last.
     *
     * @param attempts how many were made, 1 or more
     * @param notBefore what the receiver asked for
     * @param random in [0, 1)
     */
    public Optional<Duration> waitAfter(int attempts, Duration notBefore, double random) {
        if (attempts > waits.size()) {
            return Optional.empty();
        }
        Duration asked = notBefore.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : notBefore;
        Duration scheduled = waits.get(attempts - 1);
        Duration wait = asked.compareTo(scheduled) > 0 ? asked : scheduled;
        return Optional.of(wait.plusMillis((long) (wait.toMillis() * JITTER * random)));
    }
}
