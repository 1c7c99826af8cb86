package io.beforehand.intake.adapter.weibo;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.Moments;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.request.core.Attachment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One push. A private message has no id: who sent it, when and what it says make one. A mention is a post, which has. */
record WeiboPush(
        String type,
        String sender,
        String receiver,
        String createdAt,
        @Nullable String words,
        JsonNode data) {

    private static final DateTimeFormatter TIMES =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

    static WeiboPush of(JsonNode body) {
        return new WeiboPush(
                JsonBody.requiredText(body, "type"),
                JsonBody.requiredText(body, "sender_id"),
                JsonBody.requiredText(body, "receiver_id"),
                JsonBody.requiredText(body, "created_at"),
                text(body.path("text")),
                body.path("data"));
    }

    ChannelEvent read() {
        return switch (type) {
            case "text" -> said(message(), Content.typed(words));
            case "image", "voice" ->
                said(message(), Content.typed(words).from(TextOrigin.CAPTION).with(media()));
            case "position" -> said(message(), Content.typed(place()).from(TextOrigin.CAPTION));
            case "mention" -> said(mention(), Content.typed(words));
            case "event" -> event(word("subtype"));
            default -> new PassedOver(message(), Reason.UNKNOWN_TYPE);
        };
    }

    private ChannelEvent event(String subtype) {
        return switch (subtype) {
            case "click" ->
                said(message(), Content.typed(text(data.path("key"))).from(TextOrigin.CHOSEN));
            case "unfollow", "unsubscribe" -> new ChannelEvent.OptedOut(message(), Channel.SOCIAL, sender);
            case "follow", "subscribe", "scan_follow" -> new ChannelEvent.OptedIn(message(), Channel.SOCIAL, sender);
            default -> new PassedOver(message(), Reason.UNKNOWN_TYPE);
        };
    }

    private ChannelEvent said(Origin origin, Content content) {
        return new ChannelEvent.Said(origin, Channel.SOCIAL, new Customer(sender, null, null, null, null), content);
    }

    /** Two messages of one second differ in what they say. */
    private Origin message() {
        String known = Digests.key(sender, createdAt, type, words == null ? "" : words, data.toString());
        return new Origin(
                "message:" + known, sender + "|" + createdAt + "|" + type, null, conversation(), occurredAt());
    }

    private Origin mention() {
        String id = text(data.path("key"));
        return id == null ? message() : new Origin(word("subtype") + ":" + id, null, id, conversation(), occurredAt());
    }

    /** A picture or a voice is kept once for each of the two; the receiver fetches his own. */
    private List<Attachment> media() {
        String id = text(data.path("tovfid"));
        return id == null ? List.of() : List.of(new Attachment(null, null, null, null, id));
    }

    private @Nullable String place() {
        String longitude = text(data.path("longitude"));
        String latitude = text(data.path("latitude"));
        return words == null && longitude != null && latitude != null ? latitude + "," + longitude : words;
    }

    private String conversation() {
        return receiver + "/" + sender;
    }

    private @Nullable Instant occurredAt() {
        try {
            return Moments.plausible(ZonedDateTime.parse(createdAt, TIMES).toInstant())
                    .orElse(null);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private String word(String field) {
        String word = text(data.path(field));
        return word == null ? "" : word;
    }
}
