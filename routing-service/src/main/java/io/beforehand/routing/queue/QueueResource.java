package io.beforehand.routing.queue;

import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import io.beforehand.http.Paging;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.http.security.Roles;
import io.beforehand.messaging.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/queue}: who waits, in what order, how long it will take. */
@Path("/v1/queue")
@RolesAllowed(Roles.OPERATOR)
public class QueueResource {

    private final Transactions transactions;
    private final Queues queues;

    QueueResource(Transactions transactions, Queues queues) {
        this.transactions = transactions;
        this.queues = queues;
    }

    /** A page of a queue, or of all queues one after the other. */
    public record QueuePage(List<QueueItem> items) {}

    /**
     * A request that waits.
     *
     * @param slack time left until the first response is due, negative when that has passed
     */
    public record QueueItem(
            String requestId,
            @Nullable String team,
            int position,
            @Nullable Duration expectedWait,
            Instant since,
            @Nullable Duration slack,
            Priority priority,
            Channel channel) {

        static QueueItem of(Queues.Estimate estimate, Instant now) {
            QueuePlace place = estimate.place();
            return new QueueItem(
                    place.requestId(),
                    estimate.team(),
                    place.position(),
                    estimate.expectedWait().orElse(null),
                    place.since(),
                    place.dueAt().map(dueAt -> Duration.between(now, dueAt)).orElse(null),
                    place.priority(),
                    place.demand().channel());
        }
    }

    /**
     * @param team only this team's queue; an empty one is the queue of no team
     * @param after only positions after this one; positions count in one queue, so it goes with {@code team} only
     */
    @GET
    public Uni<QueuePage> list(
            @QueryParam("team") @Nullable String team,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int atMost = Paging.limit(limit);
        if (after != null && team == null) {
            throw ProblemException.invalidField("after", "goes with team only");
        }
        long from = after == null ? 0 : Paging.number("after", after, 0, Integer.MAX_VALUE);
        return transactions.run(
                transaction -> queues.list(transaction, queue -> team == null || queue.equals(team), from, atMost)
                        .map(estimates -> new QueuePage(estimates.stream()
                                .map(estimate -> QueueItem.of(estimate, transaction.now()))
                                .toList())));
    }
}
