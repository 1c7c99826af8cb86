package io.beforehand.notification.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.ClockRef;
import io.beforehand.events.Event;
import io.beforehand.events.Metric;
import io.beforehand.events.Party;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.RoutingEvent.RequestReleased;
import io.beforehand.events.RoutingEvent.RequestTransferred;
import io.beforehand.events.SlaEvent.UpdateDue;
import io.beforehand.events.StreamEvent;
import io.beforehand.notification.language.Language;
import io.beforehand.notification.request.Updates.Step;
import io.beforehand.notification.testing.Examples;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UpdatesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final Duration QUIET = Duration.ofMinutes(5);
    private static final Event ADA = Examples.assigned("Ada");
    private static final Event TO_BO = new RequestTransferred("ada", "bo", "Bo", "billing", null);
    private static final Event TO_ADA = new RequestTransferred("bo", "ada", "Ada", "billing", null);
    private static final Event DUE = new UpdateDue(ClockRef.of("r-1", Metric.UPDATE, 1), NOW.plusSeconds(1));

    private RequestState request = RequestState.opened(
            "r-1", 3, Examples.openedByMail("R-1042", "default", false), Language.ENGLISH, NOW, Duration.ofSeconds(1));

    @Test
    void whatTheAcknowledgementToldIsNoNews() {
        hear(ADA);
        assertThat(step(LATER)).isEqualTo(new Step.Rest());
        acknowledge();
        assertThat(step(LATER)).isEqualTo(new Step.Rest());
    }

    @Test
    void theFirstOwnerAfterTheAcknowledgementIsToldAndSoIsTheNext() {
        acknowledge();
        hear(ADA);
        assertThat(step(LATER)).isEqualTo(new Step.Now(new News(null, "Ada", false)));
        tell();
        hear(TO_BO);
        assertThat(step(LATER)).isEqualTo(new Step.Now(new News(null, "Bo", false)));
    }

    @Test
    void shortlyAfterTheAcknowledgementOneUpdateWaitsAndNoSecondOne() {
        acknowledge();
        hear(ADA);
        Instant loud = NOW.plus(QUIET);
        assertThat(step(NOW.plusSeconds(1))).isEqualTo(new Step.Later(loud));
        request = request.updateWaits(loud);
        hear(changed(RequestStatus.PENDING));
        assertThat(step(NOW.plusSeconds(2))).isEqualTo(new Step.Rest());
        assertThat(request.news()).isEqualTo(new News(Stage.PENDING, "Ada", false));
        assertThat(request.updated().updates().count()).isEqualTo(1);
    }

    @Test
    void whatIsUndoneBeforeItIsToldLeavesNothingToTell() {
        hear(ADA);
        acknowledge();
        hear(TO_BO);
        request = request.updateWaits(NOW.plus(QUIET));
        hear(TO_ADA, changed(RequestStatus.PENDING), changed(RequestStatus.OPEN));
        assertThat(request.news()).isEqualTo(News.NONE);
    }

    @Test
    void goingOnAfterAWaitIsNoNewsButTheNextWaitIs() {
        acknowledge();
        hear(changed(RequestStatus.PENDING));
        tell();
        hear(changed(RequestStatus.OPEN));
        assertThat(step(LATER)).isEqualTo(new Step.Rest());
        hear(changed(RequestStatus.PENDING));
        assertThat(step(LATER)).isEqualTo(new Step.Now(new News(Stage.PENDING, null, false)));
    }

    @Test
    void aWaitForSomebodyElseIsNotPutOnTheCustomer() {
        acknowledge();
        hear(changed(RequestStatus.PENDING, Party.SUPPLIER));
        assertThat(request.news().stage()).isEqualTo(Stage.ON_HOLD);
    }

    @Test
    void closingWhatIsResolvedIsNoNewsButOpeningItAgainIs() {
        acknowledge();
        hear(ADA);
        tell();
        hear(changed(RequestStatus.RESOLVED), new RequestReleased("ada", "resolved"));
        assertThat(step(LATER)).isEqualTo(new Step.Now(new News(Stage.RESOLVED, null, false)));
        tell();
        hear(changed(RequestStatus.CLOSED));
        assertThat(step(LATER)).isEqualTo(new Step.Rest());
        hear(changed(RequestStatus.OPEN), ADA);
        assertThat(request.news().reopened()).isTrue();
        assertThat(request.news().owner()).isNull();
    }

    @Test
    void aRequestThatGoesOnInAnotherIsNotToldToBeClosed() {
        acknowledge();
        hear(ADA);
        tell();
        hear(new StatusChanged(RequestStatus.OPEN, RequestStatus.CLOSED, StatusChanged.MERGED, null));
        assertThat(request.news()).isEqualTo(News.NONE);
    }

    @Test
    void whoClosesAnOpenRequestTellsItsCustomer() {
        acknowledge();
        hear(changed(RequestStatus.CLOSED));
        assertThat(request.news().stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void whenWordIsDueItIsGivenThoughNothingChanged() {
        hear(ADA);
        acknowledge();
        hear(DUE);
        assertThat(step(LATER)).isEqualTo(new Step.Now(new News(null, null, true)));
        tell();
        assertThat(step(LATER)).isEqualTo(new Step.Rest());
    }

    @Test
    void noWordIsDueOfWhatIsOver() {
        acknowledge();
        hear(changed(RequestStatus.RESOLVED));
        tell();
        hear(DUE);
        assertThat(step(LATER)).isEqualTo(new Step.Rest());
    }

    @Test
    void aMachineIsToldNothing() {
        request = RequestState.opened(
                "r-1", 3, Examples.openedByMail("R-1", "default", true), Language.ENGLISH, NOW, Duration.ofSeconds(1));
        hear(ADA, changed(RequestStatus.PENDING), DUE);
        assertThat(step(LATER)).isEqualTo(new Step.Rest());
    }

    private void hear(Event... events) {
        for (Event event : events) {
            request = request.after(new StreamEvent("r-1", 1, NOW, null, event));
        }
    }

    private void acknowledge() {
        request = request.acknowledged(NOW);
    }

    private void tell() {
        request = request.updated();
    }

    private Step step(Instant now) {
        return request.nextUpdate(QUIET, now);
    }

    private static Event changed(RequestStatus to) {
        return changed(to, null);
    }

    private static Event changed(RequestStatus to, @Nullable Party party) {
        return new StatusChanged(RequestStatus.OPEN, to, null, party);
    }
}
