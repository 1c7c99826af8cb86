package io.beforehand.sla.report;

import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.sla.report.VerdictChanges.Counted;
import io.beforehand.sla.request.Bookkeeping;
import io.beforehand.sla.request.Columns;
import io.beforehand.sla.request.RequestStore.Change;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The rows of verdicts, which outlive their requests.
 *
 * <p>Cost: a clock inserts exactly one row in its life, when it is met or breached, and updates it once if it was breached and
 * is fulfilled after all; a correction updates or deletes it. A batch that decides nothing costs nothing, any other one
 * statement, and a second one if verdicts were withdrawn.
 */
@ApplicationScoped
class VerdictRows implements Bookkeeping {

    /** What the request was stays as it was when the verdict was found. */
    private static final String WRITE = """
            INSERT INTO verdict (at, took_millis, cycle, met, request_id, metric, policy, channel, priority, team, agent)
            SELECT * FROM unnest($1::timestamptz[], $2::bigint[], $3::integer[], $4::boolean[], $5::text[], $6::text[],
                                 $7::text[], $8::text[], $9::text[], $10::text[], $11::text[])
            ON CONFLICT (request_id, metric, cycle) DO UPDATE SET
                at = excluded.at, took_millis = excluded.took_millis, met = excluded.met, policy = excluded.policy,
                team = excluded.team, agent = excluded.agent""";

    private static final String WITHDRAW = """
            DELETE FROM verdict v USING unnest($1::text[], $2::text[], $3::integer[]) AS w (request_id, metric, cycle)
             WHERE v.request_id = w.request_id AND v.metric = w.metric AND v.cycle = w.cycle""";

    @Override
    public Uni<Void> keep(Transaction transaction, List<Change> changes) {
        List<VerdictChanges> verdicts = changes.stream().map(VerdictChanges::of).toList();
        List<Counted> written =
                verdicts.stream().flatMap(each -> each.written().stream()).toList();
        List<Counted> withdrawn =
                verdicts.stream().flatMap(each -> each.withdrawn().stream()).toList();
        return write(transaction, written).chain(() -> withdraw(transaction, withdrawn));
    }

    private static Uni<Void> write(Transaction transaction, List<Counted> verdicts) {
        if (verdicts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .sql()
                .preparedQuery(WRITE)
                .execute(new Columns<>(verdicts)
                        .instants(v -> Optional.of(v.verdict().at()))
                        .longs(v -> v.verdict().took().map(Duration::toMillis).orElse(null))
                        .ints(v -> v.clock().cycle())
                        .bools(v -> v.verdict().isMet())
                        .text(Counted::requestId)
                        .text(v -> v.clock().metric().name())
                        .text(Counted::policy)
                        .text(v -> v.traits().channel().wireName())
                        .text(v -> v.traits().priority().wireName())
                        .text(Counted::team)
                        .text(v -> v.owner().agent())
                        .tuple())
                .replaceWithVoid();
    }

    private static Uni<Void> withdraw(Transaction transaction, List<Counted> verdicts) {
        if (verdicts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .sql()
                .preparedQuery(WITHDRAW)
                .execute(new Columns<>(verdicts)
                        .text(Counted::requestId)
                        .text(v -> v.clock().metric().name())
                        .ints(v -> v.clock().cycle())
                        .tuple())
                .replaceWithVoid();
    }
}
