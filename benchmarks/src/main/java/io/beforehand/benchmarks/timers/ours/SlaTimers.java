package io.beforehand.benchmarks.timers.ours;

import io.beforehand.benchmarks.timers.Plan;
import io.beforehand.benchmarks.timers.RowCopies;
import io.beforehand.benchmarks.timers.Subject;
import io.beforehand.benchmarks.timers.TimerStack;
import io.beforehand.localstack.LocalStackException;
import io.beforehand.localstack.Service;
import io.beforehand.localstack.ServiceProcess;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;

/** The sla-timer-service with the settings it is shipped with, in a JVM as its image runs it. */
public final class SlaTimers implements Subject, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PARTITIONS = 12;
    private static final String TEMPLATE = "template";

    /** How much later than the template's a copy's moments are. */
    private static final Map<String, String> MOVED = Map.of(
            "timestamp with time zone", "%s + (a.due - (SELECT alarm_at FROM request WHERE id = '" + TEMPLATE + "'))");

    private final TimerStack stack;
    private final ServiceProcess service;
    private final Connection database;
    private final OperatorCalls calls;
    private final Channel channel;

    private SlaTimers(TimerStack stack, Connection database) {
        this.stack = stack;
        this.service = stack.local().service(Service.SLA).asInImage();
        this.database = database;
        this.calls = new OperatorCalls(service.url(), stack.local().secrets().operatorToken());
        this.channel = new Channel(stack.bootstrapServers());
    }

    /** Leaves the service stopped, knowing its policy and one request. */
    public static SlaTimers prepare(TimerStack stack) throws Exception {
        stack.createTopics("beforehand.requests", "beforehand.routing", "beforehand.notifications");
        stack.local()
                .postgres()
                .createDatabase(Service.SLA.id(), stack.local().secrets().passwordOf(Service.SLA));
        SlaTimers timers = new SlaTimers(stack, stack.local().postgres().connect(Service.SLA.id()));
        timers.start();
        timers.calls.put("/v1/policies/bench", """
                {"when": {"tier": ["bench"]}, "calendar": "always",
                 "goals": {"first-response": {"within": "400h", "warn": ["50%"]}}}""");
        timers.channel.open(TEMPLATE, Instant.now());
        timers.channel.flush();
        timers.until("SELECT count(*) FROM clock WHERE request_id = '" + TEMPLATE + "'", 1);
        timers.stop();
        return timers;
    }

    @Override
    public String name() {
        return "beforehand";
    }

    @Override
    public String topic() {
        return "beforehand.sla";
    }

    @Override
    public void outstanding(int count) throws SQLException {
        if (count > 0) {
            Instant farAway = Instant.now().plus(Duration.ofHours(20));
            store(new Plan("far", farAway, count / 360_000.0, Duration.ofHours(100)));
        }
    }

    @Override
    public void arm(Plan plan) throws SQLException {
        store(plan);
    }

    private void store(Plan plan) throws SQLException {
        RowCopies copies = new RowCopies(database);
        copies.stage(plan, SlaTimers::partition);
        copies.copy("request", Map.of("id", "a.id", "partition", "a.partition"), MOVED, "t.id = '" + TEMPLATE + "'");
        for (String table : new String[] {"clock", "history"}) {
            copies.copy(table, Map.of("request_id", "a.id"), MOVED, "t.request_id = '" + TEMPLATE + "'");
        }
        copies.analyze();
    }

    @Override
    public void start() {
        Instant begin = Instant.now();
        service.start();
        service.waitUntilReady(PATIENCE);
        until("SELECT count(*) FROM partition_owner WHERE since > '" + begin + "'", PARTITIONS);
    }

    @Override
    public void stop() {
        service.terminate();
    }

    /** Whether the service finds of its own that these requests are as it would have stored them. */
    public boolean isConsistent(String... requestIds) {
        boolean consistent = true;
        for (String id : requestIds) {
            consistent &= calls.replayFindsNoDrift(id);
        }
        return consistent;
    }

    /** Opens so many requests as fast as they are stored; requests a second. */
    public double armed(String name, int count) {
        long stored = number(STORED);
        long begin = System.nanoTime();
        Instant now = Instant.now();
        for (int i = 0; i < count; i++) {
            channel.open(name + "-" + i, now);
        }
        channel.flush();
        until(STORED, stored + count);
        return count * 1e9 / (System.nanoTime() - begin);
    }

    /** Answers all of them, which calls their alarms off; requests a second. */
    public double cancelled(String name, int count) {
        long stored = number(STORED);
        long begin = System.nanoTime();
        Instant now = Instant.now();
        for (int i = 0; i < count; i++) {
            channel.reply(name + "-" + i, now);
        }
        channel.flush();
        until(STORED, stored + count);
        return count * 1e9 / (System.nanoTime() - begin);
    }

    /** Positions are stored in the transaction of what they stand for. */
    private static final String STORED =
            "SELECT coalesce(sum(next_offset), 0) FROM consumer_position WHERE topic = 'beforehand.requests'";

    /** Requests of that name whose alarm is still armed. */
    public long stillArmed(String name) {
        return number("SELECT count(*) FROM request WHERE alarm_at IS NOT NULL AND id LIKE '" + name + "-%'");
    }

    private void until(String query, long number) {
        Instant patience = Instant.now().plus(PATIENCE);
        while (number(query) < number) {
            if (Instant.now().isAfter(patience)) {
                throw new LocalStackException("The service did not get there in time: " + query);
            }
            try {
                Thread.sleep(Duration.ofMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalStackException("Interrupted", e);
            }
        }
    }

    private long number(String query) {
        try (var statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int partition(String id) {
        return Utils.toPositive(Utils.murmur2(id.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }

    @Override
    public void close() throws SQLException {
        channel.close();
        database.close();
    }
}
