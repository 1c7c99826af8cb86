package io.beforehand.sla.promise.book;

import io.beforehand.http.problem.ProblemException;
import io.beforehand.messaging.transaction.Failures;
import io.beforehand.sla.book.Sessions;
import io.beforehand.sla.calendar.book.CalendarShelf;
import io.beforehand.sla.policy.Policy;
import io.beforehand.sla.policy.book.PolicyShelf;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jboss.logging.Logger;

/**
 * Watches the file and puts what it says into force, all of it or nothing. A document that is in force already stays the version
 * it is, and what came with the file and is not in it any more is taken out of use. A file that cannot be worked by changes nothing, is
 * logged as an error and shown by {@code beforehand.promises.invalid} until it is mended, or until what it lacks is there: it
 * is tried again and again.
 */
@ApplicationScoped
class PromiseFile {

    private static final Logger LOG = Logger.getLogger(PromiseFile.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PromiseConfig config;
    private final Sessions sessions;
    private final CalendarShelf calendars;
    private final PolicyShelf policies;
    private final AtomicInteger invalid;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private byte[] seen = {};
    private Refusal refusal = Refusal.NONE;

    PromiseFile(
            PromiseConfig config,
            Sessions sessions,
            CalendarShelf calendars,
            PolicyShelf policies,
            MeterRegistry registry) {
        this.config = config;
        this.sessions = sessions;
        this.calendars = calendars;
        this.policies = policies;
        this.invalid = registry.gauge("beforehand.promises.invalid", new AtomicInteger());
    }

    void start(@Observes StartupEvent event) {
        config.file().ifPresent(file -> Thread.ofVirtual().name("promise-file").start(() -> watch(file)));
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping.countDown();
    }

    private void watch(Path file) {
        try {
            do {
                look(file);
            } while (!stopping.await(config.lookEvery().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            if (!Arrays.equals(content, seen) || refusal.isOver()) {
                putIntoForce(file, content);
                seen = content;
            }
        } catch (IOException e) {
            invalid.set(1);
            LOG.errorf(
                    "Promise file cannot be read file=%s failure=%s",
                    file, e.getClass().getName());
        } catch (RuntimeException e) {
            LOG.warnf("Promise file is tried again file=%s failure=%s", file, Failures.describe(e));
        }
    }

    private void putIntoForce(Path file, byte[] content) {
        try {
            Promises promises = calendars
                    .asOfNow()
                    .map(asOf -> PromiseFileReader.read(content, asOf))
                    .await()
                    .atMost(PATIENCE);
            policies.current().await().atMost(PATIENCE);
            sessions.apart(session -> write(session, promises)).await().atMost(PATIENCE);
            invalid.set(0);
            refusal = Refusal.NONE;
            LOG.infof(
                    "Promise file is in force file=%s calendars=%s policies=%s",
                    file, promises.calendars().size(), promises.policies().size());
        } catch (InvalidPromisesException e) {
            refused(file, String.valueOf(e.getMessage()));
        } catch (ProblemException e) {
            refused(
                    file,
                    e.code().wireName() + " " + e.problem().detail().orElse("") + " "
                            + e.problem().more());
        }
    }

    /** Says what is wrong with it once, however often it is tried. */
    private void refused(Path file, String problems) {
        if (!problems.equals(refusal.problems())) {
            LOG.errorf("Promise file changes nothing until it is mended file=%s problems=%s", file, problems);
        }
        invalid.set(1);
        refusal = new Refusal(problems, System.nanoTime() + config.retryEvery().toNanos());
    }

    /**
     * Why a file does not count.
     *
     * @param problems empty when it does
     * @param until when to try again, on the JVM's own clock
     */
    private record Refusal(String problems, long until) {

        static final Refusal NONE = new Refusal("", 0);

        boolean isOver() {
            return !problems.isEmpty() && System.nanoTime() - until >= 0;
        }
    }

    private Uni<Void> write(Session session, Promises promises) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (var calendar : promises.calendars()) {
            written = written.chain(() -> calendars.write(session, calendar));
        }
        for (Policy policy : promises.policies()) {
            written = written.chain(() -> policies.write(session, policy));
        }
        return written.chain(() -> policies.leaveOut(session, promises.policyIds()))
                .chain(() -> calendars.leaveOut(session, promises.calendarIds(), policies));
    }
}
