package io.beforehand.intake.request.core;

import static io.beforehand.intake.request.core.Desk.anonymous;
import static io.beforehand.intake.request.core.Desk.call;
import static io.beforehand.intake.request.core.Desk.message;
import static io.beforehand.intake.request.core.Desk.reply;
import static io.beforehand.intake.request.core.Desk.status;
import static io.beforehand.intake.request.core.Desk.withoutThreads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether what a customer writes goes on with a request that is over. */
class ReopeningTest {

    private static final Duration MOMENT = Duration.ofNanos(1000);

    @ParameterizedTest
    @CsvSource({
        "resolved, PT0S,       APPENDED",
        "resolved, PT167H59M,  APPENDED",
        "resolved, PT168H,     APPENDED",
        "resolved, PT168H0.1S, OPENED",
        "closed,   PT0S,       OPENED",
        "closed,   PT1H,       OPENED",
    })
    void aResolvedRequestIsReopenedForAWeekAndAClosedOneNever(String over, Duration after, Outcome outcome) {
        // Given
        Desk desk = new Desk();
        Receipt before = desk.accept(message("one"));
        desk.accept(status(before, RequestStatus.of(over)));
        desk.passes(after);

        // When
        Receipt receipt = desk.accept(message("it is back"));

        // Then
        assertThat(receipt.outcome()).isEqualTo(outcome);
    }

    @Test
    void afterThatAnotherOpensThatIsLinkedToIt() {
        // Given
        Desk desk = new Desk();
        Receipt resolved = desk.accept(message("one"));
        desk.accept(status(resolved, RequestStatus.RESOLVED));
        desk.passes(Duration.ofDays(8));

        // When
        Receipt next = desk.accept(message("it is back"));

        // Then
        assertThat(desk.openings.getLast().linkedTo()).isEqualTo(resolved.requestId());
        assertThat(desk.request(resolved).stage().status()).isEqualTo(RequestStatus.RESOLVED);
        assertThat(desk.accept(message("hello?")).requestId()).isEqualTo(next.requestId());
    }

    @Test
    void aClosedRequestIsReopenedWhereATimeForItIsSet() {
        // Given
        Desk desk = new Desk(new Reopening(Duration.ofDays(7), Duration.ofHours(2), Duration.ofHours(24)));
        Receipt closed = desk.accept(message("one"));
        desk.accept(status(closed, RequestStatus.CLOSED));
        desk.passes(Duration.ofHours(2));

        // When
        Receipt receipt = desk.accept(message("it is back"));

        // Then
        assertThat(receipt.requestId()).isEqualTo(closed.requestId());
        assertThat(desk.request(closed).stage().status()).isEqualTo(RequestStatus.OPEN);
        assertThat(desk.events())
                .last()
                .isEqualTo(new StatusChanged(RequestStatus.CLOSED, RequestStatus.OPEN, "customer-messaged", null));
    }

    @Test
    void theTimeCountsFromTheLastThingThatHappened() {
        // Given
        Desk desk = new Desk();
        Receipt resolved = desk.accept(message("one"));
        desk.accept(status(resolved, RequestStatus.RESOLVED));
        desk.passes(Duration.ofDays(6));
        desk.accept(reply(resolved));
        desk.passes(Duration.ofDays(6));

        // When
        Receipt receipt = desk.accept(message("thank you, but no"));

        // Then
        assertThat(receipt.outcome()).isEqualTo(Outcome.APPENDED);
    }

    @Test
    void theTimeCountsToWhenHeWroteNotToWhenItWasReceived() {
        // Given
        Desk desk = new Desk();
        Receipt resolved = desk.accept(message("one"));
        desk.accept(status(resolved, RequestStatus.RESOLVED));
        desk.passes(Duration.ofDays(7).plus(MOMENT));

        // When
        Receipt receipt = desk.accept(
                new Submission(new Identity.Anonymous(), desk.now().minus(MOMENT), message("it was never solved")));

        // Then
        assertThat(receipt.outcome()).isEqualTo(Outcome.APPENDED);
    }

    @ParameterizedTest
    @CsvSource({
        "open,     PT2000H,   APPENDED",
        "pending,  PT2000H,   APPENDED",
        "on-hold,  PT2000H,   APPENDED",
        "resolved, PT24H,     APPENDED",
        "resolved, PT24H0.1S, OPENED",
        "closed,   PT24H,     APPENDED",
        "closed,   PT24H0.1S, OPENED",
    })
    void withoutThreadsInactivityDecidesOnceARequestIsOver(String status, Duration after, Outcome outcome) {
        // Given
        Desk desk = new Desk();
        Receipt before = desk.accept(withoutThreads(message("one")));
        desk.accept(status(before, RequestStatus.of(status)));
        desk.passes(after);

        // When
        Receipt receipt = desk.accept(withoutThreads(message("two")));

        // Then
        assertThat(receipt.outcome()).isEqualTo(outcome);
    }

    @Test
    void aRequestThatIsResolvedAndWrittenToInOneBatchMayNeedANumber() {
        // Given
        Desk desk = new Desk();
        Receipt opened = desk.accept(message("one"));

        // When
        Touched touched = Touched.by(
                List.of(call(anonymous(status(opened, RequestStatus.RESOLVED))), call(anonymous(message("two")))));

        // Then
        assertThat(touched.openingsAtMost(desk.known())).isEqualTo(1);
    }

    @Test
    void aResolvedRequestMayNeedANumberAndALiveOneDoesNot() {
        // Given
        Desk desk = new Desk();
        Receipt opened = desk.accept(message("one"));
        Touched touched = Touched.by(List.of(call(anonymous(message("two")))));
        int whileLive = touched.openingsAtMost(desk.known());

        // When
        desk.accept(status(opened, RequestStatus.RESOLVED));

        // Then
        assertThat(whileLive).isZero();
        assertThat(touched.openingsAtMost(desk.known())).isEqualTo(1);
    }

    @Test
    void aTimeBelowZeroIsRefused() {
        assertThatThrownBy(() -> new Reopening(Duration.ZERO, Duration.ofSeconds(-1), Duration.ZERO))
                .hasMessage("closed-within must not be negative: PT-1S");
    }
}
