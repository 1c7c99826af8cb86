package io.beforehand.intake.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are asked for; what is missing does not narrow.
 *
 * @param customer as a channel names him, or our own id of him; any identity of a person stands for all of them
 * @param after the last request of the page before
 */
record RequestFilter(
        @Nullable String customer,
        @Nullable String status,
        @Nullable String channel,
        @Nullable String account,
        @Nullable String conversation,
        @Nullable UUID after) {

    static final String ORDER = " order by r.id desc";

    /** The query, with a parameter for each of {@link #parameters}. */
    String query() {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("customers", "r.customer.id in :customers");
        conditions.put("status", "r.status = :status");
        conditions.put("channel", "r.channel = :channel");
        conditions.put("account", "r.account = :account");
        conditions.put("conversation", "r.conversation = :conversation");
        conditions.put("after", "r.id < :after");
        conditions.keySet().retainAll(parameters(List.of()).keySet());
        String where = conditions.values().stream().collect(Collectors.joining(" and "));
        return "from RequestRow r join fetch r.customer" + (where.isEmpty() ? "" : " where " + where) + ORDER;
    }

    /** @param customers the identities whose requests are asked for, if a customer is */
    Map<String, Object> parameters(List<UUID> customers) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (customer != null) {
            parameters.put("customers", customers);
        }
        put(parameters, "status", status);
        put(parameters, "channel", channel);
        put(parameters, "account", account);
        put(parameters, "conversation", conversation);
        put(parameters, "after", after);
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
