package io.beforehand.intake.request.core;

import io.beforehand.events.Priority;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the sender knows about how much depends on a message.
 *
 * @param affectedCustomers how many customers have the problem
 * @param amount what is in dispute, in the organisation's own currency
 * @param security whether security is touched
 */
public record Hints(
        @Nullable String category,
        @Nullable Priority priority,
        @Nullable Integer affectedCustomers,
        @Nullable BigDecimal amount,
        boolean security) {

    public static final Hints NONE = new Hints(null, null, null, null, false);
}
