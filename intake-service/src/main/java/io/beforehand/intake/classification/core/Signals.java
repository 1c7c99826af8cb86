package io.beforehand.intake.classification.core;

import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a message is classified by.
 *
 * @param sender the customer as the channel names him; of a mail the address
 * @param suggestedCategory what the channel says it is about
 * @param suggestedPriority how pressing the channel says it is
 * @param affectedCustomers how many customers have the problem
 * @param amount what is in dispute, in the organisation's own currency
 * @param security whether security is touched
 */
public record Signals(
        Channel channel,
        String sender,
        @Nullable String tier,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String suggestedCategory,
        @Nullable Priority suggestedPriority,
        @Nullable Integer affectedCustomers,
        @Nullable BigDecimal amount,
        boolean security) {

    /** Subject and text in one; empty if there is neither. */
    String said() {
        String body = text == null ? "" : text;
        return subject == null ? body : subject + "\n" + body;
    }
}
