package io.beforehand.sla.backtest;

import io.beforehand.sla.clock.HistoryEntry;
import io.beforehand.sla.clock.Playback;
import io.beforehand.sla.clock.RequestClocks;
import io.beforehand.sla.job.Progress;
import io.beforehand.sla.request.PastPages;
import io.beforehand.sla.request.RequestArchive;
import io.beforehand.sla.request.RequestArchive.Opening;
import io.beforehand.sla.request.RequestArchive.Period;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Tries a draft on the requests that opened in some time. Cost of a page of five hundred requests: two statements, and two playbacks
 * of each request that the draft would have touched, one of any other.
 */
@ApplicationScoped
class Backtest {

    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RequestArchive archive;
    private final PastPages pages;

    Backtest(RequestArchive archive, PastPages pages) {
        this.archive = archive;
        this.pages = pages;
    }

    Difference.Report of(Draft draft, Period period, Progress progress) {
        Instant until = wait(archive.now());
        progress.total(wait(archive.count(period)));
        Difference difference = new Difference();
        pages.each(period, PAGE, archive::histories, page -> {
            page.openings().stream()
                    .map(Opening::requestId)
                    .forEach(id -> compare(id, page.content().getOrDefault(id, List.of()), draft, until, difference));
            progress.done(page.openings().size());
        });
        return difference.report();
    }

    private static void compare(
            String id, List<HistoryEntry> history, Draft draft, Instant until, Difference difference) {
        RequestClocks was = Playback.of(id, history, until);
        List<HistoryEntry> drafted = draft.applied(history);
        difference.add(was, drafted == history ? was : Playback.of(id, drafted, until));
    }

    private static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
