package io.beforehand.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryQueueTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final DeliveryQueue queue = new DeliveryQueue(2, 100);

    @Test
    void onlyWhatIsDueIsTakenSoonestFirst() {
        // Given
        queue.offer(due("later", "chat", 1));
        queue.offer(due("second", "chat", -1));
        queue.offer(due("first", "chat", -2));

        // When
        List<DueDelivery> taken = queue.take(NOW, 10);

        // Then
        assertThat(taken).extracting(DueDelivery::id).containsExactly("first", "second");
    }

    @Test
    void whatIsDueMuchLaterKeepsNothingOutThatIsDueNow() {
        // Given
        for (int i = 0; i < 10_000; i++) {
            queue.offer(due("later-" + i, "chat", 300));
        }

        // When
        queue.offer(due("now", "chat", 0));

        // Then
        assertThat(queue.take(NOW, 10)).extracting(DueDelivery::id).containsExactly("now");
        assertThat(queue.full(NOW)).isEmpty();
    }

    @Test
    void aSlowDestinationKeepsNoOtherWaiting() {
        // Given
        for (int i = 0; i < 50; i++) {
            queue.offer(due("slow-" + i, "slow", -100));
        }
        queue.take(NOW, 10);

        // When
        queue.offer(due("quick", "quick", 0));

        // Then
        assertThat(queue.take(NOW, 10)).extracting(DueDelivery::id).containsExactly("quick");
    }

    @Test
    void destinationsTakeTurns() {
        for (int i = 0; i < 50; i++) {
            queue.offer(due("a-" + i, "a", -100));
            queue.offer(due("b-" + i, "b", -1));
        }

        assertThat(queue.take(NOW, 2)).extracting(DueDelivery::destination).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aPlaceIsFreeAgainWhenItsDeliveryIsDone() {
        // Given
        DueDelivery first = due("1", "chat", -3);
        queue.offer(first);
        queue.offer(due("2", "chat", -2));
        queue.offer(due("3", "chat", -1));
        queue.take(NOW, 10);

        // When
        queue.done(first);

        // Then
        assertThat(queue.take(NOW, 10)).extracting(DueDelivery::id).containsExactly("3");
    }

    @Test
    void whatIsTakenIsNotKeptASecondTime() {
        // Given
        DueDelivery once = due("once", "chat", -1);
        queue.offer(once);
        queue.take(NOW, 10);

        // When
        queue.offer(once);

        // Then
        assertThat(queue.take(NOW, 10)).isEmpty();
    }

    @Test
    void whatBecomesDueSoonerIsTakenSooner() {
        // Given
        queue.offer(due("waiting", "chat", 60));

        // When
        queue.offer(due("waiting", "chat", 0));

        // Then
        assertThat(queue.take(NOW, 10)).hasSize(1);
        assertThat(queue.nextDue()).isEmpty();
    }

    @Test
    void aDestinationsQueueHasABoundAndSaysSo() {
        for (int i = 0; i < 200; i++) {
            queue.offer(due("d-" + i, "chat", -1));
        }

        assertThat(queue.full(NOW)).containsExactly("chat");
    }

    @Test
    void aPartitionThatIsLostIsForgotten() {
        // Given
        queue.offer(new DueDelivery("ours", 1, "chat", NOW));
        queue.offer(new DueDelivery("theirs", 2, "chat", NOW));

        // When
        queue.forget(2);

        // Then
        assertThat(queue.take(NOW, 10)).extracting(DueDelivery::id).containsExactly("ours");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverHappensNothingIsTakenTwiceAndNothingIsLost(long seed) {
        // Given
        Random random = new Random(seed);
        Set<String> offered = new HashSet<>();
        List<DueDelivery> underWay = new ArrayList<>();
        Set<String> finished = new HashSet<>();

        // When
        for (int step = 0; step < 2_000; step++) {
            switch (random.nextInt(3)) {
                case 0 -> {
                    DueDelivery any = due("d-" + random.nextInt(300), "to-" + random.nextInt(4), -random.nextInt(9));
                    if (offered.add(any.id())) {
                        queue.offer(any);
                    }
                }
                case 1 -> {
                    List<DueDelivery> taken = queue.take(NOW, 1 + random.nextInt(5));
                    taken.forEach(delivery -> assertThat(underWay).doesNotContain(delivery));
                    underWay.addAll(taken);
                }
                default -> {
                    if (!underWay.isEmpty()) {
                        DueDelivery done = underWay.remove(random.nextInt(underWay.size()));
                        queue.done(done);
                        assertThat(finished.add(done.id())).isTrue();
                    }
                }
            }
        }
        for (List<DueDelivery> rest = new ArrayList<>(underWay); !rest.isEmpty(); rest = queue.take(NOW, 100)) {
            rest.forEach(delivery -> {
                queue.done(delivery);
                assertThat(finished.add(delivery.id())).isTrue();
            });
        }

        // Then
        assertThat(finished).isEqualTo(offered);
    }

    private static DueDelivery due(String id, String destination, int seconds) {
        return new DueDelivery(id, 0, destination, NOW.plusSeconds(seconds));
    }
}
