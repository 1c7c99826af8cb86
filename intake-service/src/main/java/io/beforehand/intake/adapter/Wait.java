package io.beforehand.intake.adapter;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a call waits.
 *
 * @param position place in the queue, 1 is next; missing once somebody has it, or while nothing is known
 * @param expected estimate until somebody takes it; missing while there is nothing to estimate from
 * @param owner the name of whoever has it
 * @param locale the account's, in which the caller is spoken to; missing where it has none
 */
public record Wait(
        @Nullable Integer position,
        @Nullable Duration expected,
        @Nullable String owner,
        @Nullable String locale) {

    public static final Wait UNKNOWN = new Wait(null, null, null);

    public Wait(@Nullable Integer position, @Nullable Duration expected, @Nullable String owner) {
        this(position, expected, owner, null);
    }

    /** The same, told in that language. */
    public Wait in(@Nullable String other) {
        return new Wait(position, expected, owner, other);
    }
}
