package io.beforehand.intake.request.core;

import io.beforehand.events.Mood;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about why a request is what it is, where that became different; what is missing stays as it was.
 *
 * @param taughtCategory what somebody set as its category, to be learned from
 */
public record Relabelling(
        @Nullable String priorityReason,
        @Nullable String categoryReason,
        @Nullable Mood mood,
        @Nullable String taughtCategory) {

    /** Somebody said so, an agent or another system. */
    static final String CHANGED = "changed";

    static Relabelling raised(String reason, Mood mood) {
        return new Relabelling(reason, null, mood, null);
    }

    static Relabelling angered() {
        return new Relabelling(null, null, Mood.ANGRY, null);
    }

    static Relabelling by(Classification before, Classification after) {
        boolean other = !Objects.equals(before.category(), after.category());
        return new Relabelling(
                before.priority() == after.priority() ? null : CHANGED,
                other ? CHANGED : null,
                null,
                other ? after.category() : null);
    }

    /** This and then that. */
    Relabelling and(Relabelling later) {
        return new Relabelling(
                Profile.or(later.priorityReason, priorityReason),
                Profile.or(later.categoryReason, categoryReason),
                later.mood == null ? mood : later.mood,
                Profile.or(later.taughtCategory, taughtCategory));
    }
}
