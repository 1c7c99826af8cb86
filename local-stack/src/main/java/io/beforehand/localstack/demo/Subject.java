package io.beforehand.localstack.demo;

import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.localstack.up.Printable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has been heard of one request so far. */
final class Subject {

    private static final int LONGEST_NAME = 24;

    /**
     * A promise that is being measured.
     *
     * @param goal what was promised
     */
    record Promise(Metric metric, Instant dueAt, Duration goal) {}

    private final String id;
    private final RequestOpened opened;
    private final Instant openedAt;
    private final Map<String, Promise> promises = new HashMap<>();
    private String owner = "";
    private String answer = "";
    private String author = "";

    Subject(String id, RequestOpened opened, Instant openedAt) {
        this.id = id;
        this.opened = opened;
        this.openedAt = openedAt;
    }

    String id() {
        return id;
    }

    String number() {
        return opened.number();
    }

    RequestOpened opened() {
        return opened;
    }

    Instant openedAt() {
        return openedAt;
    }

    String customer() {
        @Nullable String name = opened.customer().name();
        return Printable.line(name == null ? opened.customer().id() : name, LONGEST_NAME);
    }

    /** Empty while nobody has it. */
    String owner() {
        return owner;
    }

    void givenTo(String agent) {
        owner = agent;
    }

    void answered(String by, String words) {
        author = by;
        answer = words;
    }

    /** Who answered last. */
    String author() {
        return author.isEmpty() ? "somebody" : author;
    }

    String answer() {
        return answer;
    }

    void promised(ClockRef clock, Instant dueAt, Duration goal) {
        promises.put(clock.id(), new Promise(clock.metric(), dueAt, goal));
    }

    void postponed(ClockRef clock, Instant dueAt) {
        promises.computeIfPresent(clock.id(), (_, promise) -> new Promise(promise.metric(), dueAt, promise.goal()));
    }

    Optional<Promise> promise(ClockRef clock) {
        return Optional.ofNullable(promises.get(clock.id()));
    }

    void settled(ClockRef clock) {
        promises.remove(clock.id());
    }

    /** The answer that is owed next, if any. */
    Optional<Promise> answerOwed() {
        return promises.values().stream()
                .filter(promise -> promise.metric().equals(Metric.FIRST_RESPONSE)
                        || promise.metric().equals(Metric.NEXT_RESPONSE))
                .min(Comparator.comparing(Promise::dueAt));
    }
}
