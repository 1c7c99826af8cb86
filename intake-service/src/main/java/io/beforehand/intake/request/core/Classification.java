package io.beforehand.intake.request.core;

import io.beforehand.events.Priority;
import io.beforehand.intake.request.core.Command.Reclassify;
import org.jspecify.annotations.Nullable;

/** What kind of request it is, as far as anybody has said. */
public record Classification(
        Priority priority,
        @Nullable String tier,
        @Nullable String category,
        @Nullable String team) {

    Classification at(Priority other) {
        return new Classification(other, tier, category, team);
    }

    Classification withTier(@Nullable String other) {
        return new Classification(priority, other == null ? tier : other, category, team);
    }

    Classification with(Reclassify change) {
        return new Classification(
                change.priority() == null ? priority : change.priority(),
                change.tier() == null ? tier : change.tier(),
                change.category() == null ? category : change.category(),
                change.team() == null ? team : change.team());
    }
}
