package io.beforehand.stories;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Clients who write at a steady pace, however the system is. What was not accepted they send again under the same id: who
 * got no answer cannot know.
 */
final class Clients implements AutoCloseable {

    private static final int AT_ONCE = 16;
    private static final Duration BEFORE_AGAIN = Duration.ofMillis(200);

    /** @param sentAt when the client wrote first */
    record Accepted(String requestId, Instant sentAt, Instant answeredAt) {}

    record Refusal(int status, Optional<String> retryAfter) {}

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(AT_ONCE);
    private final Map<String, Accepted> accepted = new ConcurrentHashMap<>();
    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    private final Beforehand beforehand;
    private final int requests;
    private int begun;
    private boolean silent;

    /**
     * Begins.
     *
     * @param message the data of the n-th, from 0, each in a conversation of its own
     */
    Clients(Beforehand beforehand, int requests, Duration apart, IntFunction<Map<String, Object>> message) {
        this.beforehand = beforehand;
        this.requests = requests;
        for (int n = 0; n < requests; n++) {
            Map<String, Object> data = message.apply(n);
            threads.schedule(() -> begin(data), n * apart.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void begin(Map<String, Object> data) {
        if (mayBegin()) {
            write(data, Instant.now());
        }
    }

    private synchronized boolean mayBegin() {
        if (!silent) {
            begun++;
        }
        return !silent;
    }

    private void write(Map<String, Object> data, Instant sentAt) {
        String conversation = (String) data.get("conversation");
        try {
            HttpResponse<String> answer = beforehand.send(conversation, "io.beforehand.message.received", data);
            if (answer.statusCode() == 202) {
                String requestId = Beforehand.parse(answer.body())
                        .at("/accepted/0/requestId")
                        .asText();
                accepted.put(conversation, new Accepted(requestId, sentAt, Instant.now()));
                return;
            }
            refusals.add(new Refusal(answer.statusCode(), answer.headers().firstValue("Retry-After")));
        } catch (IOException noAnswer) {
            // Sent again below.
        } catch (InterruptedException ended) {
            return;
        }
        threads.schedule(() -> write(data, sentAt), BEFORE_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns when so many have been accepted. */
    void awaitAccepted(int many) {
        await().atMost(Duration.ofSeconds(120)).until(() -> accepted.size() >= many);
    }

    /** Returns all by their conversations, when the last has been accepted. */
    Map<String, Accepted> awaitAll() {
        awaitAccepted(requests);
        return new TreeMap<>(accepted);
    }

    /** Returns when so many more have been accepted. */
    void awaitMore(int many) {
        awaitAccepted(accepted.size() + many);
    }

    /** By their conversations, so far. */
    Map<String, Accepted> accepted() {
        return Map.copyOf(accepted);
    }

    /** Nobody writes any more. Returns all who did by their conversations, when the last has been accepted. */
    Map<String, Accepted> fallSilent() {
        awaitAccepted(silence());
        return new TreeMap<>(accepted);
    }

    private synchronized int silence() {
        silent = true;
        return begun;
    }

    /** Answers other than 202. */
    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
