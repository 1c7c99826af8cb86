package io.beforehand.sla.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A request's history played again from its beginning, with every alarm ringing at its own moment. */
public final class Playback {

    private Playback() {}

    /**
     * @param history in any order
     * @param until alarms due by then have rung
     */
    public static RequestClocks of(String requestId, List<HistoryEntry> history, Instant until) {
        RequestClocks clocks = RequestClocks.of(requestId);
        for (HistoryEntry entry : history.stream().sorted().toList()) {
            Instant at = entry.fact().at();
            // What stops a clock at the deadline's own moment is in time, so the fact comes before the alarm.
            clocks = rung(clocks, due -> due.isBefore(at)).after(entry.fact());
        }
        return rung(clocks, due -> !due.isAfter(until));
    }

    private static RequestClocks rung(RequestClocks clocks, Predicate<Instant> reached) {
        RequestClocks rung = clocks;
        for (Optional<Instant> due = rung.nextAlarm(); due.filter(reached).isPresent(); due = rung.nextAlarm()) {
            rung = rung.ring(due.get(), false);
        }
        return rung;
    }
}
