package io.beforehand.localstack.up;

import io.beforehand.localstack.LocalStack;
import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.ServiceProcess;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Starts a process again when it has ended without being asked to, and says so. */
final class Supervisor {
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration TO_BE_READY = Duration.ofSeconds(90);
    private static final Duration LIVED_LONG_ENOUGH = Duration.ofSeconds(60);

    /** One process: how to start it, and how to learn that it has ended. */
    record Part(String name, Runnable start, Supplier<CompletableFuture<?>> onExit) {}

    private final Screen screen;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Supervisor(Screen screen) {
        this.screen = screen;
    }

    void watch(LocalStack stack) {
        watch(new Part("PostgreSQL", stack.postgres()::start, stack.postgres()::onExit));
        watch(new Part("Kafka", stack.kafka()::start, stack.kafka()::onExit));
        for (ServiceProcess service : stack.services()) {
            Runnable start = () -> {
                service.start();
                service.waitUntilReady(TO_BE_READY);
            };
            watch(new Part(service.name(), start, service::onExit));
        }
    }

    /** From now on processes end because we want it. */
    void stop() {
        stopping.countDown();
    }

    void watch(Part part) {
        Thread.ofVirtual().name("watching " + part.name()).start(() -> {
            try {
                watchFor(part);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void watchFor(Part part) throws InterruptedException {
        Duration pause = SHORTEST_PAUSE;
        while (true) {
            long started = System.nanoTime();
            part.onExit().get().join();
            if (isStopping()) {
                return;
            }
            boolean livedLong = System.nanoTime() - started > LIVED_LONG_ENOUGH.toNanos();
            pause = livedLong ? SHORTEST_PAUSE : pause;
            screen.event(part.name() + " has ended; it is started again in " + pause.toSeconds() + " s");
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            startAgain(part);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }

    private void startAgain(Part part) {
        try {
            part.start().run();
            screen.event(part.name() + " is ready again");
        } catch (LocalStackException failed) {
            if (!isStopping()) {
                screen.event(part.name() + " did not come back: " + failed.getMessage());
            }
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}
