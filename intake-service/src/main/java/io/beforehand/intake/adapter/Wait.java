package io.beforehand.intake.adapter;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a call waits.
 *
 * @param position place in the queue, 1 is next; missing once somebody has it, or while nothing is known
 * @param expected estimate until somebody takes it; missing while there is nothing to estimate from
 * @param owner the name of whoever has it
 */
public record Wait(
        @Nullable Integer position,
        @Nullable Duration expected,
        @Nullable String owner) {

    public static final Wait UNKNOWN = new Wait(null, null, null);
}
