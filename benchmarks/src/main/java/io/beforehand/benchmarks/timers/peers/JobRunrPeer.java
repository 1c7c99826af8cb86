package io.beforehand.benchmarks.timers.peers;

import io.beforehand.benchmarks.timers.RowCopies;
import io.beforehand.benchmarks.timers.TimerStack;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jspecify.annotations.Nullable;

/** JobRunr with the shortest interval that it accepts, five seconds. @see <a href="https://www.jobrunr.io">JobRunr</a> */
public final class JobRunrPeer extends Peer {
    private static final String TEMPLATE = "the-alarm-that-is-copied";
    /** A job's JSON says once more what its columns say. */
    private static final String JSON = """
            regexp_replace(
                replace(replace(t.jobasjson, trim(t.id), md5(a.id)::uuid::text), '%s', a.id),
                '"scheduledAt":"[^"]*"',
                '"scheduledAt":"' || to_char(a.due AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '"')""".formatted(TEMPLATE);

    private static final Duration FIRST_START = Duration.ofSeconds(6);
    private static final Duration POLL = Duration.ofSeconds(5);

    private boolean running;

    /** Looks every five seconds, with as many threads as the others. */
    public JobRunrPeer(TimerStack stack) throws Exception {
        super(stack, "JobRunr tuned", "jobrunr");
        begin().schedule(Instant.now().plus(Duration.ofDays(365)), new Ring(TEMPLATE));
        // A server that starts for the first time rewrites every job there is, as if it came from an older version.
        Thread.sleep(FIRST_START);
        stop();
    }

    /** What is due. */
    public record Ring(String id) implements JobRequest {
        @Override
        public Class<RingHandler> getJobRequestHandler() {
            return RingHandler.class;
        }
    }

    /** Tells of it. */
    public static final class RingHandler implements JobRequestHandler<Ring> {
        private final PeerRecords records;

        RingHandler(PeerRecords records) {
            this.records = records;
        }

        @Override
        public void run(Ring ring) {
            records.tell(ring.id());
        }
    }

    @Override
    void store(RowCopies copies) throws SQLException {
        copies.copy(
                "jobrunr_jobs",
                Map.of("id", "md5(a.id)::uuid::text", "jobasjson", JSON, "scheduledat", "a.due AT TIME ZONE 'UTC'"),
                Map.of(),
                "t.jobasjson LIKE '%" + TEMPLATE + "%'");
    }

    @Override
    public void start() {
        begin();
    }

    private JobRequestScheduler begin() {
        RingHandler handler = new RingHandler(records);
        JobRequestScheduler scheduler = JobRunr.configure()
                .useJobActivator(new JobActivator() {
                    @Override
                    public <T> @Nullable T activateJob(Class<T> type) {
                        return type.isInstance(handler) ? type.cast(handler) : null;
                    }
                })
                .useStorageProvider(new PostgresStorageProvider(pool))
                .useBackgroundJobServer(BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andPollInterval(POLL)
                        .andWorkerCount(THREADS))
                .initialize()
                .getJobRequestScheduler();
        running = true;
        return scheduler;
    }

    @Override
    public void stop() {
        if (running) {
            running = false;
            JobRunr.destroy();
        }
    }
}
