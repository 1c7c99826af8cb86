package io.beforehand.routing.register;

import static java.util.Objects.requireNonNull;

import io.beforehand.events.Channel;
import io.beforehand.events.Owner;
import io.beforehand.events.Priority;
import io.beforehand.events.RoutingEvent;
import io.beforehand.events.StreamProgress;
import io.beforehand.events.TraceContext;
import io.beforehand.routing.request.Affinity;
import io.beforehand.routing.request.Place;
import io.beforehand.routing.request.RequestFacts;
import io.beforehand.routing.request.RoutedRequest;
import io.beforehand.routing.request.Taken;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a request lies in {@code routed_request}. */
final class RequestColumns {

    private RequestColumns() {}

    /** The columns of a row to be saved, by name; a missing one is null. */
    static JsonObject of(Change change, RoutedRequest request, Instant now) {
        Taken taken = request.taken();
        RequestFacts facts = request.facts();
        TraceContext trace = request.trace();
        JsonObject row = new JsonObject()
                .put("request_id", request.requestId())
                .put("requests_seq", taken.progress().of(Owner.REQUESTS))
                .put("sla_seq", taken.progress().of(Owner.SLA))
                .put("status_seq", taken.status())
                .put("facts_seq", taken.facts())
                .put("due_seq", taken.due())
                .put("last_seq", request.lastSequence())
                .put("traceparent", trace == null ? null : trace.traceparent())
                .put("channel", facts.channel().wireName())
                .put("priority", facts.priority().rank())
                .put("category", facts.category())
                .put("team", facts.team())
                .put("language", facts.language())
                .put("opened_at", facts.openedAt().toString())
                .put("since", request.place().since().toString())
                .put("announced", request.place() instanceof Place.Waiting waiting && waiting.announced());
        if (!request.dueAt().equals(RoutedRequest.NO_DEADLINE)) {
            row.put("due_at", request.dueAt().toString());
        }
        putPlace(row, request.place());
        change.handled(now).ifPresent(handled -> row.put("handled_s", handled.toSeconds()));
        change.told().forEach(event -> putNotice(row, event, now));
        return row;
    }

    private static void putPlace(JsonObject row, Place place) {
        switch (place) {
            case Place.Waiting waiting -> putAffinity(row.put("state", "waiting"), waiting.affinity());
            case Place.Ended ended -> putAffinity(row.put("state", "ended"), ended.affinity());
            case Place.Assigned assigned -> row.put("state", "assigned").put("agent_id", assigned.agentId());
        }
    }

    private static void putAffinity(JsonObject row, Affinity affinity) {
        switch (affinity) {
            case Affinity.Anyone _ -> {}
            case Affinity.Prefers(String agentId) -> row.put("last_agent", agentId);
            case Affinity.Avoids(String agentId, Instant until) ->
                row.put("last_agent", agentId).put("avoid_until", until.toString());
        }
    }

    /** What the customer hears of the queue is remembered, to tell him only what has changed. */
    private static void putNotice(JsonObject row, RoutingEvent event, Instant now) {
        switch (event) {
            case RoutingEvent.RequestQueued queued -> putNotice(row, queued.position(), queued.expectedWait(), now);
            case RoutingEvent.QueueMoved moved -> putNotice(row, moved.position(), moved.expectedWait(), now);
            case RoutingEvent.RequestAssigned _, RoutingEvent.RequestTransferred _, RoutingEvent.RequestReleased _ -> {}
        }
    }

    private static void putNotice(JsonObject row, int position, @Nullable Duration wait, Instant now) {
        row.put("checked_at", now.toString()).put("told_position", position);
        if (wait != null) {
            row.put("told_wait_s", wait.toSeconds());
        }
    }

    static RoutedRequest read(Row row) {
        StreamProgress progress = new StreamProgress(
                Map.of(Owner.REQUESTS, row.getLong("requests_seq"), Owner.SLA, row.getLong("sla_seq")));
        RequestFacts facts = new RequestFacts(
                Channel.of(row.getString("channel")),
                Priority.ofRank(row.getShort("priority")),
                row.getString("category"),
                row.getString("team"),
                row.getString("language"),
                requireNonNull(instant(row, "opened_at")));
        Instant dueAt = instant(row, "due_at");
        return new RoutedRequest(
                row.getString("request_id"),
                facts,
                dueAt == null ? RoutedRequest.NO_DEADLINE : dueAt,
                place(row),
                new Taken(progress, row.getLong("status_seq"), row.getLong("facts_seq"), row.getLong("due_seq")),
                row.getLong("last_seq"),
                TraceContext.parse(row.getString("traceparent")).orElse(null));
    }

    private static Place place(Row row) {
        Instant since = requireNonNull(instant(row, "since"));
        return switch (row.getString("state")) {
            case "waiting" -> new Place.Waiting(since, affinity(row), row.getBoolean("announced"));
            case "assigned" -> new Place.Assigned(row.getString("agent_id"), since);
            case "ended" -> new Place.Ended(since, affinity(row));
            default -> throw new IllegalStateException("unknown state of a request");
        };
    }

    private static Affinity affinity(Row row) {
        String agentId = row.getString("last_agent");
        Instant avoidUntil = instant(row, "avoid_until");
        if (agentId == null) {
            return new Affinity.Anyone();
        }
        return avoidUntil == null ? new Affinity.Prefers(agentId) : new Affinity.Avoids(agentId, avoidUntil);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.get(OffsetDateTime.class, column);
        return time == null ? null : time.toInstant();
    }
}
