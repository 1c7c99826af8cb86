package io.beforehand.sla.replay;

import io.beforehand.sla.clock.Drift;
import io.beforehand.sla.job.Progress;
import io.beforehand.sla.request.RequestArchive;
import io.beforehand.sla.request.RequestArchive.Opening;
import io.beforehand.sla.request.RequestArchive.PastRequest;
import io.beforehand.sla.request.RequestArchive.Period;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Looks for drift. Requests are read without locks; one that seems to have drifted is looked at once more while nothing can
 * happen to it. Cost of a page: four statements.
 */
@ApplicationScoped
class Replay {

    private static final int PAGE = 500;
    private static final int MOST_SHOWN = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RequestArchive archive;

    Replay(RequestArchive archive) {
        this.archive = archive;
    }

    /** A request that has drifted, and how. */
    public record Drifted(String requestId, List<Drift> drifts) {}

    /**
     * What came of it.
     *
     * @param requests looked at
     * @param drifting of them
     * @param items the first of those that drift, 200 at the most
     */
    public record Report(long requests, long drifting, List<Drifted> items) {}

    Report of(Collection<String> requestIds, Progress progress) {
        progress.total(requestIds.size());
        List<Drifted> drifted = drifted(requestIds);
        progress.done(requestIds.size());
        return new Report(requestIds.size(), drifted.size(), drifted);
    }

    Report of(Period period, Progress progress) {
        progress.total(wait(archive.count(period)));
        long requests = 0;
        long drifting = 0;
        List<Drifted> shown = new ArrayList<>();
        List<Opening> page = wait(archive.opened(period, Opening.FIRST, PAGE));
        while (!page.isEmpty()) {
            List<Drifted> drifted =
                    drifted(page.stream().map(Opening::requestId).toList());
            requests += page.size();
            drifting += drifted.size();
            shown.addAll(drifted.subList(0, Math.min(drifted.size(), MOST_SHOWN - shown.size())));
            progress.done(page.size());
            page = wait(archive.opened(period, page.getLast(), PAGE));
        }
        return new Report(requests, drifting, shown);
    }

    private List<Drifted> drifted(Collection<String> requestIds) {
        List<String> suspects = drifts(wait(archive.read(requestIds))).stream()
                .map(Drifted::requestId)
                .toList();
        return suspects.isEmpty() ? List.of() : drifts(wait(archive.readLocked(suspects)));
    }

    private List<Drifted> drifts(List<PastRequest> requests) {
        Instant at = wait(archive.now());
        return requests.stream()
                .map(request ->
                        new Drifted(request.clocks().requestId(), Drift.of(request.clocks(), request.history(), at)))
                .filter(drifted -> !drifted.drifts().isEmpty())
                .toList();
    }

    private static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
