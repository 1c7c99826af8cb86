package io.beforehand.routing.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.ClockRef;
import io.beforehand.events.Customer;
import io.beforehand.events.Event;
import io.beforehand.events.Metric;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent.RequestReleased;
import io.beforehand.events.SlaEvent;
import io.beforehand.events.StreamEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestFoldTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Instant DUE = NOW.plus(Duration.ofHours(1));

    @Test
    void anOpenedRequestWaitsForAnyone() {
        // When
        RoutedRequest request = opened();

        // Then
        assertThat(request.place()).isEqualTo(new Place.Waiting(NOW, new Affinity.Anyone(), false));
        assertThat(request.facts())
                .isEqualTo(new RequestFacts(Channel.CHAT, Priority.HIGH, "billing", "", "zh", NOW.minusSeconds(1)));
        assertThat(request.dueAt()).isEqualTo(RoutedRequest.NO_DEADLINE);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "CLOSED"})
    void theOwnerIsReleasedWhenItIsOver(RequestStatus over) {
        // When
        RequestFold.Folded folded = fold(assigned(), status(2, RequestStatus.OPEN, over));

        // Then
        assertThat(folded.told()).containsExactly(new RequestReleased("ada", over.wireName()));
        assertThat(folded.request().place()).isEqualTo(new Place.Ended(NOW, new Affinity.Prefers("ada")));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "ON_HOLD", "OPEN"})
    void theOwnerKeepsItWhileItRests(RequestStatus resting) {
        // When
        RequestFold.Folded folded = fold(assigned(), status(2, RequestStatus.OPEN, resting));

        // Then
        assertThat(folded.request().place()).isEqualTo(assigned().place());
        assertThat(folded.told()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "CLOSED"})
    void reopenedItWaitsForWhoHadIt(RequestStatus over) {
        // When
        RequestFold.Folded folded =
                fold(assigned(), status(2, RequestStatus.OPEN, over), status(3, over, RequestStatus.OPEN));

        // Then
        assertThat(folded.request().place()).isEqualTo(new Place.Waiting(NOW, new Affinity.Prefers("ada"), false));
    }

    @Test
    void aQueuedRequestThatIsOverLeavesTheQueueSilently() {
        // When
        RequestFold.Folded folded = fold(opened(), status(2, RequestStatus.OPEN, RequestStatus.CLOSED));

        // Then
        assertThat(folded.request().place()).isEqualTo(new Place.Ended(NOW, new Affinity.Anyone()));
        assertThat(folded.told()).isEmpty();
    }

    @Test
    void slackIsCountedToTheFirstResponse() {
        // Given
        RoutedRequest started = fold(
                        opened(),
                        clock(
                                1,
                                new SlaEvent.ClockStarted(
                                        first(), NOW, DUE, Duration.ofHours(1), "high", 1, "always", 1)))
                .request();

        // Then
        assertThat(started.dueAt()).isEqualTo(DUE);
        assertThat(fold(started, clock(2, new SlaEvent.ClockMet(first(), NOW, DUE, false)))
                        .request()
                        .dueAt())
                .isEqualTo(RoutedRequest.NO_DEADLINE);
        assertThat(fold(
                                started,
                                clock(
                                        2,
                                        new SlaEvent.ClockStarted(
                                                ClockRef.of("r1", Metric.RESOLUTION, 1),
                                                NOW,
                                                NOW,
                                                Duration.ZERO,
                                                "high",
                                                1,
                                                "always",
                                                1)))
                        .request()
                        .dueAt())
                .isEqualTo(DUE);
    }

    @Test
    void aChangeReplacesWhatDecidesWhoFits() {
        // When
        RequestFold.Folded folded =
                fold(opened(), event(2, new RequestEvent.RequestChanged(Priority.URGENT, null, null, "repair")));

        // Then
        assertThat(folded.request().facts())
                .isEqualTo(new RequestFacts(Channel.CHAT, Priority.URGENT, "", "repair", "zh", NOW.minusSeconds(1)));
    }

    @Test
    void aReplayedEventThatFillsAHoleDoesNotTurnBackWhatCameAfterIt() {
        // Given
        RoutedRequest reopened = fold(assigned(), status(3, RequestStatus.RESOLVED, RequestStatus.OPEN))
                .request();

        // When
        RequestFold.Folded folded = fold(reopened, status(2, RequestStatus.OPEN, RequestStatus.RESOLVED));

        // Then
        assertThat(folded.request().place()).isEqualTo(reopened.place());
        assertThat(folded.told()).isEmpty();
    }

    @Test
    void whoIsForgottenKeepsHisPlace() {
        // When
        RequestFold.Folded folded = fold(assigned(), event(2, new RequestEvent.CustomerForgotten("forgotten-1")));

        // Then
        assertThat(folded.request().place()).isEqualTo(assigned().place());
        assertThat(folded.told()).isEmpty();
    }

    @Test
    void whatIsToldIsNumberedOn() {
        // When
        RoutedRequest.Told told =
                opened().tell(List.of(new RequestReleased("ada", "a"), new RequestReleased("ada", "b")), NOW, null);

        // Then
        assertThat(told.events()).extracting(StreamEvent::sequence).containsExactly(1L, 2L);
        assertThat(told.request().lastSequence()).isEqualTo(2);
    }

    @Test
    void localesAreReducedToTheirLanguage() {
        assertThat(RequestFacts.languageOf("zh-Hant-TW")).isEqualTo("zh");
        assertThat(RequestFacts.languageOf("EN")).isEqualTo("en");
        assertThat(RequestFacts.languageOf(null)).isEmpty();
    }

    private static RoutedRequest opened() {
        Customer customer = new Customer("c1", null, null, "zh-CN", null);
        RequestEvent.RequestOpened opened = new RequestEvent.RequestOpened(
                "R-1",
                Priority.HIGH,
                null,
                "billing",
                null,
                Channel.CHAT,
                "shop",
                "k",
                null,
                customer,
                "m1",
                null,
                NOW,
                null);
        return RequestFold.open(new StreamEvent("r1", 1, NOW.minusSeconds(1), null, opened), opened, NOW);
    }

    private static RoutedRequest assigned() {
        return opened().at(new Place.Assigned("ada", NOW));
    }

    private static RequestFold.Folded fold(RoutedRequest request, StreamEvent... events) {
        return RequestFold.fold(request, List.of(events), NOW);
    }

    private static StreamEvent status(long sequence, RequestStatus from, RequestStatus to) {
        return event(sequence, new RequestEvent.StatusChanged(from, to, null, null));
    }

    private static StreamEvent clock(long sequence, SlaEvent event) {
        return event(sequence, event);
    }

    private static ClockRef first() {
        return ClockRef.of("r1", Metric.FIRST_RESPONSE, 1);
    }

    private static StreamEvent event(long sequence, Event event) {
        return new StreamEvent("r1", sequence, NOW, null, event);
    }
}
