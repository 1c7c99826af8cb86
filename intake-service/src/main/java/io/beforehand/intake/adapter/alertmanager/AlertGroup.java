package io.beforehand.intake.adapter.alertmanager;

import static io.beforehand.intake.adapter.JsonBody.requiredText;
import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.Visibility;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.Items;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.request.core.Hints;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is told at once of the alerts of a group. The group is the conversation; it is told again for as long as it fires. */
record AlertGroup(String key, boolean over, JsonNode alerts) {

    private static final int MAX_ALERTS = 1_000;
    private static final Author ALERTMANAGER = new Author(AuthorKind.SYSTEM, "alertmanager", null);

    static AlertGroup of(JsonNode body) {
        JsonNode alerts = body.path("alerts");
        if (!alerts.isArray() || alerts.size() > MAX_ALERTS) {
            throw new MalformedDeliveryException("alerts must be a list of at most " + MAX_ALERTS);
        }
        return new AlertGroup(requiredText(body, "groupKey"), "resolved".equals(text(body.path("status"))), alerts);
    }

    List<ChannelEvent> read() {
        Items items = new Items();
        items.each(
                alerts,
                alert -> List.of("resolved".equals(requiredText(alert, "status")) ? resolved(alert) : firing(alert)));
        return items.told();
    }

    private ChannelEvent firing(JsonNode alert) {
        JsonNode labels = alert.path("labels");
        JsonNode annotations = alert.path("annotations");
        String name = text(labels.path("alertname"));
        String about = first(annotations, "summary", "title");
        return new ChannelEvent.Said(
                origin(alert, "startsAt", "firing"),
                Channel.APP,
                new Customer(name == null ? key : name, null, null, null, null),
                Content.typed(first(annotations, "description", "message", "summary", "title"))
                        .about(about == null ? name : about)
                        .hinting(hints(text(labels.path("severity")))));
    }

    /** One alert being over is worth a note; the request is solved with the last of the group. */
    private ChannelEvent resolved(JsonNode alert) {
        Origin origin = origin(alert, "endsAt", "resolved");
        return over
                ? new ChannelEvent.StatusTold(origin, Channel.APP, RequestStatus.RESOLVED, "alert-resolved")
                : new ChannelEvent.Answered(origin, Channel.APP, ALERTMANAGER, Visibility.INTERNAL, "alert-resolved");
    }

    private Origin origin(JsonNode alert, String time, String status) {
        String told = text(alert.path("fingerprint"));
        String fingerprint = told == null ? Digests.key(alert.path("labels").toString()) : told;
        return new Origin(
                "alert:" + fingerprint + "|" + requiredText(alert, "startsAt") + "|" + status,
                null,
                fingerprint,
                key,
                JsonBody.iso(alert.path(time)));
    }

    private static Hints hints(@Nullable String severity) {
        Priority priority =
                switch (severity == null ? "" : severity.toLowerCase(Locale.ROOT)) {
                    case "critical", "page", "emergency" -> Priority.URGENT;
                    case "error", "high", "major" -> Priority.HIGH;
                    default -> null;
                };
        return priority == null ? Hints.NONE : new Hints(null, priority, null, null, false);
    }

    private static @Nullable String first(JsonNode object, String... fields) {
        return Stream.of(fields)
                .map(field -> text(object.path(field)))
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }
}
