package io.beforehand.sla.promise.book;

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
 * it is; a file that cannot be worked by changes nothing, is logged as an error and shown by {@code beforehand.promises.invalid}
 * until it is mended.
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
            if (!Arrays.equals(content, seen)) {
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
            LOG.infof(
                    "Promise file is in force file=%s calendars=%s policies=%s",
                    file, promises.calendars().size(), promises.policies().size());
        } catch (InvalidPromisesException e) {
            invalid.set(1);
            LOG.errorf("Promise file changes nothing until it is mended file=%s problems=%s", file, e.getMessage());
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
        return written;
    }
}
