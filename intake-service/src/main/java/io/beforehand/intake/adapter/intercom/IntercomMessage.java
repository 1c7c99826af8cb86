package io.beforehand.intake.adapter.intercom;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Author;
import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.Visibility;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.MediaAddress;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.mail.HtmlText;
import io.beforehand.intake.request.core.Attachment;
import io.beforehand.intake.request.core.Hints;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What somebody wrote in a conversation: its source, or a part of it. It is HTML, with pictures in it. */
record IntercomMessage(IntercomNotification notification, JsonNode message, JsonNode createdAt) {

    ChannelEvent read() {
        JsonNode author = message.path("author");
        if (message.path("part_type").asText().equals("note")) {
            return new PassedOver(origin("note"), Reason.PRIVATE_NOTE);
        }
        return switch (author.path("type").asText()) {
            case "user", "lead", "contact" -> said(author);
            case "admin", "team" -> answered(author, AuthorKind.AGENT);
            case "bot", "operator" -> answered(author, AuthorKind.BOT);
            default -> new PassedOver(origin("unknown"), Reason.UNKNOWN_TYPE);
        };
    }

    private ChannelEvent said(JsonNode author) {
        String text = plain(message.path("body"));
        Content content = new Content(
                plain(message.path("subject")),
                text,
                text == null ? TextOrigin.NONE : TextOrigin.STRIPPED_HTML,
                attachments(),
                null,
                null,
                Hints.NONE);
        Customer customer =
                new Customer(JsonBody.requiredText(author, "id"), text(author.path("name")), null, null, null);
        return new ChannelEvent.Said(origin("message"), Channel.CHAT, customer, content);
    }

    /** Parts also tell of assignments and the like: where nothing is said, nobody answered. */
    private ChannelEvent answered(JsonNode author, AuthorKind kind) {
        String text = plain(message.path("body"));
        if (text == null && attachments().isEmpty()) {
            return new PassedOver(origin("part"), Reason.UNKNOWN_TYPE);
        }
        return new ChannelEvent.Answered(
                origin("message"),
                Channel.CHAT,
                new Author(kind, text(author.path("id")), text(author.path("name"))),
                Visibility.PUBLIC,
                text);
    }

    private List<Attachment> attachments() {
        List<Attachment> attachments = new ArrayList<>();
        for (JsonNode file : message.path("attachments")) {
            attachments.add(new Attachment(
                    text(file.path("name")),
                    text(file.path("content_type")),
                    JsonBody.number(file.path("filesize")).orElse(null),
                    MediaAddress.open(text(file.path("url"))),
                    null));
        }
        for (Element picture : Jsoup.parse(message.path("body").asText("")).select("img[src]")) {
            attachments.add(new Attachment(null, "image/*", null, MediaAddress.open(picture.attr("src")), null));
        }
        return attachments;
    }

    private static @Nullable String plain(JsonNode html) {
        String text = text(html);
        String plain = text == null ? "" : HtmlText.of(text);
        return plain.isEmpty() ? null : plain;
    }

    private Origin origin(String what) {
        String id = JsonBody.requiredText(message, "id");
        Origin origin = notification.origin(what, id, null);
        if (origin.conversation() == null) {
            throw new MalformedDeliveryException("a message without a conversation");
        }
        return new Origin(
                what + ":" + origin.conversation() + "/" + id,
                origin.deliveryId(),
                id,
                origin.conversation(),
                JsonBody.seconds(createdAt));
    }
}
