package io.beforehand.intake.channel;

import io.beforehand.intake.adapter.Confirmation;
import io.beforehand.intake.adapter.RemoteKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what signatures are checked with, and keeps it for an hour: channels change such keys rarely, and announce them before.
 * Adapters say from where; what would have to be fetched too often or is too large is not fetched.
 */
@ApplicationScoped
class RemoteKeys {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final int MAX_SIZE = 512 * 1024;
    private static final int MAX_KEPT = 100;

    /** What cannot be had is not asked for again at once, and of all only a few at a time: anybody may name an address. */
    private static final Duration FAILED = Duration.ofSeconds(30);

    private static final int AT_ONCE = 4;

    /** @param text missing where it could not be had */
    private record Kept(@Nullable String text, Instant until) {}

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(DEADLINE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final InstantSource clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final Semaphore fetching = new Semaphore(AT_ONCE);

    RemoteKeys(InstantSource clock) {
        this.clock = clock;
    }

    /** @return fails with {@link TimeoutException} when it cannot be had, so that the channel tries again */
    Uni<String> get(RemoteKey key) {
        return Uni.createFrom().deferred(() -> {
            Kept before = find(key.url());
            if (before != null) {
                return before.text() == null
                        ? Uni.createFrom().failure(unreachable())
                        : Uni.createFrom().item(before.text());
            }
            return fetch(key.url())
                    .invoke(text -> keep(key.url(), text, KEPT))
                    .onFailure()
                    .invoke(() -> keep(key.url(), null, FAILED));
        });
    }

    /** Calls the address by which a subscription is confirmed; fails with {@link TimeoutException} when that cannot be done. */
    Uni<Void> confirm(Confirmation confirmation) {
        return fetch(confirmation.url()).replaceWithVoid();
    }

    private synchronized @Nullable Kept find(String url) {
        Kept found = kept.get(url);
        return found == null || found.until().isBefore(clock.instant()) ? null : found;
    }

    private synchronized void keep(String url, @Nullable String text, Duration howLong) {
        kept.remove(url);
        if (kept.size() >= MAX_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        kept.put(url, new Kept(text, clock.instant().plus(howLong)));
    }

    private Uni<String> fetch(String url) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(DEADLINE).GET().build();
        return Uni.createFrom()
                .deferred(() -> {
                    if (!fetching.tryAcquire()) {
                        return Uni.createFrom().failure(unreachable());
                    }
                    return Uni.createFrom()
                            .completionStage(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()))
                            .map(RemoteKeys::bounded)
                            .onTermination()
                            .invoke(fetching::release);
                })
                .onFailure()
                .transform(_ -> unreachable());
    }

    private static TimeoutException unreachable() {
        return new TimeoutException("the address of a channel cannot be fetched");
    }

    private static String bounded(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(MAX_SIZE + 1);
            if (response.statusCode() != 200 || bytes.length > MAX_SIZE) {
                throw new IllegalStateException("nothing there");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
