package io.beforehand.sla.request;

import io.beforehand.sla.request.ClockRows.ClockOfRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;

/** What an alarm changes of the rows: little, and of very many at a time. One statement each, none when there is nothing. */
final class RungRows {

    private static final String REQUESTS = """
            UPDATE request r SET sla_seq = rung.sla_seq, alarm_at = rung.alarm_at, revision = rung.revision
              FROM unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::bigint[]) AS rung (id, sla_seq, alarm_at, revision)
             WHERE r.id = rung.id""";

    private static final String CLOCKS = """
            UPDATE clock c SET firings = rung.firings::jsonb
              FROM unnest($1::text[], $2::text[], $3::integer[], $4::text[]) AS rung (request_id, metric, cycle, firings)
             WHERE c.request_id = rung.request_id AND c.metric = rung.metric AND c.cycle = rung.cycle""";

    private RungRows() {}

    /** Requests of which only the clocks have changed, and what was told. */
    static Uni<Void> saveRequests(SqlClient sql, List<WatchedRequest> requests) {
        return requests.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(REQUESTS)
                        .execute(new Columns<>(requests)
                                .text(WatchedRequest::id)
                                .longs(r -> r.position().told())
                                .instants(r -> r.clocks().nextAlarm())
                                .longs(r -> r.position().revision())
                                .tuple())
                        .replaceWithVoid();
    }

    /** Clocks that have given warnings and stand as they stood. */
    static Uni<Void> saveClocks(SqlClient sql, List<ClockOfRequest> clocks) {
        return clocks.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(CLOCKS)
                        .execute(new Columns<>(clocks)
                                .text(ClockOfRequest::requestId)
                                .text(c -> c.clock().ref().metric().name())
                                .ints(c -> c.clock().ref().cycle())
                                .text(c -> ClockColumns.firings(c.clock().firings()))
                                .tuple())
                        .replaceWithVoid();
    }
}
