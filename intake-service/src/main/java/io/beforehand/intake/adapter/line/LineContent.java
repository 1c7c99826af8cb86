package io.beforehand.intake.adapter.line;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MediaAddress;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.request.core.Attachment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a message holds, by its type. Media are asked for by the message's id, unless somebody else keeps them. */
final class LineContent {

    private LineContent() {}

    static Optional<Content> of(JsonNode message) {
        String type = message.path("type").asText();
        Content typed = Content.typed(text(message.path("text"))).answering(text(message.path("quotedMessageId")));
        return switch (type) {
            case "text" -> Optional.of(typed);
            case "image", "video", "audio" -> Optional.of(typed.with(List.of(media(message, type + "/*"))));
            case "file" -> Optional.of(typed.with(List.of(file(message))));
            case "sticker" -> Optional.of(typed.with(List.of(sticker(message))));
            case "location" -> Optional.of(Content.typed(place(message)).from(TextOrigin.CHOSEN));
            default -> Optional.empty();
        };
    }

    private static Attachment media(JsonNode message, String mediaType) {
        JsonNode provider = message.path("contentProvider");
        boolean external = provider.path("type").asText().equals("external");
        return new Attachment(
                null,
                mediaType,
                null,
                external ? MediaAddress.open(text(provider.path("originalContentUrl"))) : null,
                external ? null : text(message.path("id")));
    }

    private static Attachment file(JsonNode message) {
        return new Attachment(
                text(message.path("fileName")),
                null,
                JsonBody.number(message.path("fileSize")).orElse(null),
                null,
                text(message.path("id")));
    }

    private static Attachment sticker(JsonNode message) {
        String id = message.path("packageId").asText() + "/"
                + message.path("stickerId").asText();
        return new Attachment(null, "image/*", null, null, id);
    }

    private static @Nullable String place(JsonNode message) {
        String latitude = text(message.path("latitude"));
        String longitude = text(message.path("longitude"));
        String lines = Stream.of(
                        text(message.path("title")),
                        text(message.path("address")),
                        latitude == null || longitude == null ? null : latitude + "," + longitude)
                .filter(line -> line != null)
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : lines;
    }
}
