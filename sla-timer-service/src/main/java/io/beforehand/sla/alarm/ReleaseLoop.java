package io.beforehand.sla.alarm;

import io.beforehand.messaging.listener.InputCurrency;
import io.beforehand.messaging.listener.InputCurrency.Ends;
import io.beforehand.messaging.outbox.Timed;
import io.beforehand.messaging.outbox.TimedEvents;
import io.beforehand.messaging.partition.NotOwnerException;
import io.beforehand.messaging.partition.PartitionKeeper;
import io.beforehand.messaging.transaction.Failures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Lets the warnings that were given ahead go out at their moment: once everything that the topics held then has been heard, for
 * it may have made them needless. Those that would have to wait for long are taken back, and ring like any other alarm.
 */
@ApplicationScoped
class ReleaseLoop {

    private static final Logger LOG = Logger.getLogger(ReleaseLoop.class);
    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);
    /**
     * The longest rest after a question. It costs brokers as much as a record, so there is as much rest as the answer took: where
     * they, or the processors, have much to do, more warnings share a question.
     */
    private static final Duration LONGEST_REST = Duration.ofMillis(2);

    private static final Duration AFTER_FAILURE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration BROKERS = Duration.ofSeconds(1);

    /** How long after its moment a warning may wait here: longer than events take to be heard under load. */
    private static final Duration LATE = Duration.ofSeconds(2);

    /** Taken back in one transaction, at most, of each partition. */
    private static final int MOST_TAKEN_BACK = 20;

    /** Asked about at a time, at most, of each partition: one that has to wait keeps no other. */
    private static final int MOST_OF_A_PARTITION = 200;

    private final TimedEvents timed;
    private final InputCurrency inputs;
    private final AheadBell bell;
    private final DatabaseTime time;
    private final Duration hold;
    private final PartitionKeeper keeper;
    private final List<Question> questions = new ArrayList<>();
    private long restUntil = System.nanoTime();
    private volatile boolean running = true;

    /** What must have been heard before those may go. */
    private record Question(int partition, Ends ends, Set<Timed> about) {}

    ReleaseLoop(
            TimedEvents timed,
            InputCurrency inputs,
            AheadBell bell,
            DatabaseTime time,
            AlarmConfig config,
            PartitionKeeper keeper) {
        this.timed = timed;
        this.inputs = inputs;
        this.bell = bell;
        this.time = time;
        this.hold = config.hold();
        this.keeper = keeper;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("alarms-release").daemon().start(this::run);
    }

    /** What was given ahead goes out as long as there is somebody to send it. */
    void stop(@Observes ShutdownEvent event) {
        running = false;
    }

    private void run() {
        while (running) {
            try {
                release();
            } catch (RuntimeException e) {
                LOG.debugf("Warnings are not let go yet failure=%s", Failures.describe(e));
                questions.clear();
                LockSupport.parkNanos(AFTER_FAILURE.toNanos());
            }
        }
    }

    private void release() {
        LockSupport.parkNanos(restUntil - System.nanoTime());
        Instant now = time.now();
        List<Timed> waiting = timed.overdue(now, MOST_OF_A_PARTITION);
        Set<Timed> still = Set.copyOf(waiting);
        questions.forEach(question -> question.about().retainAll(still));
        questions.removeIf(question -> question.about().isEmpty());
        if (waiting.isEmpty()) {
            LockSupport.parkNanos(untilNext(now).toNanos());
            return;
        }
        ask(waiting);
        questions.removeIf(this::isAnswered);
        takeBack(timed.overdueAndTakeable(now.minus(LATE), MOST_TAKEN_BACK));
        timed.open(timed.overdueAndInherited(now.minus(hold), MOST_OF_A_PARTITION));
    }

    private void ask(List<Timed> waiting) {
        Set<Timed> asked = questions.stream()
                .flatMap(question -> question.about().stream())
                .collect(Collectors.toSet());
        Map<Integer, Set<Timed>> unasked = waiting.stream()
                .filter(each -> !asked.contains(each))
                .collect(Collectors.groupingBy(Timed::lane, Collectors.toSet()));
        if (unasked.isEmpty()) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        } else {
            long asks = System.nanoTime();
            Ends ends = inputs.ends(unasked.keySet()).await().atMost(BROKERS);
            long answered = System.nanoTime();
            restUntil = answered + Math.min(answered - asks, LONGEST_REST.toNanos());
            unasked.forEach((partition, about) -> questions.add(new Question(partition, ends, about)));
        }
    }

    private boolean isAnswered(Question question) {
        boolean heard = inputs.reached(question.ends(), question.partition());
        if (heard) {
            timed.open(question.about());
        }
        return heard;
    }

    /** One that cannot be taken back does not keep the others. */
    private void takeBack(List<Timed> late) {
        if (late.isEmpty()) {
            return;
        }
        try {
            bell.takeBack(late).await().atMost(PATIENCE);
            // What nobody could take back is about nothing that is known any more; it goes out as it is.
            timed.open(late);
        } catch (NotOwnerException e) {
            keeper.giveUp(e.partitions());
        } catch (RuntimeException e) {
            LOG.warnf("Late warnings are not taken back count=%s failure=%s", late.size(), Failures.describe(e));
            if (late.size() > 1) {
                late.forEach(each -> takeBack(List.of(each)));
            }
        }
    }

    private Duration untilNext(Instant now) {
        return timed.soonest()
                .map(at -> Duration.between(now, at))
                .filter(wait -> wait.compareTo(IDLE) < 0)
                .orElse(IDLE);
    }
}
