package io.beforehand.events;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one clock.
 *
 * @param id {@code requestId:metric:cycle}
 * @param cycle counts the clock's turns within the request from 1: a reopened request is resolved twice
 */
public record ClockRef(String id, Metric metric, int cycle) {

    /** The clock of that metric and cycle in a request. */
    public static ClockRef of(String requestId, Metric metric, int cycle) {
        return new ClockRef(requestId + ":" + metric.name() + ":" + cycle, metric, cycle);
    }

    /** The clock of that id, if it is one. */
    public static Optional<ClockRef> parse(String id) {
        Matcher parts = Syntax.ID.matcher(id);
        return parts.matches()
                ? Optional.of(new ClockRef(id, new Metric(parts.group(2)), Integer.parseInt(parts.group(3))))
                : Optional.empty();
    }

    /** Whose clock it is. */
    public String requestId() {
        return id.substring(
                0,
                id.length() - metric.name().length() - Integer.toString(cycle).length() - 2);
    }

    /** How the id is written. */
    private static final class Syntax {
        private static final Pattern ID = Pattern.compile("(.+):([a-z0-9][a-z0-9-]{0,63}):([1-9]\\d{0,8})");

        private Syntax() {}
    }
}
