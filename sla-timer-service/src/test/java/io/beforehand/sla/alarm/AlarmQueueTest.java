package io.beforehand.sla.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.sla.alarm.AlarmQueue.Due;
import io.beforehand.sla.request.NextAlarms.NextAlarm;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlarmQueueTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final int HORIZON = 600;

    private final AlarmQueue queue = new AlarmQueue();

    @BeforeEach
    void openPartition() {
        queue.open(0, second(HORIZON));
    }

    @Test
    void alarmsComeSoonestFirstAndNeverEarly() {
        queue.changed(List.of(alarm("b", 20, 1), alarm("a", 10, 1), alarm("c", 30, 1)));

        assertThat(queue.take(second(9), 10)).isEmpty();
        assertThat(queue.take(second(20), 10)).extracting(Due::requestId).containsExactly("a", "b");
        assertThat(queue.soonest()).contains(second(30));
    }

    @Test
    void anOlderWordNeverReplacesANewerOne() {
        queue.changed(List.of(alarm("a", 10, 2)));
        queue.changed(List.of(alarm("a", 500, 1)));

        assertThat(queue.take(second(10), 10)).hasSize(1);
    }

    @Test
    void anAlarmThatIsCalledOffIsGone() {
        queue.changed(List.of(alarm("a", 10, 1)));
        queue.changed(List.of(new NextAlarm("a", 0, Optional.empty(), false, 2)));

        assertThat(queue.take(second(HORIZON), 10)).isEmpty();
    }

    @Test
    void whatIsPutBackDoesNotReplaceWhatIsNewer() {
        // Given
        queue.changed(List.of(alarm("a", 10, 1)));
        List<Due> taken = queue.take(second(10), 10);
        queue.changed(List.of(alarm("a", 50, 2)));

        // When
        queue.putBack(taken);

        // Then
        assertThat(queue.soonest()).contains(second(50));
    }

    @Test
    void aClosedPartitionTakesInNothingNotEvenByAWindowThatWasUnderWay() {
        queue.changed(List.of(alarm("a", 10, 1)));
        queue.close(0);

        queue.extend(0, second(HORIZON));
        queue.changed(List.of(alarm("b", 10, 1)));

        assertThat(queue.size()).isZero();
    }

    @Test
    void aCrowdReachesToTheLastAlarmThatWouldBeLateIfOneBeganNow() {
        // Given
        queue.changed(LongStream.range(0, 30)
                .mapToObj(i -> alarm("crowd-" + i, 10, 1))
                .toList());
        queue.changed(List.of(alarm("alone", 20, 1)));

        // When / Then
        assertThat(queue.crowd(NINE, 2, second(60))).contains(second(10));
        assertThat(queue.crowd(NINE, 1, second(60))).contains(second(20));
    }

    @Test
    void alarmsThatCanBeReachedInTimeAreNoCrowdAndNeitherAreThoseFarAway() {
        // Given
        queue.changed(LongStream.range(0, 30)
                .mapToObj(i -> alarm("crowd-" + i, 10, 1))
                .toList());

        // When / Then
        assertThat(queue.crowd(NINE, 3, second(60))).isEmpty();
        assertThat(queue.crowd(NINE, 1, second(9))).isEmpty();
        assertThat(queue.crowd(second(10), 1, second(60))).isEmpty();
    }

    @Test
    void whatLiesBeyondTheHorizonIsLeftInTheTable() {
        queue.changed(List.of(alarm("a", HORIZON, 1)));

        assertThat(queue.size()).isZero();
    }

    @Test
    void anAlarmIsHeldForInputsOnlySoLong() {
        Due due = new Due("a", 0, second(10), false, 1, Instant.MAX);
        Due held = due.heldSince(second(10)).again(second(11)).heldSince(second(11));

        assertThat(due.isHeldFor(Duration.ofSeconds(30), second(100))).isFalse();
        assertThat(held.isHeldFor(Duration.ofSeconds(30), second(39))).isFalse();
        assertThat(held.isHeldFor(Duration.ofSeconds(30), second(40))).isTrue();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyAlarmThatStandsIsTakenOnceWhateverTheOrderOfWords(long seed) {
        // Given
        Random random = new Random(seed);
        Map<String, Instant> standing = new HashMap<>();
        Map<String, Long> revisions = new HashMap<>();

        // When words come in any order while time passes in any steps
        for (int now = 0; now < HORIZON; now += random.nextInt(20)) {
            for (int words = random.nextInt(5); words > 0; words--) {
                String id = "r" + random.nextInt(20);
                long revision = revisions.merge(id, 1L, Long::sum);
                Optional<Instant> at = random.nextInt(3) == 0
                        ? Optional.empty()
                        : Optional.of(second(now + random.nextInt(HORIZON - now)));
                NextAlarm older = new NextAlarm(id, 0, Optional.of(second(HORIZON - 1)), false, revision - 1);
                NextAlarm newer = new NextAlarm(id, 0, at, false, revision);
                queue.changed(at.isPresent() && random.nextBoolean() ? List.of(newer, older) : List.of(newer));
                at.ifPresentOrElse(moment -> standing.put(id, moment), () -> standing.remove(id));
            }
            Instant moment = second(now);
            for (Due due : queue.take(moment, 3)) {
                if (random.nextInt(4) == 0) {
                    queue.putBack(List.of(due));
                } else {
                    // Then
                    assertThat(standing.remove(due.requestId()))
                            .isEqualTo(due.at())
                            .isBeforeOrEqualTo(moment);
                }
            }
        }
        queue.take(second(HORIZON), Integer.MAX_VALUE)
                .forEach(due -> assertThat(standing.remove(due.requestId())).isEqualTo(due.at()));
        assertThat(standing).isEmpty();
    }

    private static NextAlarm alarm(String requestId, int second, long revision) {
        return new NextAlarm(requestId, 0, Optional.of(second(second)), false, revision);
    }

    private static Instant second(int second) {
        return NINE.plusSeconds(second);
    }
}
