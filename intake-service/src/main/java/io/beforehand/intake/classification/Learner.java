package io.beforehand.intake.classification;

import io.beforehand.intake.IntakeConfig;
import io.beforehand.intake.classification.ExampleStore.Mark;
import io.beforehand.intake.classification.core.Example;
import io.beforehand.intake.classification.core.RuleBook;
import io.beforehand.messaging.transaction.Failures;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Teaches the classifier: what was shipped before the service takes anything, what agents corrected on a thread of its own. It
 * learns anew when there is a correction, a corrected request was deleted or the rules changed, at most once in the time
 * configured.
 */
@ApplicationScoped
class Learner {

    private static final Logger LOG = Logger.getLogger(Learner.class);
    private static final Duration ATMOST = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final RuleLoader rules;
    private final ExampleStore examples;
    private final CurrentClassifier classifier;
    private final IntakeConfig.Classification config;
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("learner").daemon().unstarted(task));

    private @Nullable Lesson last;

    Learner(
            Transactions transactions,
            RuleLoader rules,
            ExampleStore examples,
            CurrentClassifier classifier,
            IntakeConfig config) {
        this.transactions = transactions;
        this.rules = rules;
        this.examples = examples;
        this.classifier = classifier;
        this.config = config.classification();
    }

    /** What there is to learn from. */
    private record Lesson(RuleBook rules, Mark mark) {}

    void start(@Observes StartupEvent event) {
        teach(rules.shipped(), List.of());
        last = new Lesson(rules.shipped(), new Mark(0, null));
        long every = config.learnEvery().toMillis();
        loop.scheduleWithFixedDelay(this::learn, 0, every, TimeUnit.MILLISECONDS);
    }

    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        loop.shutdownNow();
    }

    /** Learns anew if there is anything new. */
    synchronized void learn() {
        try {
            Lesson lesson = await(this::lesson);
            if (!lesson.equals(last)) {
                List<Example> corrections = await(
                        transaction -> examples.latest(transaction, config.maxExamples(), config.leastExamples()));
                teach(lesson.rules(), corrections);
                last = lesson;
            }
        } catch (RuntimeException e) {
            LOG.warnf("Nothing learned yet failure=%s", Failures.describe(e));
        }
    }

    private Uni<Lesson> lesson(Transaction transaction) {
        return rules.current(transaction)
                .flatMap(book -> examples.mark(transaction).map(mark -> new Lesson(book, mark)));
    }

    private void teach(RuleBook book, List<Example> corrections) {
        List<Example> all = Curriculum.of(book, corrections);
        long start = System.nanoTime();
        classifier.learned(MaxentTrainer.train(all));
        LOG.infof(
                "Classifier learned rulesVersion=%d examples=%d corrections=%d millis=%d",
                book.version(), all.size(), corrections.size(), (System.nanoTime() - start) / 1_000_000);
    }

    private <T> T await(Function<Transaction, Uni<T>> work) {
        return transactions.run(work).await().atMost(ATMOST);
    }
}
