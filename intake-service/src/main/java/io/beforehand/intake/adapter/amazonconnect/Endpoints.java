package io.beforehand.intake.adapter.amazonconnect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.JsonBody;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that Amazon Connect writes now in capitals, now in small letters. */
final class Endpoints {

    private Endpoints() {}

    /** The field of that name, however it is written. */
    static JsonNode field(JsonNode object, String name) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return field.getValue();
            }
        }
        return MissingNode.getInstance();
    }

    static Channel channel(JsonNode contact) {
        String channel = JsonBody.text(field(contact, "channel"));
        return switch (channel == null ? "" : channel.toUpperCase(Locale.ROOT)) {
            case "CHAT" -> Channel.CHAT;
            case "EMAIL" -> Channel.EMAIL;
            case "TASK" -> Channel.WEB;
            default -> Channel.VOICE;
        };
    }

    /** The customer's number or address; null if he hides it, or it is not told. */
    static @Nullable String address(JsonNode contact) {
        String address = JsonBody.text(field(field(contact, "customerEndpoint"), "address"));
        return address == null || address.equalsIgnoreCase("anonymous") || address.equalsIgnoreCase("unavailable")
                ? null
                : address;
    }
}
