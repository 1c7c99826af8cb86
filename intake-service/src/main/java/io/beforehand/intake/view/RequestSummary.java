package io.beforehand.intake.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request without what was said in it.
 *
 * @param mood in which it was opened, or angry since the customer wrote so
 * @param language in which it was opened, if that could be told
 */
public record RequestSummary(
        String id,
        String number,
        String status,
        String priority,
        String priorityReason,
        Reasons reasons,
        @Nullable String mood,
        @Nullable String language,
        @Nullable String tier,
        @Nullable String category,
        @Nullable String team,
        String channel,
        String account,
        String conversation,
        @Nullable String subject,
        CustomerSummary customer,
        Instant openedAt,
        Instant receivedAt,
        Instant changedAt) {

    /** Why it is what it is: the id of a rule, {@code hint}, {@code changed} and so on. */
    public record Reasons(String priority, @Nullable String category) {}

    /** @param id as the channel names him */
    public record CustomerSummary(
            String id,
            @Nullable String name,
            @Nullable String tier,
            @Nullable String locale) {}

    static RequestSummary of(RequestRow row) {
        return new RequestSummary(
                row.id.toString(),
                row.number,
                row.status,
                row.priority,
                row.priorityReason,
                new Reasons(row.priorityReason, row.categoryReason),
                row.mood,
                row.language,
                row.tier,
                row.category,
                row.team,
                row.channel,
                row.account,
                row.conversation,
                row.subject,
                new CustomerSummary(row.customer.nativeId, row.customer.name, row.customer.tier, row.customer.locale),
                row.openedAt,
                row.receivedAt,
                row.changedAt);
    }
}
