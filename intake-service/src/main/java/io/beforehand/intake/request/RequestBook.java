package io.beforehand.intake.request;

import com.github.f4b6a3.uuid.UuidCreator;
import io.beforehand.intake.IntakeConfig;
import io.beforehand.intake.classification.CurrentClassifier;
import io.beforehand.intake.request.BatchLoader.Loaded;
import io.beforehand.intake.request.core.Call;
import io.beforehand.intake.request.core.Decider;
import io.beforehand.intake.request.core.Decider.Decision;
import io.beforehand.intake.request.core.Identifiers;
import io.beforehand.intake.request.core.Reopening;
import io.beforehand.intake.request.core.ReplyTokens;
import io.beforehand.intake.request.core.Touched;
import io.beforehand.intake.request.core.Verdict;
import io.beforehand.messaging.relay.Rush;
import io.beforehand.messaging.transaction.GroupCommit;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Where everything about requests is written down. An answer means that it is committed. */
@ApplicationScoped
public class RequestBook implements Rush {

    /** Unique violation, serialization failure, deadlock: another batch was there first, and looking again settles it. */
    private static final Set<String> LOOK_AGAIN = Set.of("23505", "40001", "40P01");

    private static final int LOOKS = 5;

    /** Waiting calls from which on there is a rush: several commits' worth at a thousand calls a second. */
    private static final int RUSH = 150;

    private final Transactions transactions;
    private final BatchLoader loader;
    private final BatchWriter writer;
    private final ReplySecretStore replySecret;
    private final RequestMetrics metrics;
    private final CurrentClassifier classifier;
    private final Reopening reopening;
    private final Duration deadline;
    private final int maxWaiting;
    private final GroupCommit<Call, Verdict> commits;
    private final AtomicInteger waiting = new AtomicInteger();

    RequestBook(
            Transactions transactions,
            BatchLoader loader,
            BatchWriter writer,
            ReplySecretStore replySecret,
            RequestMetrics metrics,
            CurrentClassifier classifier,
            IntakeConfig config) {
        this.transactions = transactions;
        this.loader = loader;
        this.writer = writer;
        this.replySecret = replySecret;
        this.metrics = metrics;
        this.classifier = classifier;
        this.reopening = new Reopening(
                config.reopen().resolvedWithin(),
                config.reopen().closedWithin(),
                config.reopen().inactivity());
        this.deadline = config.commit().deadline();
        this.maxWaiting = config.commit().maxWaiting();
        this.commits = new GroupCommit<>(
                config.commit().maxCalls(),
                config.commit().inFlight(),
                config.commit().apart(),
                this::commit);
    }

    /**
     * Decides the call and commits what comes of it, together with the calls of others.
     *
     * @return fails with {@link TimeoutException} when it is not known in time whether it was stored
     */
    public Uni<Verdict> submit(Call call) {
        if (waiting.incrementAndGet() > maxWaiting) {
            waiting.decrementAndGet();
            return Uni.createFrom().failure(new TimeoutException("too many calls wait already"));
        }
        // Remembered, so that a caller who gives up does not cut off what is counted here.
        Uni<Verdict> committed = metrics.timed(commits.submit(call))
                .invoke(metrics::count)
                .onItemOrFailure()
                .invoke((_, _) -> waiting.decrementAndGet())
                .memoize()
                .indefinitely();
        return committed
                .ifNoItem()
                .after(deadline)
                .failWith(() -> new TimeoutException("not known to be stored in time"));
    }

    @Override
    public boolean isOn() {
        return waiting.get() > RUSH;
    }

    private Uni<List<Verdict>> commit(List<Call> calls) {
        metrics.batch(calls.size());
        Touched touched = Touched.by(calls);
        return replySecret
                .tokens()
                .flatMap(tokens -> transactions.run(transaction -> decide(transaction, tokens, calls, touched)))
                .onFailure(RequestBook::looksAgain)
                .retry()
                .atMost(LOOKS);
    }

    private Uni<List<Verdict>> decide(Transaction transaction, ReplyTokens tokens, List<Call> calls, Touched touched) {
        return Uni.combine()
                .all()
                .unis(classifier.at(transaction), loader.load(transaction, touched))
                .asTuple()
                .flatMap(read -> write(
                        transaction,
                        new Decider(read.getItem1(), reopening, identifiers(read.getItem2(), tokens))
                                .decide(read.getItem2().known(), calls, transaction.now()),
                        read.getItem2()));
    }

    private Uni<List<Verdict>> write(Transaction transaction, Decision decision, Loaded loaded) {
        return writer.write(transaction, decision.changes(), loaded)
                .invoke(() -> transaction.afterCommit(() -> metrics.count(decision.changes())))
                .replaceWith(decision.verdicts());
    }

    private static Identifiers identifiers(Loaded loaded, ReplyTokens tokens) {
        Iterator<String> numbers = loaded.numbers().iterator();
        return new Identifiers() {
            @Override
            public String next() {
                return UuidCreator.getTimeOrderedEpoch().toString();
            }

            @Override
            public String nextNumber() {
                return numbers.next();
            }

            @Override
            public String replyToken(String requestId) {
                return tokens.of(requestId);
            }
        };
    }

    private static boolean looksAgain(Throwable failure) {
        return failure instanceof OvertakenException
                || (failure instanceof PgException e && LOOK_AGAIN.contains(e.getSqlState()));
    }
}
