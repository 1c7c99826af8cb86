package io.beforehand.sla.backtest;

import io.beforehand.sla.clock.HistoryEntry;
import io.beforehand.sla.clock.Playback;
import io.beforehand.sla.job.Progress;
import io.beforehand.sla.request.RequestArchive;
import io.beforehand.sla.request.RequestArchive.Opening;
import io.beforehand.sla.request.RequestArchive.Period;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tries a draft on the requests that opened in some time. Cost of a page of a thousand requests: two statements. */
@ApplicationScoped
class Backtest {

    private static final int PAGE = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RequestArchive archive;

    Backtest(RequestArchive archive) {
        this.archive = archive;
    }

    Difference.Report of(Draft draft, Period period, Progress progress) {
        Instant until = wait(archive.now());
        progress.total(wait(archive.count(period)));
        Difference difference = new Difference();
        List<Opening> page = wait(archive.opened(period, Opening.FIRST, PAGE));
        while (!page.isEmpty()) {
            List<String> ids = page.stream().map(Opening::requestId).toList();
            Map<String, List<HistoryEntry>> histories = wait(archive.histories(ids));
            histories.forEach((id, history) ->
                    difference.add(Playback.of(id, history, until), Playback.of(id, draft.applied(history), until)));
            progress.done(page.size());
            page = wait(archive.opened(period, page.getLast(), PAGE));
        }
        return difference.report();
    }

    private static <T> T wait(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
