package io.beforehand.sla.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beforehand.http.problem.ErrorCode;
import io.beforehand.http.problem.ProblemException;
import io.beforehand.messaging.transaction.Failures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Starts jobs and shows them. */
@ApplicationScoped
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class);

    /** More would keep alarms and events waiting for the database. */
    private static final int AT_A_TIME = 2;

    private static final Duration SEEN_EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long whoever asked waits for a short job to be over before he is told to come back. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final JobRows rows;
    private final ObjectMapper json;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    Jobs(JobRows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /**
     * Starts a job, and waits a second in case that is all it takes.
     *
     * @param kind which tells it from jobs of other kinds
     * @throws ProblemException {@code rate-limited} while two others are under way on this replica
     */
    public Uni<JobView> start(String kind, JobWork work) {
        if (!places.tryAcquire()) {
            throw new ProblemException(
                    ErrorCode.RATE_LIMITED, AT_A_TIME + " such questions are being answered; ask again");
        }
        UUID id = UUID.randomUUID();
        return rows.start(id, kind)
                .onFailure()
                .invoke(_ -> places.release())
                .chain(() -> Uni.createFrom()
                        .completionStage(run(id, work))
                        .ifNoItem()
                        .after(SHORT)
                        .recoverWithItem(() -> null))
                .chain(() -> find(kind, id));
    }

    /** 200 with the answer when it is over already, else 202 and where to look for it. */
    public static Response answer(JobView job) {
        boolean running = job.finishedAt().isEmpty();
        return Response.status(running ? Response.Status.ACCEPTED : Response.Status.OK)
                .entity(job)
                .build();
    }

    /** @throws ProblemException {@code not-found} */
    public Uni<JobView> find(String kind, UUID id) {
        return rows.find(id, kind).map(job -> job.orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND)));
    }

    private CompletableFuture<Void> run(UUID id, JobWork work) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        // One that never waits would keep virtual threads of others from theirs.
        Thread.ofPlatform().daemon().name("job-" + id).start(() -> {
            Counting progress = new Counting(id);
            try {
                finish(id, progress, "done", Optional.of(json(work.run(progress))), Optional.empty());
            } catch (RuntimeException e) {
                LOG.warnf("Job failed id=%s failure=%s", id, Failures.trace(e));
                finish(id, progress, "failed", Optional.empty(), Optional.of("internal-error"));
            } finally {
                places.release();
                over.complete(null);
            }
        });
        return over;
    }

    private void finish(UUID id, Counting progress, String state, Optional<String> result, Optional<String> problem) {
        try {
            rows.finish(id, state, progress.done.get(), progress.total.get(), result.orElse(null), problem.orElse(null))
                    .await()
                    .atMost(PATIENCE);
        } catch (RuntimeException e) {
            LOG.warnf("Job's answer could not be stored id=%s failure=%s", id, Failures.trace(e));
        }
    }

    private String json(Object result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts, and writes it down now and then. */
    private final class Counting implements Progress {

        private final UUID id;
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong total = new AtomicLong();
        private long seen = System.nanoTime();

        Counting(UUID id) {
            this.id = id;
        }

        @Override
        public void total(long requests) {
            total.set(requests);
        }

        @Override
        public void done(long requests) {
            done.addAndGet(requests);
            if (System.nanoTime() - seen > SEEN_EVERY.toNanos()) {
                rows.move(id, done.get(), total.get()).await().atMost(PATIENCE);
                seen = System.nanoTime();
            }
        }
    }
}
