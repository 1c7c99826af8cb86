package io.beforehand.benchmarks.backtest;

import io.beforehand.benchmarks.load.Teller;
import io.beforehand.benchmarks.timers.Plan;
import io.beforehand.benchmarks.timers.RowCopies;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestEvent.RequestOpened;
import io.beforehand.events.StreamEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;

/** Requests that come to their warnings at even distances while questions are answered, so that it is seen what that does to alarms. */
final class Ticks {
    static final int PER_SECOND = 50;

    /** Their policy is for the tier of that name. */
    static final String TIER = "tick";

    private static final Duration LENGTH = Duration.ofMinutes(12);
    private static final int PARTITIONS = 12;
    private static final String TEMPLATE = "tick";

    /** Opened a week before its warning, which is after the requests that are asked about. */
    static final Map<String, Object> POLICY = Map.of(
            "when",
            Map.of("tier", List.of(TIER)),
            "goals",
            Map.of("first-response", Map.of("within", "14d", "warn", List.of("50%"))));

    private Ticks() {}

    static void tellTemplate(Teller teller) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Customer customer = new Customer("customer-tick", null, TIER, null, null);
        teller.tell(new StreamEvent(
                TEMPLATE,
                1,
                now,
                null,
                new RequestOpened(
                        TEMPLATE,
                        Priority.STANDARD,
                        TIER,
                        null,
                        null,
                        Channel.CHAT,
                        "default",
                        TEMPLATE,
                        null,
                        customer,
                        "tick-m",
                        "Hello?",
                        now,
                        null)));
    }

    /** Stores those that are due from that moment on, while the service is stopped. */
    static void arm(Connection database, Instant from) throws SQLException {
        RowCopies copies = new RowCopies(database);
        copies.stage(new Plan(TEMPLATE, from, PER_SECOND, LENGTH), Ticks::partition);
        Map<String, String> moved = Map.of(
                "timestamp with time zone",
                "%s + (a.due - (SELECT alarm_at FROM request WHERE id = '" + TEMPLATE + "'))");
        copies.copy("request", Map.of("id", "a.id", "partition", "a.partition"), moved, "t.id = '" + TEMPLATE + "'");
        for (String table : new String[] {"clock", "history"}) {
            copies.copy(table, Map.of("request_id", "a.id"), moved, "t.request_id = '" + TEMPLATE + "'");
        }
        copies.analyze();
    }

    private static int partition(String id) {
        return Utils.toPositive(Utils.murmur2(id.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }
}
