package io.beforehand.intake.adapter.cti;

import static io.beforehand.intake.adapter.JsonBody.requiredText;
import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.signature.Digests;

/** A frame of Asterisk's REST interface. */
record AriFrame(JsonNode body, String type) {

    static AriFrame of(JsonNode body) {
        return new AriFrame(body, requiredText(body, "type"));
    }

    ChannelEvent read() {
        return switch (type) {
            case "StasisStart" -> entered();
            case "StasisEnd" -> new ChannelEvent.CallNoted(origin(), "call-left");
            case "ChannelDestroyed" -> new ChannelEvent.CallNoted(origin(), "call-ended");
            default -> new PassedOver(other(), Reason.UNKNOWN_TYPE);
        };
    }

    private ChannelEvent entered() {
        JsonNode caller = body.path("channel").path("caller");
        return new ChannelEvent.Said(
                origin(),
                Channel.VOICE,
                Caller.of(text(caller.path("number")), text(caller.path("name")), channel()),
                Content.typed(null));
    }

    private Origin origin() {
        return new Origin(
                "call:" + channel() + "|" + type, null, channel(), channel(), JsonBody.iso(body.path("timestamp")));
    }

    private Origin other() {
        return new Origin(
                "frame:" + Digests.key(body.toString()), null, null, null, JsonBody.iso(body.path("timestamp")));
    }

    private String channel() {
        return requiredText(body.path("channel"), "id");
    }
}
