package io.beforehand.benchmarks.backtest;

import io.beforehand.benchmarks.load.Teller;
import io.beforehand.benchmarks.timers.Plan;
import io.beforehand.benchmarks.timers.RowCopies;
import io.beforehand.events.StreamEvent;
import io.beforehand.localstack.LocalStackException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Fills the service's database with requests that are over. The service processes the stories of one week; their rows are copied to
 * {@value #WEEKS} weeks before that, with all moments moved, those within JSON too. By calendars without daylight saving and holidays a
 * copy is what the service would have stored itself, which the replay of all of them checks.
 */
final class PastFiller {
    static final int WEEKS = 49;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration WEEK = Duration.ofDays(7);

    /** Since when no request opened that is asked about. */
    static final Duration AGO = WEEK.multipliedBy(4);

    private static final long SEED = 42;

    private final Connection database;

    PastFiller(Connection database) {
        this.database = database;
    }

    /** How many requests have to be told so that there are so many in the end, at least. */
    static int stories(int requests) {
        return Math.ceilDiv(requests, WEEKS + 1);
    }

    /** Tells the stories and waits until the running service has stored all of them. */
    void tell(int stories, Teller teller) throws SQLException {
        Random random = new Random(SEED);
        Instant first = Instant.now().minus(AGO).minus(WEEK).truncatedTo(ChronoUnit.MICROS);
        List<StreamEvent> events = new ArrayList<>();
        for (int i = 0; i < stories; i++) {
            Instant opensAt = first.plusMillis(random.nextInt(Math.toIntExact(WEEK.toMillis())));
            events.addAll(Story.of("past-" + i, opensAt, random));
        }
        events.sort(Comparator.comparing(StreamEvent::time));
        events.forEach(teller::tell);
        Ticks.tellTemplate(teller);
        teller.close();
        until("SELECT coalesce(sum(next_offset), 0) FROM consumer_position", events.size() + 1);
        until("SELECT count(*) FROM request WHERE alarm_at IS NULL", stories);
    }

    /** While the service is stopped. */
    void copy() throws SQLException {
        RowCopies copies = new RowCopies(database);
        Instant now = Instant.now();
        double weekly = 1.0 / WEEK.toSeconds();
        copies.stage(new Plan("w", now.minus(WEEK.multipliedBy(WEEKS)), weekly, WEEK.multipliedBy(WEEKS)), _ -> 0);
        String later = "(a.due - '" + now.truncatedTo(ChronoUnit.MICROS) + "'::timestamptz)";
        Map<String, String> moved = Map.of("timestamp with time zone", "%s + " + later);
        // Nothing is forgotten while it is measured.
        copies.copy(
                "request", Map.of("id", "t.id || '-' || a.id", "ended_at", "t.ended_at"), moved, "t.id LIKE 'past-%'");
        Map<String, String> ofRequest = new HashMap<>(Map.of("request_id", "t.request_id || '-' || a.id"));
        copies.copy("history", ofRequest, moved, "t.request_id LIKE 'past-%'");
        ofRequest.put("pauses", movedPauses(later));
        copies.copy("clock", ofRequest, moved, "t.request_id LIKE 'past-%'");
    }

    private static String movedPauses(String later) {
        String moment = "to_char(((p.pause ->> '%1$s')::timestamptz + " + later
                + ") AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
        return ("(SELECT coalesce(jsonb_agg(p.pause || jsonb_build_object('from', %s, 'to', %s) ORDER BY p.place), '[]')"
                        + " FROM jsonb_array_elements(t.pauses) WITH ORDINALITY AS p (pause, place))")
                .formatted(moment.formatted("from"), moment.formatted("to"));
    }

    /** How large it is, for people. */
    String size() throws SQLException {
        try (var statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT (SELECT count(*) FROM request WHERE id LIKE 'past-%'),
                               (SELECT count(*) FROM history WHERE request_id LIKE 'past-%'),
                               (SELECT count(*) FROM clock WHERE request_id LIKE 'past-%'),
                               (SELECT count(DISTINCT request_id) FROM clock WHERE pauses <> '[]'),
                               (SELECT count(DISTINCT request_id) FROM history WHERE kind = 'reclassified'),
                               pg_size_pretty(pg_database_size(current_database()))""")) {
            row.next();
            return "%,d requests with %,d facts and %,d clocks, %,d of them paused, %,d reclassified; %s"
                    .formatted(
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getString(6));
        }
    }

    private void until(String query, long number) throws SQLException {
        Instant patience = Instant.now().plus(PATIENCE);
        while (number(query) < number) {
            if (Instant.now().isAfter(patience)) {
                throw new LocalStackException("The service did not get there in time: " + query);
            }
            try {
                Thread.sleep(Duration.ofMillis(50));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalStackException("Interrupted", e);
            }
        }
    }

    private long number(String query) throws SQLException {
        try (var statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
