package io.beforehand.localstack.demo;

import io.beforehand.events.ClockRef;
import io.beforehand.events.Event;
import io.beforehand.events.Metric;
import io.beforehand.events.NotificationEvent.UpdateSent;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.SlaEvent.ClockMet;
import io.beforehand.events.SlaEvent.DeadlineBreached;
import io.beforehand.events.SlaEvent.WarningRaised;

/** Counts since the beginning of the run, from what the system told. */
final class Tally {

    private int opened;
    private int inTime;
    private int late;
    private int warnings;
    private int broken;
    private int pages;
    private int updates;

    void count(Event event) {
        switch (event) {
            case RequestOpened _ -> opened++;
            case ClockMet met when isAnswer(met.clock()) && met.late() -> late++;
            case ClockMet met when isAnswer(met.clock()) -> inTime++;
            case WarningRaised _ -> warnings++;
            case DeadlineBreached _ -> broken++;
            case UpdateSent _ -> updates++;
            default -> {}
        }
    }

    void countPage() {
        pages++;
    }

    /** @param open requests that are not settled, {@code waiting} of them have nobody yet */
    String told(int open, int waiting) {
        return "%s came, %d open now (%d of them wait for somebody). Answers: %d in time, %d late. %s, %s broken, on call told %s, %s."
                .formatted(
                        count(opened, "request"),
                        open,
                        waiting,
                        inTime,
                        late,
                        count(warnings, "warning"),
                        count(broken, "promise"),
                        count(pages, "time"),
                        count(updates, "update") + " to customers");
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    private static boolean isAnswer(ClockRef clock) {
        return clock.metric().equals(Metric.FIRST_RESPONSE) || clock.metric().equals(Metric.NEXT_RESPONSE);
    }
}
