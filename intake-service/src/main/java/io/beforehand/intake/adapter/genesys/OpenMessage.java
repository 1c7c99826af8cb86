package io.beforehand.intake.adapter.genesys;

import static io.beforehand.intake.adapter.JsonBody.requiredText;
import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.Visibility;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.JsonBody;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A message, an event or a receipt, from the customer ({@code Inbound}) or to him. */
record OpenMessage(JsonNode body, JsonNode channel, boolean inbound) {

    static OpenMessage of(JsonNode body) {
        return new OpenMessage(
                body, body.path("channel"), requiredText(body, "direction").equalsIgnoreCase("inbound"));
    }

    ChannelEvent read() {
        return switch (requiredText(body, "type")) {
            case "Text", "Structured" -> inbound ? said() : answered();
            case "Receipt" -> receipt(requiredText(body, "status").toLowerCase(Locale.ROOT));
            case "Event" -> new PassedOver(origin("event"), reason());
            default -> new PassedOver(origin("other"), Reason.UNKNOWN_TYPE);
        };
    }

    private ChannelEvent said() {
        if (OpenContent.isReaction(body)) {
            return new PassedOver(origin("reaction"), Reason.REACTION);
        }
        JsonNode from = channel.path("from");
        return new ChannelEvent.Said(
                origin("message"),
                Channel.CHAT,
                new Customer(requiredText(from, "id"), name(from), null, null, null),
                OpenContent.read(body));
    }

    /** Only of a person it is said to be one. */
    private ChannelEvent answered() {
        AuthorKind kind =
                switch (word(body.path("originatingEntity")).toLowerCase(Locale.ROOT)) {
                    case "human" -> AuthorKind.AGENT;
                    case "bot" -> AuthorKind.BOT;
                    default -> AuthorKind.SYSTEM;
                };
        return new ChannelEvent.Answered(
                origin("message"),
                Channel.CHAT,
                new Author(kind, null, null),
                Visibility.PUBLIC,
                text(body.path("text")));
    }

    private ChannelEvent receipt(String status) {
        String state = status.equals("published") ? "sent" : status;
        Origin origin = origin("receipt", ":" + state);
        return switch (state) {
            case "sent", "delivered", "read", "failed" ->
                new ChannelEvent.Receipt(
                        origin,
                        Channel.CHAT,
                        state,
                        text(body.path("reasons").path(0).path("code")));
            default -> new PassedOver(origin, Reason.UNKNOWN_TYPE);
        };
    }

    private Reason reason() {
        return switch (word(body.path("events").path(0).path("eventType"))) {
            case "Typing" -> Reason.TYPING;
            case "Presence" -> Reason.MEMBERSHIP;
            default -> Reason.UNKNOWN_TYPE;
        };
    }

    private Origin origin(String what) {
        return origin(what, "");
    }

    /** Of a receipt the delivery has an id of its own beside that of the message. */
    private Origin origin(String what, String more) {
        String delivery = text(body.path("id"));
        String told = text(channel.path("messageId"));
        String message = told == null ? requiredText(body, "id") : told;
        return new Origin(what + ":" + message + more, delivery, message, conversation(), at());
    }

    /** Messages that a platform hands over are in no conversation yet: it is then between the integration and the customer. */
    private String conversation() {
        String told = text(body.path("conversationId"));
        String from = word(channel.path("from").path("id"));
        String to = word(channel.path("to").path("id"));
        return told != null ? told : inbound ? to + "/" + from : from + "/" + to;
    }

    private @Nullable Instant at() {
        return JsonBody.iso(channel.path("time"));
    }

    private static @Nullable String name(JsonNode from) {
        String names = Stream.of("firstName", "lastName")
                .map(field -> word(from.path(field)))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? text(from.path("nickname")) : names;
    }

    private static String word(JsonNode node) {
        String text = text(node);
        return text == null ? "" : text;
    }
}
