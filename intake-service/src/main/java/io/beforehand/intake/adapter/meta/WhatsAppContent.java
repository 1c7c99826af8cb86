package io.beforehand.intake.adapter.meta;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.request.core.Attachment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a message holds, by its type. */
final class WhatsAppContent {

    private WhatsAppContent() {}

    /** Empty if it is nothing that a customer says. What WhatsApp cannot show us, he said all the same. */
    static Optional<Content> of(JsonNode message) {
        String type = message.path("type").asText();
        JsonNode part = message.path(type);
        return switch (type) {
            case "text" -> Optional.of(Content.typed(text(part.path("body"))));
            case "image", "video", "audio", "voice", "document", "sticker" -> Optional.of(media(part));
            case "location" ->
                Optional.of(chosen(lines(text(part.path("name")), text(part.path("address")), place(part))));
            case "contacts" -> Optional.of(chosen(people(part)));
            case "button" -> Optional.of(chosen(text(part.path("text"))));
            case "interactive" -> interactive(part);
            case "order" -> Optional.of(Content.typed(text(part.path("text"))));
            case "unsupported", "unknown" -> Optional.of(Content.typed(null));
            default -> Optional.empty();
        };
    }

    private static Content media(JsonNode part) {
        Attachment attachment = new Attachment(
                text(part.path("filename")),
                text(part.path("mime_type")),
                JsonBody.number(part.path("file_size")).orElse(null),
                MetaFields.media(text(part.path("url"))),
                text(part.path("id")));
        return Content.typed(text(part.path("caption")))
                .from(TextOrigin.CAPTION)
                .with(List.of(attachment));
    }

    private static Optional<Content> interactive(JsonNode part) {
        String type = part.path("type").asText();
        JsonNode reply = part.path(type);
        return switch (type) {
            case "button_reply" -> Optional.of(chosen(text(reply.path("title"))));
            case "list_reply" -> Optional.of(chosen(lines(text(reply.path("title")), text(reply.path("description")))));
            case "nfm_reply" -> Optional.of(chosen(form(reply)));
            case "call_permission_reply" -> Optional.empty();
            default -> Optional.of(chosen(null));
        };
    }

    /** The form that the customer filled in; what it looked like to him, nobody tells us. */
    private static @Nullable String form(JsonNode reply) {
        String answers = text(reply.path("response_json"));
        if (answers == null) {
            return text(reply.path("body"));
        }
        StringJoiner lines = new StringJoiner("\n");
        try {
            JsonBody.read(answers.getBytes(StandardCharsets.UTF_8)).properties().stream()
                    .filter(field -> !field.getKey().equals("flow_token") && text(field.getValue()) != null)
                    .forEach(field -> lines.add(field.getKey() + ": " + text(field.getValue())));
        } catch (MalformedDeliveryException _) {
            return answers;
        }
        return lines.length() == 0 ? text(reply.path("body")) : lines.toString();
    }

    private static @Nullable String people(JsonNode contacts) {
        return lines(contacts.valueStream()
                .flatMap(contact -> Stream.concat(
                        Stream.of(contact.path("name").path("formatted_name")),
                        contact.path("phones").valueStream().map(phone -> phone.path("phone"))))
                .map(JsonBody::text)
                .toArray(String[]::new));
    }

    private static @Nullable String place(JsonNode location) {
        String latitude = text(location.path("latitude"));
        String longitude = text(location.path("longitude"));
        return latitude == null || longitude == null ? null : latitude + "," + longitude;
    }

    private static Content chosen(@Nullable String text) {
        return Content.typed(text).from(TextOrigin.CHOSEN);
    }

    private static @Nullable String lines(@Nullable String... lines) {
        String text = Stream.of(lines).filter(line -> line != null).collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }
}
