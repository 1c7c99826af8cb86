package io.beforehand.intake.request;

import io.beforehand.intake.request.core.Changes;
import io.beforehand.intake.request.core.Outcome;
import io.beforehand.intake.request.core.Receipt;
import io.beforehand.intake.request.core.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is submitted and what comes of it. {@code beforehand_intake_submissions_total} counts accepted submissions by outcome;
 * every one has exactly one.
 */
@Startup
@Singleton
class RequestMetrics {

    private static final List<String> CLASSIFIED_BY = List.of("hint", "classifier", "rule", "default");

    private final Map<Outcome, Counter> submissions = new EnumMap<>(Outcome.class);
    private final Map<String, Counter> classified = new HashMap<>();
    private final MeterRegistry registry;
    private final Timer commits;
    private final DistributionSummary batches;

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Outcome outcome : Outcome.values()) {
            submissions.put(
                    outcome,
                    Counter.builder("beforehand.intake.submissions")
                            .description("Accepted submissions by outcome")
                            .tag("outcome", outcome.wireName())
                            .register(registry));
        }
        for (String by : CLASSIFIED_BY) {
            classified.put(
                    by,
                    Counter.builder("beforehand.intake.classified")
                            .description("Requests opened, by what told their category")
                            .tag("by", by)
                            .register(registry));
        }
        commits = Timer.builder("beforehand.intake.commit")
                .description("From a call's submission to its commit")
                .publishPercentileHistogram()
                .register(registry);
        batches = DistributionSummary.builder("beforehand.intake.batch")
                .description("Calls that shared a commit")
                .register(registry);
    }

    <T> Uni<T> timed(Uni<T> committed) {
        return Uni.createFrom().deferred(() -> {
            Timer.Sample sample = Timer.start(registry);
            return committed.invoke(() -> sample.stop(commits));
        });
    }

    void batch(int calls) {
        batches.record(calls);
    }

    void count(Changes changes) {
        changes.openings().forEach(opening -> {
            String reason = opening.assessment().category().reason();
            int end = reason.indexOf(' ');
            Objects.requireNonNull(classified.get(end < 0 ? reason : reason.substring(0, end)))
                    .increment();
        });
    }

    void count(Verdict verdict) {
        switch (verdict) {
            case Verdict.Accepted(List<Receipt> receipts) ->
                receipts.forEach(receipt -> Objects.requireNonNull(submissions.get(receipt.outcome()))
                        .increment());
            case Verdict.Refused _ -> {} // counted as a problem, by its code
        }
    }
}
