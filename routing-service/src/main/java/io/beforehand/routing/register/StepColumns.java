package io.beforehand.routing.register;

import io.beforehand.events.EventCodec;
import io.beforehand.events.EventType;
import io.beforehand.events.StreamEvent;
import io.beforehand.routing.matching.Matching.RunnerUp;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;

/** How what was told lies in {@code assignment_step}: the event as it went out, and beside it who else might have got it. */
final class StepColumns {

    private StepColumns() {}

    static JsonObject of(StreamEvent event, List<RunnerUp> runnersUp) {
        JsonArray others = new JsonArray();
        runnersUp.forEach(other ->
                others.add(new JsonObject().put("agentId", other.agentId()).put("score", other.score())));
        return new JsonObject()
                .put("request_id", event.requestId())
                .put("seq", event.sequence())
                .put("at", event.time().toString())
                .put("event", shortName(event))
                .put("detail", new JsonObject(Buffer.buffer(EventCodec.encode(event.event()))))
                .put("runners_up", others);
    }

    static Step read(Row row) {
        return new Step(
                row.getLong("seq"),
                row.get(OffsetDateTime.class, "at").toInstant(),
                row.getString("event"),
                row.getJsonObject("detail").getMap(),
                row.getJsonArray("runners_up").stream()
                        .map(other -> ((JsonObject) other).getMap())
                        .toList());
    }

    /** {@code request-assigned} of {@code io.beforehand.routing.request-assigned.v1}. */
    private static String shortName(StreamEvent event) {
        return EventType.nameOf(event.event()).split("\\.")[3];
    }
}
