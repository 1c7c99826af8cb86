package io.beforehand.sla.waiver;

import io.beforehand.events.ClockRef;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.sla.waiver.Waiver.Outcome;
import io.beforehand.sla.waiver.WaiverRows.Standing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes what people want waived and what they decide, on any replica: under the lock on the request's row no clock of it
 * changes meanwhile. Three statements and a commit each.
 */
@ApplicationScoped
class WaiverDesk {

    private static final Logger LOG = Logger.getLogger(WaiverDesk.class);

    private final Transactions transactions;
    private final WaiverRows rows;
    private final Pool pool;

    WaiverDesk(Transactions transactions, WaiverRows rows, Pool pool) {
        this.transactions = transactions;
        this.rows = rows;
        this.pool = pool;
    }

    /** One of the two decisions. */
    interface Deciding {
        Outcome on(Waiver waiver, Person by, Instant now);
    }

    Uni<Waiver> ask(ClockRef clock, Person by, String reason) {
        return transactions.run(transaction -> {
            Waiver waiver = Waiver.ask(clock, by, reason, transaction.now());
            return rows.lock(transaction.sql(), clock)
                    .invoke(WaiverDesk::mustBeBreached)
                    .chain(() -> rows.add(transaction.sql(), waiver))
                    .map(added -> {
                        if (!added) {
                            throw new ProblemException(ErrorCode.WAIVER_EXISTS);
                        }
                        transaction.afterCommit(() -> told(waiver));
                        return waiver;
                    });
        });
    }

    Uni<Waiver> approve(ClockRef clock, Person by) {
        return transactions.run(transaction -> rows.lock(transaction.sql(), clock)
                .invoke(standing -> {
                    // Of a request that has been forgotten the breach is known from its waiver.
                    if (standing != Standing.REQUEST_UNKNOWN) {
                        mustBeBreached(standing);
                    }
                })
                .chain(() -> decide(transaction, clock, by, Waiver::approve)));
    }

    Uni<Waiver> reject(ClockRef clock, Person by) {
        return transactions.run(transaction -> decide(transaction, clock, by, Waiver::reject));
    }

    Uni<List<WaiverRows.Stored>> in(String state, long after, int limit) {
        return rows.in(pool, state, after, limit);
    }

    private Uni<Waiver> decide(Transaction transaction, ClockRef clock, Person by, Deciding deciding) {
        return rows.latest(transaction.sql(), clock).flatMap(found -> {
            WaiverRows.Stored asked = found.orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
            return switch (deciding.on(asked.waiver(), by, transaction.now())) {
                case Outcome.SecondPersonNeeded() -> throw new ProblemException(ErrorCode.SECOND_PERSON_NEEDED);
                case Outcome.AlreadyDecided() -> throw new ProblemException(ErrorCode.WAIVER_DECIDED);
                case Outcome.Decided(Waiver decided) -> {
                    transaction.afterCommit(() -> told(decided));
                    yield rows.decided(transaction.sql(), asked.id(), decided.decision())
                            .replaceWith(decided);
                }
            };
        });
    }

    private static void mustBeBreached(Standing standing) {
        switch (standing) {
            case REQUEST_UNKNOWN -> throw new ProblemException(ErrorCode.REQUEST_UNKNOWN);
            case CLOCK_UNKNOWN -> throw new ProblemException(ErrorCode.NOT_FOUND);
            case NOT_BREACHED -> throw new ProblemException(ErrorCode.NOT_BREACHED);
            case BREACHED -> {}
        }
    }

    private static void told(Waiver waiver) {
        LOG.infof(
                "Waiver changed clock=%s state=%s",
                waiver.clock().id(), waiver.decision().wireName());
    }
}
