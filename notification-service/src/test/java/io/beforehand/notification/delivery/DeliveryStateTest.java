package io.beforehand.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.DeliveryKind;
import io.beforehand.notification.delivery.AttemptOutcome.Accepted;
import io.beforehand.notification.delivery.AttemptOutcome.Failed;
import io.beforehand.notification.delivery.AttemptOutcome.NoDestination;
import io.beforehand.notification.delivery.DeliveryState.Due;
import io.beforehand.notification.delivery.DeliveryState.Exhausted;
import io.beforehand.notification.delivery.DeliveryState.Pending;
import io.beforehand.notification.delivery.DeliveryState.Sent;
import io.beforehand.notification.delivery.DeliveryState.Suppressed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryStateTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Failed TROUBLE = Failed.of(Fault.RETRY, "http-500");
    private static final Failed BROKEN = Failed.of(Fault.CONFIG_BROKEN, "http-401");

    private final Due pending = new Pending(NOW);

    @Test
    void anAcceptedDeliveryIsSentWhenItWasAccepted() {
        assertThat(pending.after(new Accepted(), NOW, RetrySchedule.CUSTOMER, 0))
                .isEqualTo(new Sent(NOW));
    }

    @Test
    void whatHasNowhereToGoIsSuppressed() {
        assertThat(pending.after(new NoDestination("no-outlet"), NOW, RetrySchedule.CUSTOMER, 0))
                .isEqualTo(new Suppressed("no-outlet"));
    }

    @Test
    void whatWillNeverBeTakenIsGivenUpAtOnce() {
        assertThat(pending.after(Failed.of(Fault.PERMANENT, "http-422"), NOW, RetrySchedule.CUSTOMER, 0))
                .isEqualTo(new Exhausted("http-422"));
    }

    @Test
    void aCustomersMessageIsTriedSevenTimesOverSeventeenHours() {
        assertThat(waitsUntilGivenUp(RetrySchedule.of(DeliveryKind.REPLY), TROUBLE))
                .extracting(Duration::toString)
                .containsExactly("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H");
    }

    @Test
    void aPageIsTriedSevenTimesWithinTheHour() {
        assertThat(waitsUntilGivenUp(RetrySchedule.of(DeliveryKind.ALERT), TROUBLE))
                .extracting(Duration::toString)
                .containsExactly("PT5S", "PT30S", "PT2M", "PT10M", "PT10M", "PT30M");
    }

    @Test
    void aBrokenOutletIsTriedAsLongForItMayGetMended() {
        assertThat(waitsUntilGivenUp(RetrySchedule.CUSTOMER, BROKEN)).hasSize(6);
    }

    @Test
    void aReceiverMayAskForMoreTimeButNotForever() {
        assertThat(RetrySchedule.ON_CALL.waitAfter(1, Duration.ofMinutes(3), 0)).contains(Duration.ofMinutes(3));
        assertThat(RetrySchedule.ON_CALL.waitAfter(1, Duration.ofSeconds(1), 0)).contains(Duration.ofSeconds(5));
        assertThat(RetrySchedule.ON_CALL.waitAfter(1, Duration.ofDays(99), 0)).contains(Duration.ofHours(12));
    }

    @Test
    void jitterOnlyStretchesAWaitByAFifthAtTheMost() {
        assertThat(RetrySchedule.CUSTOMER.waitAfter(2, Duration.ZERO, 0.999_999).orElseThrow())
                .isBetween(Duration.ofSeconds(359), Duration.ofMinutes(6));
    }

    /** Fails it again and again, each time at the moment it was due. */
    private List<Duration> waitsUntilGivenUp(RetrySchedule schedule, Failed failure) {
        List<Duration> waits = new ArrayList<>();
        DeliveryState state = pending;
        while (state instanceof Due due) {
            state = due.after(failure, due.dueAt(), schedule, 0);
            if (state instanceof Due next) {
                waits.add(Duration.between(due.dueAt(), next.dueAt()));
            }
        }
        assertThat(state).isEqualTo(new Exhausted(failure.reason()));
        return waits;
    }
}
