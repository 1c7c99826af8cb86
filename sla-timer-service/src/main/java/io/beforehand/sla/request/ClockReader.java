package io.beforehand.sla.request;

import static io.beforehand.sla.request.Columns.instant;

import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.sla.clock.Ahead;
import io.beforehand.sla.clock.Clock;
import io.beforehand.sla.clock.Explanation;
import io.beforehand.sla.waiver.WaiverRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what is shown; changes and locks nothing. */
@ApplicationScoped
class ClockReader {

    private static final String NOW_IF_KNOWN = "SELECT beforehand_now() AS now FROM request WHERE id = $1";

    private static final String AT_RISK = """
            SELECT c.request_id, c.metric, c.cycle, c.due_at, r.priority, r.channel, r.team, beforehand_now() AS now
              FROM clock c JOIN request r ON r.id = c.request_id
             WHERE c.state = 'running' AND c.due_at <= beforehand_now() + $1::bigint * interval '1 millisecond'
               AND ($2::text IS NULL OR r.team = $2) AND ($3::text IS NULL OR r.channel = $3)
             ORDER BY c.due_at LIMIT $4""";

    private final Pool pool;
    private final ClockRows clockRows;
    private final HistoryRows histories;
    private final WaiverRows waivers;

    ClockReader(Pool pool, ClockRows clockRows, HistoryRows histories, WaiverRows waivers) {
        this.pool = pool;
        this.clockRows = clockRows;
        this.histories = histories;
        this.waivers = waivers;
    }

    /** A running clock whose deadline is near, the nearest first; {@code left} is negative when it has just passed. */
    public record AtRisk(
            String requestId,
            String clock,
            String metric,
            Instant dueAt,
            Duration left,
            String priority,
            String channel,
            Optional<String> team) {}

    /** The clocks of a request, empty if nobody has heard of it. Three statements. */
    Uni<Optional<List<ClockView>>> clocks(String requestId) {
        return nowIfKnown(requestId)
                .flatMap(now -> now.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : clockRows.of(pool, List.of(requestId)).flatMap(clocks -> waivers.of(pool, requestId)
                                .map(waived -> Optional.of(clocks.getOrDefault(requestId, List.of()).stream()
                                        .map(clock -> Ahead.asOf(clock, now.get()))
                                        .sorted(Clock.ORDER)
                                        .map(clock -> ClockView.of(
                                                clock, now.get(), Optional.ofNullable(waived.get(clock.ref()))))
                                        .toList()))));
    }

    /** How a clock came to stand where it stands; empty if there is no such clock. Two statements. */
    Uni<Optional<Explanation>> explain(ClockRef clock) {
        return nowIfKnown(clock.requestId()).flatMap(now -> histories
                .of(pool, List.of(clock.requestId()))
                .map(known -> Explanation.of(
                        clock, known.getOrDefault(clock.requestId(), List.of()), now.orElse(Instant.EPOCH))));
    }

    Uni<List<AtRisk>> atRisk(Duration within, @Nullable String team, @Nullable String channel, int limit) {
        return pool.preparedQuery(AT_RISK)
                .execute(Tuple.of(within.toMillis(), team, channel, limit))
                .map(rows -> {
                    List<AtRisk> risks = new ArrayList<>();
                    for (Row row : rows) {
                        risks.add(risk(row));
                    }
                    return risks;
                });
    }

    private Uni<Optional<Instant>> nowIfKnown(String requestId) {
        return pool.preparedQuery(NOW_IF_KNOWN)
                .execute(Tuple.of(requestId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : instant(rows.iterator().next(), "now"));
    }

    private static AtRisk risk(Row row) {
        Instant dueAt = instant(row, "due_at").orElseThrow();
        String requestId = row.getString("request_id");
        Metric metric = new Metric(row.getString("metric"));
        return new AtRisk(
                requestId,
                ClockRef.of(requestId, metric, row.getInteger("cycle")).id(),
                metric.name(),
                dueAt,
                Duration.between(instant(row, "now").orElseThrow(), dueAt),
                row.getString("priority"),
                row.getString("channel"),
                Optional.of(row.getString("team")).filter(team -> !team.isEmpty()));
    }
}
