package io.beforehand.sla.policy;

import io.beforehand.time.DurationText;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * At which point of a goal to warn. Written {@code 75%} or {@code 10m before}; a promise of regular word of progress also has
 * {@code update-due}.
 */
public sealed interface WarningMark {

    /**
     * The working time that is used when the warning is due; negative when there is no such point.
     *
     * @param goal whole milliseconds
     */
    Duration usedOf(Duration goal);

    /** As people write it; what names the warning in events. */
    String text();

    /**
     * When this share of the goal is used.
     *
     * @param percent 1 to 99
     */
    record Share(int percent) implements WarningMark {

        public Share {
            if (percent < 1 || percent > 99) {
                throw new IllegalArgumentException("must be between 1% and 99%: " + percent + "%");
            }
        }

        @Override
        public Duration usedOf(Duration goal) {
            return Duration.of(goal.toMillis() * 10 * percent, ChronoUnit.MICROS);
        }

        @Override
        public String text() {
            return percent + "%";
        }
    }

    /**
     * When this much working time is left.
     *
     * @param left more than zero
     */
    record Before(Duration left) implements WarningMark {

        public Before {
            if (!left.isPositive()) {
                throw new IllegalArgumentException("must be some time before, not " + left);
            }
        }

        @Override
        public Duration usedOf(Duration goal) {
            return goal.minus(left);
        }

        @Override
        public String text() {
            return DurationText.print(left) + " before";
        }
    }

    /** When the customer is to be told of progress, so that he has heard before the deadline. */
    UpdateDue UPDATE_DUE = new UpdateDue();

    /** A tenth of the goal before its end, ten minutes before it at the most. */
    record UpdateDue() implements WarningMark {

        private static final Duration LONGEST = Duration.ofMinutes(10);

        @Override
        public Duration usedOf(Duration goal) {
            Duration tenth = Duration.of(goal.toMillis() * 100, ChronoUnit.MICROS);
            return goal.minus(tenth.compareTo(LONGEST) < 0 ? tenth : LONGEST);
        }

        @Override
        public String text() {
            return "update-due";
        }
    }

    /**
     * When a broken promise is to be told again.
     *
     * @param late working time since the deadline, more than zero
     */
    record After(Duration late) implements WarningMark {

        public After {
            if (!late.isPositive()) {
                throw new IllegalArgumentException("must be some time after, not " + late);
            }
        }

        @Override
        public Duration usedOf(Duration goal) {
            return goal.plus(late);
        }

        @Override
        public String text() {
            return DurationText.print(late) + " after";
        }
    }

    /**
     * Any mark, as {@link #text} writes it.
     *
     * @throws IllegalArgumentException saying what is accepted
     */
    static WarningMark parse(String text) {
        Matcher after = Syntax.AFTER.matcher(text);
        if (after.matches()) {
            return new After(DurationText.parse(after.group(1)));
        }
        return text.equals(UPDATE_DUE.text()) ? UPDATE_DUE : beforeDeadline(text);
    }

    /**
     * A mark that any goal may have.
     *
     * @throws IllegalArgumentException saying what is accepted
     */
    static WarningMark beforeDeadline(String text) {
        Matcher share = Syntax.SHARE.matcher(text);
        if (share.matches()) {
            return new Share(Integer.parseInt(share.group(1)));
        }
        Matcher before = Syntax.BEFORE.matcher(text);
        if (before.matches()) {
            return new Before(DurationText.parse(before.group(1)));
        }
        throw new IllegalArgumentException("must be a share such as 75% or a time such as 10m before");
    }

    /** How the two forms are written. */
    final class Syntax {
        private static final Pattern SHARE = Pattern.compile("(\\d{1,3})%");
        private static final Pattern BEFORE = Pattern.compile("(\\S+) before");
        private static final Pattern AFTER = Pattern.compile("(\\S+) after");

        private Syntax() {}
    }
}
