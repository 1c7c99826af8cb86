package io.beforehand.notification.request;

import io.beforehand.events.RequestEvent.CustomerForgotten;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.StreamProgress;
import io.beforehand.notification.language.Language;
import java.time.Duration;
import java.time.Instant;

/**
 * A request as notification sees it, folded from its events.
 *
 * @param progress how far each owner's stream was taken
 */
public record RequestState(
        String id,
        int partition,
        Correspondence correspondence,
        Outlook outlook,
        Acknowledgement acknowledgement,
        Updates updates,
        StreamProgress progress) {

    /** A request just heard of; its acknowledgement waits at most {@code patience} for what makes it honest. */
    public static RequestState opened(
            String id, int partition, RequestOpened opened, Language otherwise, Instant now, Duration patience) {
        Correspondence correspondence = Correspondence.of(opened, otherwise);
        return new RequestState(
                id,
                partition,
                correspondence,
                Outlook.UNKNOWN,
                correspondence.automatic()
                        ? new Acknowledgement.Withheld()
                        : new Acknowledgement.Waiting(now.plus(patience)),
                Updates.NONE,
                StreamProgress.NONE);
    }

    /** The state after one more event, whatever it is. */
    public RequestState after(StreamEvent event) {
        return new RequestState(
                id,
                partition,
                correspondence.after(event.event()),
                outlook.after(event.event()),
                event.event() instanceof CustomerForgotten ? new Acknowledgement.Withheld() : acknowledgement,
                updates.after(event.event()),
                progress.after(event));
    }

    /** Whether the acknowledgement waits and has nothing more to wait for. */
    public boolean readyToAcknowledge() {
        return acknowledgement instanceof Acknowledgement.Waiting && outlook.complete();
    }

    /** The state once the acknowledgement is written. */
    public RequestState acknowledged(Instant now) {
        return new RequestState(
                id,
                partition,
                correspondence,
                outlook,
                new Acknowledgement.Written(now),
                updates.acknowledged(outlook.handling()),
                progress);
    }

    /**
     * Whether the customer is to be told of progress; until the acknowledgement is written, that tells it.
     *
     * @param quiet how long after the acknowledgement no update goes
     */
    public Updates.Step nextUpdate(Duration quiet, Instant now) {
        return acknowledgement instanceof Acknowledgement.Written(Instant at) && !correspondence.isForgotten()
                ? updates.step(outlook.handling(), at, quiet, now)
                : new Updates.Step.Rest();
    }

    /** What an update that waited would tell now; {@link News#NONE} if there is nothing left. */
    public News news() {
        return updates.news(outlook.handling());
    }

    /** The state once an update waits to be written. */
    public RequestState updateWaits(Instant until) {
        return with(updates.waiting(until));
    }

    /** The state once the customer was told all, or had not to be told anything any more. */
    public RequestState updated() {
        return with(updates.told(outlook.handling()));
    }

    private RequestState with(Updates now) {
        return new RequestState(id, partition, correspondence, outlook, acknowledgement, now, progress);
    }
}
