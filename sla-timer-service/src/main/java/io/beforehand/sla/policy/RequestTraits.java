package io.beforehand.sla.policy;

import io.beforehand.events.Channel;
import io.beforehand.events.Priority;

/**
 * What a request is, as far as anybody asks here.
 *
 * @param tier empty when there is none
 * @param category empty when there is none
 * @param team empty when there is none
 * @param customer the channel's own identity of the customer
 * @param timeZone the customer's, such as {@code Asia/Shanghai}; empty when it is not known
 */
public record RequestTraits(
        Priority priority,
        String tier,
        Channel channel,
        String category,
        String team,
        String customer,
        String timeZone) {

    /** The same of a customer who goes by another name. */
    public RequestTraits of(String otherCustomer) {
        return new RequestTraits(priority, tier, channel, category, team, otherCustomer, timeZone);
    }
}
