package io.beforehand.notification.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Channel;
import io.beforehand.events.ClockRef;
import io.beforehand.events.Event;
import io.beforehand.events.Metric;
import io.beforehand.events.Owner;
import io.beforehand.events.RequestEvent.CustomerForgotten;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.RoutingEvent.QueueMoved;
import io.beforehand.events.RoutingEvent.RequestReleased;
import io.beforehand.events.RoutingEvent.RequestTransferred;
import io.beforehand.events.SlaEvent.ClockResumed;
import io.beforehand.events.StreamEvent;
import io.beforehand.notification.language.Language;
import io.beforehand.notification.mail.MailThread;
import io.beforehand.notification.testing.Examples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestStateTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant DUE = NOW.plusSeconds(3600);
    private static final Event CLOCK = Examples.clockStarted("r-1", Metric.FIRST_RESPONSE, DUE);

    @Test
    void theAcknowledgementWaitsOneSecondByTheStoredMoment() {
        assertThat(opened().acknowledgement()).isEqualTo(new Acknowledgement.Waiting(NOW.plusSeconds(1)));
    }

    @Test
    void itIsReadyOnceTheClockAndTheOwnerAreKnownInEitherOrder() {
        assertThat(after(CLOCK).readyToAcknowledge()).isFalse();
        assertThat(after(Examples.assigned("Ada")).readyToAcknowledge()).isFalse();
        assertThat(after(CLOCK, Examples.assigned("Ada")).readyToAcknowledge()).isTrue();
        assertThat(after(Examples.assigned("Ada"), CLOCK).readyToAcknowledge()).isTrue();
    }

    @Test
    void aPlaceInTheQueueDoesAsWellAsAnOwner() {
        assertThat(after(CLOCK, Examples.queued(3)).readyToAcknowledge()).isTrue();
    }

    @Test
    void anotherClockIsNoPromiseOfAResponse() {
        Event other = Examples.clockStarted("r-1", Metric.RESOLUTION, DUE);

        assertThat(after(other, Examples.assigned("Ada")).readyToAcknowledge()).isFalse();
    }

    @Test
    void onceWrittenItIsNeverReadyAgain() {
        assertThat(after(CLOCK, Examples.assigned("Ada")).acknowledged(NOW).readyToAcknowledge())
                .isFalse();
    }

    @Test
    void theOutlookFollowsTheLastWord() {
        RequestTransferred transferred = new RequestTransferred("ada", "bo", "Bo", "billing", null);
        ClockResumed resumed = new ClockResumed(ClockRef.of("r-1", Metric.FIRST_RESPONSE, 1), NOW, DUE.plusSeconds(60));

        assertThat(after(Examples.queued(3), Examples.assigned("Ada"), transferred, CLOCK, resumed)
                        .outlook())
                .isEqualTo(new Outlook(new Promise.By(DUE.plusSeconds(60)), new Handling.Owned("Bo")));
        assertThat(after(Examples.assigned("Ada"), new RequestReleased("ada", "released-by-agent"))
                        .outlook()
                        .handling())
                .isEqualTo(new Handling.Unknown());
        assertThat(after(new QueueMoved("billing", 2, null)).outlook().handling())
                .isEqualTo(new Handling.Queued(2));
    }

    @Test
    void whoIsForgottenCannotBeReachedAndIsToldNothingMore() {
        RequestState state = after(CLOCK, new CustomerForgotten("forgotten-1"), Examples.assigned("Ada"));

        assertThat(state.correspondence().isForgotten()).isTrue();
        assertThat(state.correspondence().conversation()).isEmpty();
        assertThat(state.correspondence().thread()).isEqualTo(MailThread.NONE);
        assertThat(state.correspondence().number()).isEqualTo("R-1042");
        assertThat(state.readyToAcknowledge()).isFalse();
        assertThat(state.nextUpdate(Duration.ZERO, NOW.plusSeconds(60))).isEqualTo(new Updates.Step.Rest());
    }

    @Test
    void progressIsKeptPerOwner() {
        RequestState state = after(CLOCK, Examples.assigned("Ada"));

        assertThat(state.progress().of(Owner.SLA)).isEqualTo(1);
        assertThat(state.progress().of(Owner.ROUTING)).isEqualTo(2);
        assertThat(state.progress().of(Owner.REQUESTS)).isZero();
    }

    private static RequestState after(Event... events) {
        RequestState state = opened();
        long sequence = 0;
        for (Event event : events) {
            state = state.after(new StreamEvent("r-1", ++sequence, NOW, null, event));
        }
        return state;
    }

    private static RequestState opened() {
        RequestOpened opened = Examples.opened("R-1042", Channel.CHAT, "default", "zh-TW");
        return RequestState.opened("r-1", 3, opened, Language.ENGLISH, NOW, Duration.ofSeconds(1));
    }
}
