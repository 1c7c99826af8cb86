package io.beforehand.sla.request;

import static io.beforehand.sla.request.Columns.instant;

import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.sla.calendar.CalendarBook;
import io.beforehand.sla.calendar.CalendarRef;
import io.beforehand.sla.calendar.book.CalendarShelf;
import io.beforehand.sla.clock.Clock;
import io.beforehand.sla.clock.ClockState;
import io.beforehand.sla.clock.ClockState.Breached;
import io.beforehand.sla.clock.ClockState.Cancelled;
import io.beforehand.sla.clock.ClockState.Met;
import io.beforehand.sla.clock.ClockState.Over;
import io.beforehand.sla.clock.ClockState.Paused;
import io.beforehand.sla.clock.ClockState.Running;
import io.beforehand.sla.clock.ClockState.Settled;
import io.beforehand.sla.clock.Course;
import io.beforehand.sla.clock.Terms;
import io.beforehand.sla.policy.Goal;
import io.beforehand.sla.policy.PauseLimit;
import io.beforehand.sla.policy.PolicyRef;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of clocks: one statement to read those of many requests, one to store many. */
@ApplicationScoped
class ClockRows {

    static final String COLUMNS = """
            request_id, metric, cycle, state, policy_id, policy_version, calendar_id, calendar_version, goal_millis,
            warnings::text, pause_on::text, started_at, pauses::text, paused_at, ended_at, reason, provisional, firings::text,
            calendar_parts, pause_limit_millis, goal_team, goal_party""";

    private static final String OF_REQUESTS = "SELECT " + COLUMNS + " FROM clock WHERE request_id = ANY ($1)";

    private static final String SAVE = """
            INSERT INTO clock (
                request_id, metric, cycle, state, policy_id, policy_version, calendar_id, calendar_version, goal_millis,
                warnings, pause_on, started_at, due_at, pauses, paused_at, ended_at, reason, provisional, firings,
                calendar_parts, pause_limit_millis, last_pause_at, goal_team, goal_party)
            SELECT request_id, metric, cycle, state, policy_id, policy_version, calendar_id, calendar_version, goal_millis,
                   warnings::jsonb, pause_on::jsonb, started_at, due_at, pauses::jsonb, paused_at, ended_at, reason,
                   provisional, firings::jsonb, calendar_parts, pause_limit_millis, last_pause_at, goal_team, goal_party
              FROM unnest(
                $1::text[], $2::text[], $3::integer[], $4::text[], $5::text[], $6::integer[], $7::text[], $8::integer[],
                $9::bigint[], $10::text[], $11::text[], $12::timestamptz[], $13::timestamptz[], $14::text[],
                $15::timestamptz[], $16::timestamptz[], $17::text[], $18::boolean[], $19::text[], $20::text[], $21::bigint[],
                $22::timestamptz[], $23::text[], $24::text[])
                AS c (request_id, metric, cycle, state, policy_id, policy_version, calendar_id, calendar_version, goal_millis,
                      warnings, pause_on, started_at, due_at, pauses, paused_at, ended_at, reason, provisional, firings,
                      calendar_parts, pause_limit_millis, last_pause_at, goal_team, goal_party)
            ON CONFLICT (request_id, metric, cycle) DO UPDATE SET
                state = excluded.state, policy_id = excluded.policy_id, policy_version = excluded.policy_version,
                calendar_id = excluded.calendar_id, calendar_version = excluded.calendar_version,
                calendar_parts = excluded.calendar_parts, goal_millis = excluded.goal_millis, warnings = excluded.warnings, pause_on = excluded.pause_on,
                started_at = excluded.started_at, due_at = excluded.due_at, pauses = excluded.pauses,
                paused_at = excluded.paused_at, ended_at = excluded.ended_at, reason = excluded.reason,
                provisional = excluded.provisional, firings = excluded.firings,
                pause_limit_millis = excluded.pause_limit_millis, last_pause_at = excluded.last_pause_at, goal_team = excluded.goal_team,
                goal_party = excluded.goal_party""";

    private final CalendarShelf calendars;

    ClockRows(CalendarShelf calendars) {
        this.calendars = calendars;
    }

    Uni<Map<String, List<Clock>>> of(SqlClient sql, Collection<String> requestIds) {
        return sql.preparedQuery(OF_REQUESTS)
                .execute(Tuple.of((Object) requestIds.toArray(String[]::new)))
                .flatMap(rows -> calendars.holding(pinned(rows)).map(book -> read(rows, book)));
    }

    private static Set<CalendarRef> pinned(RowSet<Row> rows) {
        Set<CalendarRef> refs = new HashSet<>();
        for (Row row : rows) {
            refs.add(calendar(row));
        }
        return refs;
    }

    private static Map<String, List<Clock>> read(RowSet<Row> rows, CalendarBook calendars) {
        Map<String, List<Clock>> clocks = new HashMap<>();
        for (Row row : rows) {
            clocks.computeIfAbsent(row.getString("request_id"), _ -> new ArrayList<>())
                    .add(read(row, calendars));
        }
        return clocks;
    }

    private static CalendarRef calendar(Row row) {
        return new CalendarRef(
                row.getString("calendar_id"),
                row.getInteger("calendar_version"),
                PartsColumn.read(row.getString("calendar_parts")));
    }

    /** @param clocks with the request of each; those that changed */
    Uni<Void> save(SqlClient sql, List<ClockOfRequest> clocks) {
        if (clocks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = new Columns<>(clocks)
                .text(ClockOfRequest::requestId)
                .text(c -> c.clock().ref().metric().name())
                .ints(c -> c.clock().ref().cycle())
                .text(c -> StoredState.name(c.clock().state()))
                .text(c -> c.terms().policy().id())
                .ints(c -> c.terms().policy().version())
                .text(c -> c.terms().calendar().id())
                .ints(c -> c.terms().calendar().version())
                .longs(c -> c.terms().goal().within().toMillis())
                .text(c -> ClockColumns.warnings(c.terms().goal().warnings()))
                .text(c -> ClockColumns.statuses(c.terms().pauseOn()))
                .instants(c -> Optional.of(c.clock().course().startedAt()))
                .instants(c -> Optional.of(c.clock().course().dueAt()))
                .text(c -> ClockColumns.pauses(c.clock()))
                .instants(c -> StoredState.pausedAt(c.clock().state()))
                .instants(c -> StoredState.endedAt(c.clock().state()))
                .text(c -> StoredState.reason(c.clock().state()))
                .bools(c -> c.clock().state() instanceof Breached breached && breached.provisional())
                .text(c -> ClockColumns.firings(c.clock().firings()))
                .text(c -> PartsColumn.write(c.terms().calendar().parts()))
                .longs(c ->
                        c.terms().pauseLimit() instanceof PauseLimit.AtMost(Duration limit) ? limit.toMillis() : null)
                .instants(c -> StoredPause.last(c.clock()))
                .text(c -> HolderColumns.team(c.terms().goal().holder()))
                .text(c -> HolderColumns.party(c.terms().goal().holder()))
                .tuple();
        return sql.preparedQuery(SAVE).execute(columns).replaceWithVoid();
    }

    /** A clock and whose it is. */
    record ClockOfRequest(String requestId, Clock clock) {

        private Terms terms() {
            return clock.course().terms();
        }
    }

    private static Clock read(Row row, CalendarBook calendars) {
        Terms terms = new Terms(
                new PolicyRef(row.getString("policy_id"), row.getInteger("policy_version")),
                calendars.pinned(calendar(row)),
                new Goal(
                        Duration.ofMillis(row.getLong("goal_millis")),
                        ClockColumns.warnings(row.getString("warnings")),
                        HolderColumns.read(row)),
                ClockColumns.statuses(row.getString("pause_on")),
                pauseLimit(row.getLong("pause_limit_millis")));
        List<StoredPause> pauses = ClockColumns.pauses(row.getString("pauses"));
        Course course = new Course(terms, instant(row, "started_at").orElseThrow(), StoredPause.over(pauses));
        ClockRef ref =
                ClockRef.of(row.getString("request_id"), new Metric(row.getString("metric")), row.getInteger("cycle"));
        return new Clock(ref, StoredState.read(row, course, pauses), ClockColumns.firings(row.getString("firings")));
    }

    private static PauseLimit pauseLimit(@Nullable Long millis) {
        return millis == null ? PauseLimit.NONE : new PauseLimit.AtMost(Duration.ofMillis(millis));
    }

    /** A state as its columns. */
    private static final class StoredState {

        static String name(ClockState state) {
            return state instanceof Paused ? "paused" : state.verdict();
        }

        static Optional<Instant> pausedAt(ClockState state) {
            return state instanceof Paused paused ? Optional.of(paused.since()) : Optional.empty();
        }

        static Optional<Instant> endedAt(ClockState state) {
            return state instanceof Over over ? Optional.of(over.endedAt()) : Optional.empty();
        }

        static @Nullable String reason(ClockState state) {
            return switch (state) {
                case Paused paused -> paused.reason();
                case Settled settled -> settled.reason();
                case Cancelled cancelled -> cancelled.reason();
                case Running _, Breached _, Met _ -> null;
            };
        }

        static ClockState read(Row row, Course course, List<StoredPause> pauses) {
            Optional<Instant> endedAt = instant(row, "ended_at");
            String reason = String.valueOf(row.getString("reason"));
            return switch (row.getString("state")) {
                case "running" -> new Running(course);
                case "paused" ->
                    new Paused(course, instant(row, "paused_at").orElseThrow(), StoredPause.current(pauses));
                case "met" -> new Met(course, endedAt.orElseThrow());
                case "breached" ->
                    endedAt.isPresent()
                            ? new Settled(course, endedAt.get(), reason)
                            : new Breached(course, row.getBoolean("provisional"));
                case "cancelled" -> new Cancelled(course, endedAt.orElseThrow(), reason);
                default -> throw new IllegalStateException("unknown clock state");
            };
        }
    }
}
