package io.beforehand.sla.alarm;

import io.beforehand.messaging.listener.InputCurrency;
import io.beforehand.messaging.listener.InputCurrency.Ends;
import io.beforehand.messaging.outbox.Timed;
import io.beforehand.messaging.outbox.TimedEvents;
import io.beforehand.messaging.transaction.Failures;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
    private static final Duration AFTER_FAILURE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How long after its moment a warning may wait here: a little longer than events take to be heard under load. */
    private static final Duration LATE = Duration.ofMillis(250);

    private final TimedEvents timed;
    private final InputCurrency inputs;
    private final AheadBell bell;
    private final DatabaseTime time;
    private final Map<Integer, Instant> opened = new HashMap<>();
    private final List<Question> questions = new ArrayList<>();
    private volatile boolean running = true;

    /** What must have been heard before what was due at that moment may go. */
    private record Question(int partition, Instant asked, Ends ends) {}

    ReleaseLoop(TimedEvents timed, InputCurrency inputs, AheadBell bell, DatabaseTime time) {
        this.timed = timed;
        this.inputs = inputs;
        this.bell = bell;
        this.time = time;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("alarms-release").daemon().start(this::run);
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
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
        Instant now = time.now();
        List<Timed> waiting = timed.overdue(now).stream()
                .filter(each -> each.at().isAfter(opened.getOrDefault(each.lane(), Instant.MIN)))
                .toList();
        if (waiting.isEmpty()) {
            questions.clear();
            LockSupport.parkNanos(untilNext(now).toNanos());
            return;
        }
        List<Timed> late = waiting.stream()
                .filter(each -> each.at().isBefore(now.minus(LATE)))
                .toList();
        if (!late.isEmpty()) {
            takeBack(late);
        }
        Set<Integer> unasked = waiting.stream()
                .filter(each -> questions.stream()
                        .noneMatch(question -> question.partition() == each.lane()
                                && !question.asked().isBefore(each.at())))
                .map(Timed::lane)
                .collect(Collectors.toSet());
        if (unasked.isEmpty()) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        } else {
            Ends ends = inputs.ends(unasked).await().atMost(LATE);
            unasked.forEach(partition -> questions.add(new Question(partition, now, ends)));
        }
        questions.removeIf(this::isAnswered);
    }

    /** What nobody could take back is about nothing that is known any more; it goes out as it is. */
    private void takeBack(List<Timed> late) {
        bell.takeBack(late).await().atMost(PATIENCE);
        late.stream()
                .filter(each ->
                        timed.of(each.requestId()).filter(each.at()::equals).isPresent())
                .forEach(each -> timed.open(each.lane(), each.at()));
    }

    private boolean isAnswered(Question question) {
        boolean heard = inputs.reached(question.ends(), question.partition());
        if (heard) {
            opened.merge(question.partition(), question.asked(), (a, b) -> a.isAfter(b) ? a : b);
            timed.open(question.partition(), question.asked());
        }
        return heard;
    }

    private Duration untilNext(Instant now) {
        return timed.soonest()
                .filter(at -> at.isAfter(now))
                .map(at -> Duration.between(now, at))
                .filter(wait -> wait.compareTo(IDLE) < 0)
                .orElse(timed.soonest().isPresent() ? LOOK_AGAIN : IDLE);
    }
}
