package io.beforehand.messaging.retention;

import java.time.Duration;

/**
 * How long rows of one table are kept. A bean of this type is a rule; a service makes one for each of its tables that grow.
 *
 * @param table what the metric calls it
 * @param delete deletes at most {@code $2} rows that are older than the moment {@code $1}, a {@code timestamptz}
 * @param keep how long a row stays at the least
 */
public record RetentionRule(String table, String delete, Duration keep) {

    public RetentionRule {
        if (keep.isNegative() || keep.isZero()) {
            throw new IllegalArgumentException("keep must be longer than nothing: " + keep);
        }
    }
}
