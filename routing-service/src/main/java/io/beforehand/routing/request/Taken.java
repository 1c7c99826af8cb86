package io.beforehand.routing.request;

import io.beforehand.events.StreamEvent;
import io.beforehand.events.StreamProgress;

/**
 * How far a request has come in what routing hears of it.
 *
 * <p>The three sequences beside the progress say which event last set a thing: an older one that fills a hole, because it
 * had been set aside and was replayed, does not set it back.
 *
 * @param status sequence of the last change of status
 * @param facts sequence of the last change of priority, category or team
 * @param due sequence of the last event of the clock that gives the deadline
 */
public record Taken(StreamProgress progress, long status, long facts, long due) {

    public static final Taken NOTHING = new Taken(StreamProgress.NONE, 0, 0, 0);

    Taken with(StreamEvent event) {
        return new Taken(progress.after(event), status, facts, due);
    }

    Taken withStatus(long sequence) {
        return new Taken(progress, sequence, facts, due);
    }

    Taken withFacts(long sequence) {
        return new Taken(progress, status, sequence, due);
    }

    Taken withDue(long sequence) {
        return new Taken(progress, status, facts, sequence);
    }
}
