package io.beforehand.intake.account;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How many deliveries of an account are taken: so many a second, and a burst on top, so that one account cannot take what all
 * need. Counted by each replica for itself. Costs no more than a look into a map; of more accounts than are remembered, the one that
 * was quiet for longest is forgotten, which gives it its whole burst again.
 */
final class RateLimit {

    private final long perSecond;
    private final long burst;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets;

    /**
     * @param perSecond deliveries a second that are taken for as long as they come
     * @param burst deliveries that are taken at once after a quiet while, 1 or more
     * @param remembered accounts at the most
     */
    RateLimit(int perSecond, int burst, int remembered, InstantSource clock) {
        if (perSecond < 1 || burst < 1 || remembered < 1) {
            throw new IllegalArgumentException("rate, burst and remembered accounts must be 1 or more");
        }
        this.perSecond = perSecond;
        this.burst = burst;
        this.time = new Nanos(clock);
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > remembered;
            }
        };
    }

    /** Empty if the delivery is taken; else after how many whole seconds one will be again, 1 or more. */
    Optional<Duration> take(String account) {
        ConsumptionProbe taken = bucket(account).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Optional.empty() : Optional.of(wholeSeconds(taken.getNanosToWaitForRefill()));
    }

    private Bucket bucket(String account) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(account, _ -> Bucket.builder()
                    .addLimit(Bandwidth.builder()
                            .capacity(burst)
                            .refillGreedy(perSecond, Duration.ofSeconds(1))
                            .build())
                    .withCustomTimePrecision(time)
                    .build());
        }
    }

    private static Duration wholeSeconds(long nanos) {
        return Duration.ofSeconds(Math.ceilDiv(Math.max(1, nanos), TimeUnit.SECONDS.toNanos(1)));
    }

    /** A clock that goes back refills nothing until it has caught up. */
    private record Nanos(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
