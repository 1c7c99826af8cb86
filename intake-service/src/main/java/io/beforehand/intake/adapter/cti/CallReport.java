package io.beforehand.intake.adapter.cti;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Visibility;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Parameters;
import io.beforehand.intake.adapter.Parameters.Parameter;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A step of a call in the form that Zammad made common. It says nothing about when: now. */
record CallReport(
        String event,
        String call,
        boolean outgoing,
        @Nullable String from,
        @Nullable String user,
        @Nullable String answering,
        @Nullable String cause) {

    /** How a call ends that somebody took. */
    private static final Set<String> TAKEN = Set.of("normalClearing", "forwarded", "");

    static CallReport of(JsonNode body) {
        JsonNode user = body.path("user");
        return of(field -> JsonBody.text(field.equals("user") && user.isArray() ? user.path(0) : body.path(field)));
    }

    static CallReport of(List<Parameter> form) {
        return of(field -> Parameters.first(form, field)
                .or(() -> Parameters.first(form, field + "[]"))
                .filter(value -> !value.isEmpty())
                .orElse(null));
    }

    private static CallReport of(Function<String, @Nullable String> fields) {
        return new CallReport(
                required("event", fields),
                required("callId", fields),
                "out".equals(fields.apply("direction")),
                fields.apply("from"),
                fields.apply("user"),
                fields.apply("answeringNumber"),
                fields.apply("cause"));
    }

    ChannelEvent read() {
        return switch (event) {
            case "newCall" ->
                outgoing
                        ? new ChannelEvent.CallNoted(origin(), "call-placed")
                        : new ChannelEvent.Said(
                                origin(), Channel.VOICE, Caller.of(from, null, call), Content.typed(null));
            case "answer" ->
                new ChannelEvent.Answered(
                        origin(),
                        Channel.VOICE,
                        new Author(AuthorKind.AGENT, answering, user),
                        Visibility.PUBLIC,
                        null);
            case "hangup" -> hungUp();
            default -> new PassedOver(origin(), Reason.UNKNOWN_TYPE);
        };
    }

    private ChannelEvent hungUp() {
        return outgoing || TAKEN.contains(cause == null ? "" : cause)
                ? new ChannelEvent.CallNoted(origin(), "call-ended")
                : new ChannelEvent.CallMissed(origin(), Caller.of(from, null, call), null);
    }

    private Origin origin() {
        return new Origin("call:" + call + "|" + event, null, call, call, null);
    }

    private static String required(String field, Function<String, @Nullable String> fields) {
        String value = fields.apply(field);
        if (value == null) {
            throw new MalformedDeliveryException(field + " is missing");
        }
        return value;
    }
}
