package io.beforehand.sla.request;

import static io.beforehand.sla.request.Columns.instant;

import io.beforehand.events.Channel;
import io.beforehand.events.Owner;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.StreamProgress;
import io.beforehand.events.TraceContext;
import io.beforehand.sla.clock.Clock;
import io.beforehand.sla.clock.HistoryEntry.Place;
import io.beforehand.sla.clock.QueueForecast;
import io.beforehand.sla.clock.RequestClocks;
import io.beforehand.sla.clock.Situation;
import io.beforehand.sla.policy.PolicyBook;
import io.beforehand.sla.policy.PolicyBook.Pin;
import io.beforehand.sla.policy.PolicyRef;
import io.beforehand.sla.policy.RequestTraits;
import io.beforehand.sla.request.WatchedRequest.Origin;
import io.beforehand.sla.request.WatchedRequest.Position;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A row of the table of requests, read. */
final class RequestRow {

    private RequestRow() {}

    static WatchedRequest read(Row row, List<Clock> clocks, PolicyBook book) {
        return new WatchedRequest(
                new Origin(
                        row.getShort("partition"),
                        TraceContext.parse(row.getString("traceparent")).orElse(null)),
                new RequestTraits(
                        Priority.of(row.getString("priority")),
                        row.getString("tier"),
                        Channel.of(row.getString("channel")),
                        row.getString("category"),
                        row.getString("team"),
                        row.getString("customer"),
                        row.getString("time_zone")),
                OwnersColumn.read(row.getString("owners")),
                new RequestClocks(row.getString("id"), book.pinned(policy(row)), situation(row), clocks),
                new QueueForecast(instant(row, "expected_at").orElse(Instant.MIN), row.getInteger("forecast_cycle")),
                position(row));
    }

    static Pin policy(Row row) {
        return new Pin(
                new PolicyRef(row.getString("policy_id"), row.getInteger("policy_version")),
                row.getInteger("calendar_version"),
                PartsColumn.read(row.getString("calendar_parts")));
    }

    private static Situation situation(Row row) {
        return new Situation(
                RequestStatus.of(row.getString("status")),
                row.getString("with_team"),
                row.getString("meant_for"),
                row.getString("waits_for"));
    }

    private static Position position(Row row) {
        return new Position(
                new Place(
                        instant(row, "head_at").orElseThrow(),
                        Owner.ofRank(row.getShort("head_owner")),
                        row.getLong("head_seq")),
                new StreamProgress(Map.of(
                        Owner.REQUESTS, row.getLong("requests_seq"),
                        Owner.ROUTING, row.getLong("routing_seq"),
                        Owner.NOTIFICATIONS, row.getLong("notifications_seq"))),
                row.getLong("sla_seq"),
                row.getLong("revision"));
    }
}
