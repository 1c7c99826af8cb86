package io.beforehand.messaging.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.messaging.UnprocessableException;
import io.beforehand.messaging.partition.NotOwnerException;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class BatchRunTest {

    private final Work work = new Work();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private boolean done;

    @Test
    void anOutageOfTwentyThousandFailuresEndsInTheEffectOnce() {
        // Given
        work.failing = attempt -> attempt <= 20_000 ? new IOException("connection lost") : null;

        // When
        run(3);

        // Then
        assertThat(done).isTrue();
        assertThat(work.stored).containsExactly(0L, 1L, 2L);
        assertThat(work.aside).isEmpty();
        assertThat(pauses).hasSize(20_000).allMatch(pause -> pause.compareTo(Duration.ofSeconds(5)) <= 0);
    }

    @Test
    void aRecordThatCannotBeStoredIsSetAsideAndItsNeighboursAreStored() {
        // Given
        work.poison.add(5L);

        // When
        run(8);

        // Then
        assertThat(done).isTrue();
        assertThat(work.stored).containsExactly(0L, 1L, 2L, 3L, 4L, 6L, 7L);
        assertThat(work.aside).containsExactly(5L);
    }

    @Test
    void aBugIsNarrowedDownAndSetAsideAfterAWhile() {
        // Given
        work.bug.add(1L);

        // When
        run(2);

        // Then
        assertThat(work.stored).containsExactly(0L);
        assertThat(work.aside).containsExactly(1L);
        Duration patience = pauses.stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(patience).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(90));
    }

    @Test
    void whatBelongsToSomebodyElseIsDropped() {
        // Given
        work.failing = attempt -> attempt == 1 ? new NotOwnerException(Set.of(0)) : null;

        // When
        run(4);

        // Then
        assertThat(done).isTrue();
        assertThat(work.givenUp).containsExactly(0);
        assertThat(work.stored).isEmpty();
    }

    private void run(int records) {
        BatchRun run = new BatchRun(
                work,
                (pause, step) -> {
                    pauses.add(pause);
                    waiting.add(step);
                },
                () -> done = true);
        run.start(new Batch(LongStream.range(0, records)
                .mapToObj(offset -> new ConsumerRecord<byte[], byte[]>("topic", 0, offset, new byte[0], new byte[0]))
                .toList()));
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    /** Stores into a list, and fails as it is told to. */
    private static final class Work implements BatchWork {

        private final List<Long> stored = new ArrayList<>();
        private final List<Long> aside = new ArrayList<>();
        private final Set<Integer> givenUp = new HashSet<>();
        private final Set<Long> poison = new HashSet<>();
        private final Set<Long> bug = new HashSet<>();
        private LongFunction<Throwable> failing = _ -> null;
        private long attempts;

        @Override
        public DueBatch due(Batch batch) {
            return new DueBatch(batch.keep(message -> !givenUp.contains(message.partition())), Map.of(0, 1L), Map.of());
        }

        @Override
        public Uni<Void> store(DueBatch due) {
            List<Long> offsets =
                    due.batch().records().stream().map(ConsumerRecord::offset).toList();
            Throwable failure = failure(offsets);
            if (failure != null) {
                return Uni.createFrom().failure(failure);
            }
            stored.addAll(offsets);
            return Uni.createFrom().voidItem();
        }

        private Throwable failure(List<Long> offsets) {
            if (offsets.stream().anyMatch(poison::contains)) {
                return new UnprocessableException("unstorable");
            }
            if (offsets.stream().anyMatch(bug::contains)) {
                return new IllegalStateException("bug");
            }
            return failing.apply(++attempts);
        }

        @Override
        public Uni<Void> setAside(DueBatch single, String reason) {
            aside.add(single.batch().records().getFirst().offset());
            return Uni.createFrom().voidItem();
        }

        @Override
        public void giveUp(Set<Integer> partitions) {
            givenUp.addAll(partitions);
        }

        @Override
        public void retried() {}

        @Override
        public void failedUnexpectedly() {}
    }
}
