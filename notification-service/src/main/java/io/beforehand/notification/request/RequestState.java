package io.beforehand.notification.request;

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
                StreamProgress.NONE);
    }

    /** The state after one more event, whatever it is. */
    public RequestState after(StreamEvent event) {
        return new RequestState(
                id,
                partition,
                correspondence.after(event.event()),
                outlook.after(event.event()),
                acknowledgement,
                progress.after(event));
    }

    /** Whether the acknowledgement waits and has nothing more to wait for. */
    public boolean readyToAcknowledge() {
        return acknowledgement instanceof Acknowledgement.Waiting && outlook.complete();
    }

    /** The state once the acknowledgement is written. */
    public RequestState acknowledged() {
        return new RequestState(id, partition, correspondence, outlook, new Acknowledgement.Written(), progress);
    }
}
