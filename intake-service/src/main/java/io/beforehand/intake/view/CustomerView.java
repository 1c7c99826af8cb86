package io.beforehand.intake.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person: by which names channels know him, and what he asked for.
 *
 * @param id as a channel names him; of the identity that leads
 * @param customerId our own name of him
 * @param forgottenAt since when nobody knows any more who he was
 * @param identities those of which it is known that they are his; where an id was asked for that several persons have, all of theirs
 * @param requests over all channels, newest first
 * @param next what to pass as {@code after} for the rest; missing at the end
 */
public record CustomerView(
        String id,
        String customerId,
        @Nullable String name,
        @Nullable String tier,
        @Nullable String locale,
        @Nullable Instant forgottenAt,
        List<Identity> identities,
        List<RequestSummary> requests,
        @Nullable String next) {

    /**
     * A customer as one channel account knows him.
     *
     * @param customerId our own name for him
     * @param kind whose ids these are, such as {@code telegram}; missing where an id is the same whoever tells it, and
     *     where no channel's own webhook told it
     * @param mergedInto the customerId of the identity that leads; missing if that is this one
     */
    public record Identity(
            String customerId,
            String channel,
            String account,
            @Nullable String kind,
            String id,
            @Nullable String name,
            @Nullable String tier,
            @Nullable String locale,
            @Nullable String address,
            @Nullable String timeZone,
            @Nullable String mergedInto) {

        static Identity of(CustomerRow row) {
            return new Identity(
                    row.id.toString(),
                    row.channel,
                    row.account,
                    row.kind.isEmpty() ? null : row.kind,
                    row.nativeId,
                    row.name,
                    row.tier,
                    row.locale,
                    row.address,
                    row.timeZone,
                    row.mergedInto == null ? null : row.mergedInto.toString());
        }
    }

    public CustomerView {
        identities = List.copyOf(identities);
        requests = List.copyOf(requests);
    }

    static CustomerView of(List<CustomerRow> customers, RequestPage requests) {
        CustomerRow lead = customers.stream()
                .filter(customer -> customer.mergedInto == null)
                .findFirst()
                .orElseGet(customers::getFirst);
        return new CustomerView(
                lead.nativeId,
                lead.id.toString(),
                lead.name,
                lead.tier,
                lead.locale,
                lead.forgottenAt,
                customers.stream().map(Identity::of).toList(),
                requests.items(),
                requests.next());
    }
}
