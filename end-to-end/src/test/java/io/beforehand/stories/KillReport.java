package io.beforehand.stories;

import io.beforehand.stories.AlarmAudit.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;

/** When replicas were killed, and what that meant to alarms. */
final class KillReport {

    private record Stretch(Instant from, Instant to) {}

    private final NavigableSet<Instant> kills = new TreeSet<>();
    private final List<Stretch> unsettled = new ArrayList<>();
    private final List<Duration> takeOvers = new ArrayList<>();

    /** A replica was killed while another may have been dead too; by then both were at work again. */
    void killed(Instant at, Instant untilBothWork) {
        kills.add(at);
        unsettled.add(new Stretch(at, untilBothWork));
    }

    /**
     * A replica was killed and stayed dead, and the other had all that it left.
     *
     * @param promised within which that shall be
     */
    void killedForGood(Instant at, AlarmAudit audit, Duration promised) {
        killed(at, at.plus(promised));
        takeOvers.add(audit.alarms().stream()
                .filter(alarm -> alarm.arrivedAt().isAfter(at))
                .map(alarm -> Duration.between(alarm.due().isBefore(at) ? at : alarm.due(), alarm.arrivedAt()))
                .max(Comparator.naturalOrder())
                .orElseThrow());
    }

    int rounds() {
        return takeOvers.size();
    }

    /** How long after a kill, or after it was due, the last of what the dead replica left was told. */
    List<Duration> takeOvers() {
        return List.copyOf(takeOvers);
    }

    /** Whether at some time between there was a partition without a replica at work for it. */
    boolean isUnsettled(Instant from, Instant to) {
        return unsettled.stream().anyMatch(each -> from.isBefore(each.to()) && to.isAfter(each.from()));
    }

    /** Alarms between whose moments somebody was killed. */
    List<Alarm> interrupted(AlarmAudit audit, Function<Alarm, Instant> from, Function<Alarm, Instant> to) {
        return audit.alarms().stream()
                .filter(alarm -> {
                    Instant next = kills.ceiling(from.apply(alarm));
                    return next != null && next.isBefore(to.apply(alarm));
                })
                .toList();
    }

    String of(AlarmAudit audit) {
        List<Duration> sorted = takeOvers.stream().sorted().toList();
        return """
                %d kills: %d alarms told, %d warnings superseded, %d breaches corrected, %d records copied
                %d alarms due before a kill and sent after it, %d of them decided before it
                all that a dead replica left was told after %s s (median of %d), %s s (worst)
                """.formatted(
                        kills.size(),
                        audit.alarms().size(),
                        audit.superseded().size(),
                        audit.corrected(),
                        audit.copies(),
                        interrupted(audit, Alarm::due, Alarm::sentAt).size(),
                        interrupted(audit, Alarm::decidedAt, Alarm::sentAt).size(),
                        seconds(sorted.get(sorted.size() / 2)),
                        sorted.size(),
                        seconds(sorted.getLast()));
    }

    private static String seconds(Duration duration) {
        return "%.1f".formatted(duration.toMillis() / 1000.0);
    }
}
