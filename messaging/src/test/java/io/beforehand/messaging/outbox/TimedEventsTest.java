package io.beforehand.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.messaging.outbox.Outbox.Unsent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimedEventsTest {

    private static final Instant DUE = Instant.parse("2026-03-02T09:30:00Z");
    private static final int LANE = 3;
    private static final TimedEvents.Lanes ALL_SENT = (_, _) -> true;
    private static final int MOST = 10;

    private final TimedEvents timed = new TimedEvents(new RelaySignal());
    private final Timed one = timed("one", 7, DUE);

    private static Timed timed(String requestId, long id, Instant at) {
        return new Timed(
                at,
                List.of(new Unsent(LANE, id, new StoredEvent(requestId, 1, "type", at, null, new byte[] {(byte) id}))));
    }

    private void committed(Timed... all) {
        timed.stored(List.of(all));
        timed.committed(List.of(all));
    }

    @Test
    void nothingGoesBeforeItsMoment() {
        // Given
        committed(one, timed("two", 8, DUE.plusMillis(1)));

        // When
        timed.open(LANE, DUE);

        // Then
        assertThat(timed.release(ALL_SENT, MOST)).containsExactly(one);
    }

    @Test
    void nothingGoesThatIsNotCommitted() {
        // Given
        timed.stored(List.of(one));
        timed.open(LANE, DUE);

        // Then
        assertThat(timed.release(ALL_SENT, MOST)).isEmpty();
    }

    @Test
    void nothingOvertakesWhatWasStoredBeforeItInItsLane() {
        // Given
        committed(one);
        timed.open(LANE, DUE);

        // Then
        assertThat(timed.release((_, _) -> false, MOST)).isEmpty();
    }

    @Test
    void whatWasReleasedIsReleasedAgainUntilItIsSent() {
        // Given
        committed(one);
        timed.open(LANE, DUE);
        timed.release(ALL_SENT, MOST);

        // Then
        assertThat(timed.release(ALL_SENT, MOST)).containsExactly(one);
        timed.sent(List.of(one));
        assertThat(timed.release(ALL_SENT, MOST)).isEmpty();
    }

    @Test
    void whatIsTakenBackIsNotReleased() {
        // Given
        committed(one);

        // When
        assertThat(timed.takeBack("one")).isTrue();
        timed.open(LANE, DUE);

        // Then
        assertThat(timed.release(ALL_SENT, MOST)).isEmpty();
        assertThat(timed.takenBack("one")).isEqualTo(one.rows());
    }

    @Test
    void whatIsReleasedCannotBeTakenBack() {
        // Given
        committed(one);
        timed.open(LANE, DUE);
        timed.release(ALL_SENT, MOST);

        // Then
        assertThat(timed.of("one")).isEmpty();
        assertThat(timed.takeBack("one")).isFalse();
    }

    @Test
    void whatIsGivenBackGoesAfterAll() {
        // Given
        committed(one);
        timed.takeBack("one");
        timed.open(LANE, DUE);

        // When
        timed.giveBack(List.of("one"));

        // Then
        assertThat(timed.release(ALL_SENT, MOST)).containsExactly(one);
    }

    @Test
    void whoHasTheRowsLockTakesBackWhatHasNotHeardOfItsCommitYet() {
        // Given
        timed.stored(List.of(one));

        // When
        timed.takeBack("one");
        timed.committed(List.of(one));
        timed.open(LANE, DUE);

        // Then
        assertThat(timed.release(ALL_SENT, MOST)).isEmpty();
    }

    @Test
    void laterEventsOfTheRequestAreBehindUntilItIsSent() {
        // Given
        committed(one);

        // Then
        assertThat(timed.isBehind("one", 8)).isTrue();
        assertThat(timed.isBehind("one", 7)).isFalse();
        assertThat(timed.isBehind("two", 8)).isFalse();
        timed.sent(List.of(one));
        assertThat(timed.isBehind("one", 8)).isFalse();
    }

    @Test
    void whatIsFoundInTheTableDoesNotReplaceWhatIsKnown() {
        // Given
        committed(one);
        timed.takeBack("one");
        timed.open(LANE, DUE);

        // When
        timed.found(List.of(one, timed("two", 8, DUE)));

        // Then
        assertThat(timed.release(ALL_SENT, MOST)).extracting(Timed::requestId).containsExactly("two");
    }

    @Test
    void aLaneThatIsLostTakesItsEventsAlong() {
        // Given
        committed(one);
        timed.open(LANE, DUE);

        // When
        timed.lost(LANE);
        timed.open(LANE, DUE);

        // Then
        assertThat(timed.release(ALL_SENT, MOST)).isEmpty();
        assertThat(timed.soonest()).isEmpty();
    }

    @Test
    void theSoonestGoFirst() {
        // Given
        committed(timed("later", 5, DUE.plusMillis(2)), timed("sooner", 6, DUE.plusMillis(1)), one);
        timed.open(LANE, DUE.plusSeconds(1));

        // Then
        assertThat(timed.soonest()).contains(DUE);
        assertThat(timed.release(ALL_SENT, 2)).extracting(Timed::requestId).containsExactly("one", "sooner");
    }
}
