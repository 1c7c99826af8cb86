package io.beforehand.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.messaging.outbox.Outbox.StoredTimed;
import io.beforehand.messaging.outbox.Outbox.Unsent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimedEventsTest {

    private static final Instant DUE = Instant.parse("2026-03-02T09:30:00Z");
    private static final int LANE = 3;
    private static final TimedEvents.Lanes ALL_SENT = (_, _) -> true;
    private static final int MOST = 10;

    private final TimedEvents timed = new TimedEvents(new RelaySignal());
    private final Object holder = new Object();
    private final Timed one = timed("one", 7, DUE);

    private static Timed timed(String requestId, long id, Instant at) {
        return timed(LANE, requestId, id, at);
    }

    private static Timed timed(int lane, String requestId, long id, Instant at) {
        return new Timed(
                at,
                List.of(new Unsent(lane, id, new StoredEvent(requestId, 1, "type", at, null, new byte[] {(byte) id}))));
    }

    @BeforeEach
    void ownTheLane() {
        timed.gained(LANE);
    }

    private void committed(Timed... all) {
        timed.stored(List.of(all));
        timed.committed(List.of(all));
    }

    private List<Timed> release() {
        return timed.release(ALL_SENT, MOST);
    }

    @Test
    void nothingGoesThatWasNotLetGo() {
        // Given
        committed(one, timed("two", 8, DUE));

        // When
        timed.open(List.of(one));

        // Then
        assertThat(release()).containsExactly(one);
    }

    @Test
    void nothingGoesThatIsNotCommitted() {
        // Given
        timed.stored(List.of(one));
        timed.open(List.of(one));

        // Then
        assertThat(release()).isEmpty();
    }

    @Test
    void nothingOvertakesWhatWasStoredBeforeItInItsLane() {
        // Given
        committed(one);
        timed.open(List.of(one));

        // Then
        assertThat(timed.release((_, _) -> false, MOST)).isEmpty();
        assertThat(release()).containsExactly(one);
    }

    @Test
    void whatWasReleasedIsReleasedAgainUntilItIsSent() {
        // Given
        committed(one);
        timed.open(List.of(one));
        release();

        // Then
        assertThat(release()).containsExactly(one);
        assertThat(timed.sent(one.rows())).containsExactly(one);
        assertThat(release()).isEmpty();
    }

    @Test
    void whatIsTakenBackIsNotReleased() {
        // Given
        committed(one);
        timed.open(List.of(one));

        // When
        assertThat(timed.takeBack(one, holder)).isTrue();

        // Then
        assertThat(release()).isEmpty();
    }

    @Test
    void whatIsReleasedCannotBeTakenBack() {
        // Given
        committed(one);
        timed.open(List.of(one));
        release();

        // Then
        assertThat(timed.of("one")).isEmpty();
        assertThat(timed.takeBack(one, holder)).isFalse();
    }

    @Test
    void whatIsGivenBackWaitsAgain() {
        // Given
        committed(one);
        timed.takeBack(one, holder);

        // When
        timed.giveBack(List.of(one), holder);

        // Then
        assertThat(timed.overdue(DUE, 10)).containsExactly(one);
    }

    @Test
    void whoHadItInHandBeforeDoesNotGiveBackWhatAnotherHas() {
        // Given
        committed(one);
        timed.takeBack(one, holder);

        // When the lock on the request's row has gone to another
        assertThat(timed.takeBack(one, new Object())).isTrue();
        timed.giveBack(List.of(one), holder);

        // Then
        assertThat(timed.overdue(DUE, 10)).isEmpty();
    }

    @Test
    void whoHasTheRowsLockTakesBackWhatHasNotHeardOfItsCommitYet() {
        // Given
        timed.stored(List.of(one));

        // When
        timed.takeBack(one, holder);
        timed.committed(List.of(one));

        // Then
        assertThat(timed.overdue(DUE, 10)).isEmpty();
    }

    @Test
    void wordOfEarlierEventsOfARequestDoesNothingToLaterOnes() {
        // Given
        Timed later = timed("one", 9, DUE.plusSeconds(1));
        committed(later);

        // When
        timed.gone(List.of(one));
        timed.sent(one.rows());

        // Then
        assertThat(timed.of("one")).contains(later);
    }

    @Test
    void laterEventsOfTheRequestAreBehindUntilItIsSent() {
        // Given
        committed(one);

        // Then
        assertThat(timed.isBehind("one", 8)).isTrue();
        assertThat(timed.isBehind("two", 8)).isFalse();
        timed.open(List.of(one));
        release();
        assertThat(timed.isBehind("one", 8)).isTrue();
        timed.sent(one.rows());
        assertThat(timed.isBehind("one", 8)).isFalse();
    }

    @Test
    void whatNobodyKnowsOfWaitsForTheTableToTell() {
        // Given a commit that failed
        Timed two = timed("two", 8, DUE);
        timed.stored(List.of(one, two));
        timed.uncertain(List.of(one, two), holder);
        assertThat(timed.overdue(DUE, 10)).isEmpty();
        assertThat(timed.isBehind("two", 9)).isTrue();

        // When
        timed.resolved(timed.uncertain(0), Set.of(7L));

        // Then
        assertThat(timed.overdue(DUE, 10)).containsExactly(one);
        assertThat(timed.has("two")).isFalse();
    }

    @Test
    void whatIsInheritedAfterItsMomentMayHaveBeenSentAndIsNotTakenBack() {
        // When
        timed.found(new StoredTimed(List.of(one), List.of()));

        // Then
        assertThat(timed.overdue(DUE, 10)).containsExactly(one);
        assertThat(timed.of("one")).isEmpty();
        assertThat(timed.takeBack(one, holder)).isFalse();
        timed.open(List.of(one));
        assertThat(release()).containsExactly(one);
    }

    @Test
    void aCrowdKeepsNoOtherLane() {
        // Given
        timed.gained(4);
        committed(one, timed("two", 8, DUE), timed(4, "three", 9, DUE.plusMillis(1)));

        // When
        List<Timed> overdue = timed.overdue(DUE.plusMillis(1), 1);

        // Then
        assertThat(overdue).extracting(Timed::requestId).containsExactlyInAnyOrder("one", "three");
        assertThat(timed.soonest()).contains(DUE);
    }

    @Test
    void whatIsInheritedDoesNotHideWhatMayBeTakenBack() {
        // Given
        Timed later = timed("two", 8, DUE.plusMillis(1));
        timed.found(new StoredTimed(List.of(one), List.of()));
        committed(later);

        // Then
        Instant now = DUE.plusMillis(1);
        assertThat(timed.overdueAndTakeable(now, 1)).containsExactly(later);
        assertThat(timed.overdueAndInherited(now, 1)).containsExactly(one);
    }

    @Test
    void whatIsInheritedIsNotTakenBackWhenItMayGoEitherForLaterEventsAreStoredBehindIt() {
        // Given
        timed.found(new StoredTimed(List.of(one), List.of()));

        // When
        timed.open(List.of(one));

        // Then
        assertThat(timed.of("one")).isEmpty();
        assertThat(timed.takeBack(one, holder)).isFalse();
        assertThat(release()).containsExactly(one);
    }

    @Test
    void whatIsFoundInTheTableDoesNotReplaceWhatIsKnown() {
        // Given
        committed(one);
        timed.takeBack(one, holder);

        // When
        timed.found(new StoredTimed(List.of(), List.of(one, timed("two", 8, DUE))));

        // Then
        assertThat(timed.overdue(DUE, 10)).extracting(Timed::requestId).containsExactly("two");
    }

    @Test
    void whatGoesWhileSomebodyLooksIsNotFound() {
        // Given
        committed(one);
        timed.lookBegins();

        // When
        timed.gone(List.of(one));
        timed.found(new StoredTimed(List.of(one), List.of()));
        timed.lookEnds();

        // Then
        assertThat(timed.has("one")).isFalse();
    }

    @Test
    void aLaneThatIsLostTakesItsEventsAlongAndTakesInNoMore() {
        // Given
        committed(one);

        // When
        timed.lost(LANE);
        committed(timed("two", 8, DUE));

        // Then
        assertThat(timed.soonest()).isEmpty();
        assertThat(timed.has("two")).isFalse();
    }

    @Test
    void theSoonestGoFirst() {
        // Given
        Timed later = timed("later", 5, DUE.plusMillis(2));
        Timed sooner = timed("sooner", 6, DUE.plusMillis(1));
        committed(later, sooner, one);

        // Then
        assertThat(timed.soonest()).contains(DUE);
        timed.open(List.of(later, sooner, one));
        assertThat(timed.release(ALL_SENT, 2)).containsExactly(one, sooner);
    }
}
