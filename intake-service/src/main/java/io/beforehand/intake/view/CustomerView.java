package io.beforehand.intake.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer: by which names channels know him, and what he asked for.
 *
 * @param id as the channels name him
 * @param requests the latest ones, newest first
 */
public record CustomerView(
        String id,
        @Nullable String name,
        @Nullable String tier,
        @Nullable String locale,
        List<Identity> identities,
        List<RequestSummary> requests) {

    /** @param customerId our own name for the customer on that channel account */
    public record Identity(
            String customerId,
            String channel,
            String account,
            String id,
            @Nullable String name,
            @Nullable String tier,
            @Nullable String locale,
            @Nullable String address,
            @Nullable String timeZone) {

        static Identity of(CustomerRow row) {
            return new Identity(
                    row.id.toString(),
                    row.channel,
                    row.account,
                    row.nativeId,
                    row.name,
                    row.tier,
                    row.locale,
                    row.address,
                    row.timeZone);
        }
    }

    public CustomerView {
        identities = List.copyOf(identities);
        requests = List.copyOf(requests);
    }

    static CustomerView of(List<CustomerRow> customers, List<RequestSummary> requests) {
        CustomerRow first = customers.getFirst();
        return new CustomerView(
                first.nativeId,
                first.name,
                first.tier,
                first.locale,
                customers.stream().map(Identity::of).toList(),
                requests);
    }
}
