package io.beforehand.stories;

import io.beforehand.stories.Clients.Accepted;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** An agent who answers some of the clients after a while, and leaves the others to wait. */
final class Answering implements AutoCloseable {

    private static final int ONE_OF = 3;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Set<String> looked = ConcurrentHashMap.newKeySet();
    private final Beforehand beforehand;

    Answering(Beforehand beforehand, Clients clients, Duration after) {
        this.beforehand = beforehand;
        thread.scheduleWithFixedDelay(
                () -> clients.accepted().values().stream()
                        .filter(each -> each.answeredAt().plus(after).isBefore(Instant.now()))
                        .map(Accepted::requestId)
                        .filter(looked::add)
                        .filter(_ -> looked.size() % ONE_OF == 0)
                        .forEach(this::answer),
                0,
                LOOK.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void answer(String requestId) {
        try {
            beforehand.send(
                    "answer-" + requestId,
                    "io.beforehand.reply.sent",
                    Map.of(
                            "requestId",
                            requestId,
                            "author",
                            Map.of("kind", "agent", "id", "ada"),
                            "text",
                            "Here you are.",
                            "visibility",
                            "public"));
        } catch (IOException | InterruptedException unanswered) {
            // One more who waits.
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
