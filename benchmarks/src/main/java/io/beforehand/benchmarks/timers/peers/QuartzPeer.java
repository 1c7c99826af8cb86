package io.beforehand.benchmarks.timers.peers;

import io.beforehand.benchmarks.timers.RowCopies;
import io.beforehand.benchmarks.timers.TimerStack;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Quartz with its clustered JDBC store. @see <a href="https://www.quartz-scheduler.org">Quartz</a> */
public final class QuartzPeer extends Peer {
    private static final String TABLES = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";
    private static final String TEMPLATE = "template";

    /** Quartz counts whole milliseconds: the next one, so that it is not early by our rounding. */
    private static final String DUE = "ceil(extract(epoch FROM a.due) * 1000)::bigint";

    private static final String RECORDS = "records";

    private final String database;
    private final Map<String, String> tuning;
    private @Nullable Scheduler scheduler;

    private QuartzPeer(TimerStack stack, String name, String database, Map<String, String> tuning) throws Exception {
        super(stack, name, database);
        this.database = database;
        this.tuning = tuning;
        try (InputStream tables = Objects.requireNonNull(Scheduler.class.getResourceAsStream(TABLES))) {
            execute(new String(tables.readAllBytes(), StandardCharsets.UTF_8));
        }
        makeTemplate();
    }

    /** One trigger at a time. */
    public static QuartzPeer asShipped(TimerStack stack) throws Exception {
        return new QuartzPeer(stack, "Quartz as shipped", "quartz", Map.of());
    }

    /** Fifty triggers at a time, as its configuration reference advises for many short jobs. */
    public static QuartzPeer tuned(TimerStack stack) throws Exception {
        return new QuartzPeer(
                stack,
                "Quartz tuned",
                "quartz_tuned",
                Map.of(
                        "org.quartz.threadPool.threadCount", Integer.toString(THREADS),
                        "org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "50",
                        "org.quartz.jobStore.acquireTriggersWithinLock", "true"));
    }

    /** Tells of the alarm. */
    public static final class Ring implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            try {
                PeerRecords records = (PeerRecords) Objects.requireNonNull(
                        context.getScheduler().getContext().get(RECORDS));
                records.tell(context.getTrigger().getKey().getName());
            } catch (SchedulerException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void makeTemplate() throws SchedulerException {
        Scheduler first = scheduler();
        first.scheduleJob(
                JobBuilder.newJob(Ring.class)
                        .withIdentity("alarm")
                        .storeDurably()
                        .build(),
                TriggerBuilder.newTrigger()
                        .withIdentity(TEMPLATE)
                        .startAt(Date.from(Instant.now().plus(Duration.ofDays(365))))
                        .build());
        first.shutdown(true);
    }

    @Override
    void store(RowCopies copies) throws SQLException {
        String where = "t.trigger_name = '" + TEMPLATE + "'";
        copies.copy(
                "qrtz_triggers",
                Map.of("trigger_name", "a.id", "next_fire_time", DUE, "start_time", DUE),
                Map.of(),
                where);
        copies.copy("qrtz_simple_triggers", Map.of("trigger_name", "a.id"), Map.of(), where);
    }

    @Override
    public void start() throws SchedulerException {
        Scheduler started = scheduler();
        started.getContext().put(RECORDS, records);
        started.start();
        scheduler = started;
    }

    @Override
    public void stop() throws SchedulerException {
        Scheduler running = scheduler;
        if (running != null) {
            running.shutdown(true);
        }
    }

    private Scheduler scheduler() throws SchedulerException {
        DBConnectionManager.getInstance().addConnectionProvider(database, new Pooled());
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "org.quartz.scheduler.instanceName", database,
                "org.quartz.scheduler.instanceId", "AUTO",
                "org.quartz.scheduler.skipUpdateCheck", "true",
                "org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool",
                "org.quartz.threadPool.threadCount", "10",
                "org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX",
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate",
                "org.quartz.jobStore.dataSource", database,
                "org.quartz.jobStore.isClustered", "true"));
        settings.putAll(tuning);
        return new StdSchedulerFactory(settings).getScheduler();
    }

    /** The peer's connections, as Quartz asks for them. */
    private final class Pooled implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return pool.getConnection();
        }

        @Override
        public void shutdown() {
            // The pool outlives a scheduler and is closed with the peer.
        }

        @Override
        public void initialize() {
            // It is.
        }
    }
}
