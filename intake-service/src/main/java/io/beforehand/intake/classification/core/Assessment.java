package io.beforehand.intake.classification.core;

import io.beforehand.events.Mood;
import io.beforehand.events.Priority;
import org.jspecify.annotations.Nullable;

/** What a message was taken for. */
public record Assessment(Ranking priority, Topic category, Mood mood) {

    /**
     * How pressing it is.
     *
     * @param reason the id of the rule, {@code hint} or {@code nothing-special}
     */
    public record Ranking(Priority priority, String reason) {

        static final String HINT = "hint";
        static final String NOTHING_SPECIAL = "nothing-special";

        static final Ranking USUAL = new Ranking(Priority.STANDARD, NOTHING_SPECIAL);

        boolean isMorePressingThan(Priority other) {
            // The enum's order is from the most pressing on.
            return priority.compareTo(other) < 0;
        }
    }

    /**
     * What it is about.
     *
     * @param category missing when nothing tells
     * @param reason {@code hint}, {@code classifier 0.87}, {@code rule outage} or {@code default}
     */
    public record Topic(@Nullable String category, String reason) {

        static final Topic UNKNOWN = new Topic(null, "default");

        static Topic suggested(String category) {
            return new Topic(category, Ranking.HINT);
        }
    }
}
