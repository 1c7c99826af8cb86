package io.beforehand.sla.replay;

import io.beforehand.sla.clock.Drift;
import io.beforehand.sla.job.Progress;
import io.beforehand.sla.request.PastPages;
import io.beforehand.sla.request.RequestArchive;
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
 * happen to it. Cost of a page of five hundred: five statements.
 */
@ApplicationScoped
class Replay {

    private static final int PAGE = 500;
    private static final int MOST_SHOWN = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RequestArchive archive;
    private final PastPages pages;

    Replay(RequestArchive archive, PastPages pages) {
        this.archive = archive;
        this.pages = pages;
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
        List<Drifted> drifted = confirmed(drifts(wait(archive.read(requestIds))));
        progress.done(requestIds.size());
        return new Report(requestIds.size(), drifted.size(), drifted);
    }

    Report of(Period period, Progress progress) {
        progress.total(wait(archive.count(period)));
        Found found = new Found();
        pages.each(period, PAGE, archive::read, page -> {
            found.add(page.openings().size(), confirmed(drifts(page.content())));
            progress.done(page.openings().size());
        });
        return found.report();
    }

    /** Adds up what was found, page by page. */
    private static final class Found {

        private final List<Drifted> shown = new ArrayList<>();
        private long requests;
        private long drifting;

        void add(int looked, List<Drifted> drifted) {
            requests += looked;
            drifting += drifted.size();
            shown.addAll(drifted.subList(0, Math.min(drifted.size(), MOST_SHOWN - shown.size())));
        }

        Report report() {
            return new Report(requests, drifting, List.copyOf(shown));
        }
    }

    /** Those of the suspects that are the same when nothing happens to them meanwhile. */
    private List<Drifted> confirmed(List<Drifted> suspects) {
        List<String> ids = suspects.stream().map(Drifted::requestId).toList();
        return ids.isEmpty() ? List.of() : drifts(wait(archive.readLocked(ids)));
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
