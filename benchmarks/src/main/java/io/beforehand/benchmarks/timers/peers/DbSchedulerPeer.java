package io.beforehand.benchmarks.timers.peers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.beforehand.benchmarks.timers.RowCopies;
import io.beforehand.benchmarks.timers.TimerStack;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://github.com/kagkarlsson/db-scheduler">db-scheduler</a> */
public final class DbSchedulerPeer extends Peer {
    private static final String TABLE = """
            CREATE TABLE scheduled_tasks (
                task_name text NOT NULL, task_instance text NOT NULL, task_data bytea, execution_time timestamptz,
                picked boolean NOT NULL, picked_by text, last_success timestamptz, last_failure timestamptz,
                consecutive_failures integer, last_heartbeat timestamptz, version bigint NOT NULL, priority smallint,
                state text, PRIMARY KEY (task_name, task_instance));
            CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time);
            CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat);
            CREATE INDEX priority_execution_time_idx ON scheduled_tasks (priority DESC, execution_time ASC)""";

    private static final String STORE = """
            INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
            SELECT 'alarm', id, due, false, 1, 50 FROM alarm""";

    private final UnaryOperator<SchedulerBuilder> tuning;
    private @Nullable Scheduler scheduler;

    private DbSchedulerPeer(TimerStack stack, String name, String database, UnaryOperator<SchedulerBuilder> tuning)
            throws SQLException {
        super(stack, name, database);
        this.tuning = tuning;
        execute(TABLE);
    }

    /** Looks every ten seconds. */
    public static DbSchedulerPeer asShipped(TimerStack stack) throws SQLException {
        return new DbSchedulerPeer(stack, "db-scheduler as shipped", "db_scheduler", UnaryOperator.identity());
    }

    /** As its docs/performance.md has it for high throughput, looking every 20 ms. */
    public static DbSchedulerPeer tuned(TimerStack stack) throws SQLException {
        return new DbSchedulerPeer(
                stack, "db-scheduler tuned", "db_scheduler_tuned", builder -> builder.threads(THREADS)
                        .pollUsingLockAndFetch(0.5, 4.0)
                        .pollingInterval(Duration.ofMillis(20)));
    }

    @Override
    void store(RowCopies copies) throws SQLException {
        execute(STORE);
    }

    @Override
    public void start() {
        OneTimeTask<Void> alarm = Tasks.oneTime("alarm").execute((instance, _) -> records.tell(instance.getId()));
        Scheduler started = tuning.apply(Scheduler.create(pool, alarm)).build();
        started.start();
        scheduler = started;
    }

    @Override
    public void stop() {
        Scheduler running = scheduler;
        if (running != null) {
            running.stop();
        }
    }
}
