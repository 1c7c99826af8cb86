package io.beforehand.notification.request;

import io.beforehand.events.Event;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.SlaEvent.UpdateDue;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the customer of a request has to hear of its progress.
 *
 * @param stage where the request stands
 * @param told what he was last told
 * @param owed whether the clock asked for word since
 * @param waitsUntil when an update that waits to be written goes; null for none. There is one at the most.
 * @param count updates so far, the waiting one included
 */
public record Updates(
        Stage stage, Told told, boolean owed, @Nullable Instant waitsUntil, int count) {

    public static final Updates NONE = new Updates(Stage.OPEN, Told.NOTHING, false, null, 0);

    /** What is to be done about an update. */
    public sealed interface Step {

        /** Nothing. */
        record Rest() implements Step {}

        /** Have one written later, with what is true then. */
        record Later(Instant due) implements Step {}

        /** Tell it now. */
        record Now(News news) implements Step {}
    }

    /** After one more event, whatever it is. */
    Updates after(Event event) {
        return switch (event) {
            case StatusChanged changed when StatusChanged.MERGED.equals(changed.reason()) -> merged();
            case StatusChanged changed -> moved(Stage.of(changed));
            case UpdateDue _ -> new Updates(stage, told, !stage.over(), waitsUntil, count);
            default -> this;
        };
    }

    /** A wait that is over is no news, but makes the next one some, unless it is not even told yet. */
    private Updates moved(Stage to) {
        boolean goesOn = to == Stage.OPEN && told.stage().waits() && waitsUntil == null;
        Told known = goesOn ? new Told(Stage.OPEN, told.owner()) : told;
        return new Updates(to, known, owed && !to.over(), waitsUntil, count);
    }

    /** For the customer nothing is over: it goes on in another request. */
    private Updates merged() {
        return new Updates(Stage.CLOSED, new Told(Stage.CLOSED, told.owner()), false, waitsUntil, count);
    }

    /** What he would have to be told now. */
    News news(Handling handling) {
        boolean newOwner = handling instanceof Handling.Owned(String name)
                && !name.isBlank()
                && !name.equals(told.owner())
                && !stage.over();
        return new News(
                told.differs(stage) ? stage : null,
                newOwner && handling instanceof Handling.Owned(String name) ? name : null,
                owed);
    }

    /**
     * Decides about an update of a request whose acknowledgement is written.
     *
     * @param quiet how long after the acknowledgement no update goes
     */
    Step step(Handling handling, Instant acknowledgedAt, Duration quiet, Instant now) {
        News news = news(handling);
        if (waitsUntil != null || news.equals(News.NONE)) {
            return new Step.Rest();
        }
        Instant loud = acknowledgedAt.plus(quiet);
        return loud.isAfter(now) ? new Step.Later(loud) : new Step.Now(news);
    }

    /** An update waits from now on. */
    Updates waiting(Instant until) {
        return new Updates(stage, told, owed, until, count + 1);
    }

    /** All is told that there was to tell. */
    Updates told(Handling handling) {
        String owner = handling instanceof Handling.Owned(String name) && !stage.over() ? name : told.owner();
        return new Updates(stage, new Told(stage, owner), false, null, waitsUntil == null ? count + 1 : count);
    }

    /** The acknowledgement told who has it, and nothing of where it stands. */
    Updates acknowledged(Handling handling) {
        String owner = handling instanceof Handling.Owned(String name) ? name : "";
        return new Updates(stage, new Told(Stage.OPEN, owner), owed, waitsUntil, count);
    }
}
