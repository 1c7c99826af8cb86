package io.beforehand.sla.request;

import io.beforehand.events.SlaEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.StreamProgress;
import io.beforehand.events.TraceContext;
import io.beforehand.sla.clock.Ahead;
import io.beforehand.sla.clock.HistoryEntry.Place;
import io.beforehand.sla.clock.QueueForecast;
import io.beforehand.sla.clock.RequestClocks;
import io.beforehand.sla.policy.RequestTraits;
import io.beforehand.sla.request.NextAlarms.NextAlarm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as its row and its clocks hold it. */
public record WatchedRequest(
        Origin origin,
        RequestTraits traits,
        Owners owners,
        RequestClocks clocks,
        QueueForecast forecast,
        Position position) {

    /**
     * Where it comes from.
     *
     * @param partition where it lives
     * @param trace the one that its opening belonged to
     */
    public record Origin(int partition, @Nullable TraceContext trace) {}

    /**
     * How far it has come.
     *
     * @param head the place of the last fact folded into the clocks
     * @param heard how far the streams of others have been taken
     * @param told the last sequence given out in this service's own stream
     * @param revision raised with every change; 0 before the first
     */
    public record Position(Place head, StreamProgress heard, long told, long revision) {

        Position heard(Place newHead, StreamProgress progress) {
            return new Position(newHead, progress, told, revision);
        }

        Position told(int events) {
            return new Position(head, heard, told + events, revision + 1);
        }
    }

    public String id() {
        return clocks.requestId();
    }

    /** The request with its clocks as they are after so many events were told. */
    public WatchedRequest told(RequestClocks changed, int events) {
        return new WatchedRequest(origin, traits, owners, changed, forecast, position.told(events));
    }

    /** Whether another version of it differs in no more than its clocks, their alarms and what was told of them. */
    boolean isTheSameButForItsClocks(WatchedRequest other) {
        return position.revision() > 0
                && traits.equals(other.traits)
                && owners.equals(other.owners)
                && forecast.equals(other.forecast)
                && clocks.situation().equals(other.clocks.situation())
                && clocks.policy().equals(other.clocks.policy())
                && position.head().equals(other.position.head())
                && position.heard().equals(other.position.heard());
    }

    WatchedRequest with(RequestClocks other) {
        return new WatchedRequest(origin, traits, owners, other, forecast, position);
    }

    WatchedRequest with(QueueForecast judged) {
        return new WatchedRequest(origin, traits, owners, clocks, judged, position);
    }

    /** Events at their places in this service's stream of the request, after those that were told before. */
    public List<StreamEvent> sequenced(List<SlaEvent> events, Instant now, @Nullable TraceContext cause) {
        List<StreamEvent> sequenced = new ArrayList<>(events.size());
        TraceContext trace = cause == null ? origin.trace() : cause;
        for (SlaEvent event : events) {
            long sequence = position.told() + sequenced.size() + 1;
            sequenced.add(
                    new StreamEvent(id(), sequence, happened(event, now), trace == null ? null : trace.next(), event));
        }
        return sequenced;
    }

    public NextAlarm nextAlarm() {
        return new NextAlarm(id(), origin.partition(), clocks.nextAlarm(), Ahead.isNext(clocks), position.revision());
    }

    private static Instant happened(SlaEvent event, Instant now) {
        return switch (event) {
            case SlaEvent.ClockStarted started -> started.startedAt();
            case SlaEvent.ClockPaused paused -> paused.pausedAt();
            case SlaEvent.ClockResumed resumed -> resumed.resumedAt();
            case SlaEvent.ClockMet met -> met.metAt();
            case SlaEvent.ClockCancelled cancelled -> cancelled.cancelledAt();
            case SlaEvent.DeadlineBreached breached -> breached.dueAt();
            case SlaEvent.WarningRaised _,
                    SlaEvent.WarningWithdrawn _,
                    SlaEvent.BreachForecast _,
                    SlaEvent.BreachEscalated _,
                    SlaEvent.UpdateDue _,
                    SlaEvent.OutcomeCorrected _ -> now;
        };
    }
}
