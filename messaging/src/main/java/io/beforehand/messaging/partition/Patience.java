package io.beforehand.messaging.partition;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long to leave a lost partition alone before it is taken over again. The first time a second: a replica that was frozen
 * hears from Kafka in that time that the partition is not its. Each loss soon after doubles it: two replicas that go by one
 * name would take it from each other for ever.
 */
final class Patience {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration KEPT_LONG_ENOUGH = Duration.ofMinutes(1);

    private record Record(int losses, long lostAt, long gainedAt) {}

    private final Map<Integer, Record> records = new ConcurrentHashMap<>();

    void lost(int partition) {
        long now = System.nanoTime();
        records.merge(
                partition,
                new Record(1, now, now),
                (before, _) -> new Record(
                        now - before.gainedAt() > KEPT_LONG_ENOUGH.toNanos() ? 1 : before.losses() + 1,
                        now,
                        before.gainedAt()));
    }

    void gained(int partition) {
        records.computeIfPresent(
                partition, (_, before) -> new Record(before.losses(), before.lostAt(), System.nanoTime()));
    }

    boolean isOver(int partition) {
        Record before = records.get(partition);
        if (before == null || before.losses() == 0) {
            return true;
        }
        Duration wait = FIRST.multipliedBy(1L << Math.min(before.losses() - 1, MOST_DOUBLINGS));
        return System.nanoTime() - before.lostAt() > wait.toNanos();
    }
}
