package io.beforehand.intake.adapter.pagerduty;

import static io.beforehand.intake.adapter.JsonBody.requiredText;
import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.JsonBody;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened to an incident. Only a person answers a page: what we resolved ourselves comes back without one. */
record IncidentEvent(JsonNode event, Origin origin) {

    private static final Set<String> ANSWERS = Set.of("incident.acknowledged", "incident.resolved");

    static IncidentEvent of(JsonNode body) {
        JsonNode event = body.path("event");
        String id = requiredText(event, "id");
        return new IncidentEvent(
                event,
                new Origin(
                        "event:" + id,
                        id,
                        id,
                        text(event.path("data").path("id")),
                        JsonBody.iso(event.path("occurred_at"))));
    }

    ChannelEvent read() {
        if (!ANSWERS.contains(requiredText(event, "event_type"))) {
            return new PassedOver(origin, Reason.UNKNOWN_TYPE);
        }
        JsonNode agent = event.path("agent");
        String by = by(agent);
        if (by == null || !"user_reference".equals(text(agent.path("type")))) {
            return new PassedOver(origin, Reason.ECHO);
        }
        JsonNode incident = event.path("data");
        String key = text(incident.path("incident_key"));
        return new ChannelEvent.PageAnswered(origin, key == null ? requiredText(incident, "id") : key, by);
    }

    private static @Nullable String by(JsonNode agent) {
        String name = text(agent.path("summary"));
        return name == null ? text(agent.path("id")) : name;
    }
}
