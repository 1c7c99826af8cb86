package io.beforehand.sla.request;

import io.beforehand.sla.request.RequestArchive.Opening;
import io.beforehand.sla.request.RequestArchive.Period;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Goes through the past a page at a time: while one page is worked on, the next is read. Whoever goes through it uses one
 * connection at a time, and none while he works on more than he has read.
 *
 * <p>Rows are made into requests on one worker thread, whoever asks: the event loops, which alarms and events need, only carry
 * bytes.
 */
@ApplicationScoped
public class PastPages {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RequestArchive archive;
    private final Context worker;

    PastPages(RequestArchive archive, Vertx vertx) {
        this.archive = archive;
        this.worker = ((VertxInternal) vertx).createWorkerContext();
    }

    /**
     * What was read of some requests.
     *
     * @param openings at least one
     */
    public record Page<T>(List<Opening> openings, T content) {}

    /**
     * Returns when every page was worked on, on the caller's thread, which has to wait now and then.
     *
     * @param reading asked for what is to be read of the requests of a page
     */
    public <T> void each(Period period, int size, Function<List<String>, Uni<T>> reading, Consumer<Page<T>> work) {
        CompletionStage<Page<T>> next = read(period, Opening.FIRST, size, reading);
        for (Page<T> page = wait(next); !page.openings().isEmpty(); page = wait(next)) {
            next = read(period, page.openings().getLast(), size, reading);
            work.accept(page);
        }
    }

    private <T> CompletionStage<Page<T>> read(
            Period period, Opening after, int size, Function<List<String>, Uni<T>> reading) {
        return Uni.createFrom()
                .<Page<T>>emitter(page -> worker.runOnContext(_ -> archive.opened(period, after, size)
                        .flatMap(openings -> reading.apply(openings.stream()
                                        .map(Opening::requestId)
                                        .toList())
                                .map(content -> new Page<>(openings, content)))
                        .subscribe()
                        .with(page::complete, page::fail)))
                .subscribeAsCompletionStage();
    }

    private static <T> T wait(CompletionStage<T> stage) {
        return Uni.createFrom().completionStage(stage).await().atMost(PATIENCE);
    }
}
