package io.beforehand.intake.adapter.telegram;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.request.core.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a message holds. Files are asked for by their id. */
final class TelegramContent {

    private static final List<String> FILES = List.of("audio", "document", "video", "voice");

    private TelegramContent() {}

    /** Empty if it is nothing that somebody says. */
    static Optional<Content> of(JsonNode message) {
        List<Attachment> attachments = attachments(message);
        if (message.has("text")) {
            return Optional.of(Content.typed(text(message.path("text"))).with(attachments));
        }
        if (!attachments.isEmpty() || message.has("caption")) {
            return Optional.of(Content.typed(text(message.path("caption")))
                    .from(TextOrigin.CAPTION)
                    .with(attachments));
        }
        return Optional.ofNullable(chosen(message))
                .map(text -> Content.typed(text).from(TextOrigin.CHOSEN));
    }

    private static @Nullable String chosen(JsonNode message) {
        if (message.has("venue")) {
            JsonNode venue = message.path("venue");
            return lines(text(venue.path("title")), text(venue.path("address")), place(venue.path("location")));
        }
        if (message.has("location")) {
            return place(message.path("location"));
        }
        if (message.has("contact")) {
            JsonNode contact = message.path("contact");
            return lines(
                    text(contact.path("first_name")),
                    text(contact.path("last_name")),
                    text(contact.path("phone_number")));
        }
        JsonNode dice = message.path("dice").path("emoji");
        return text(message.has("web_app_data") ? message.path("web_app_data").path("data") : dice);
    }

    private static List<Attachment> attachments(JsonNode message) {
        List<Attachment> attachments = new ArrayList<>();
        JsonNode sizes = message.path("photo");
        if (!sizes.isEmpty()) {
            attachments.add(file(sizes.path(sizes.size() - 1), "image/jpeg"));
        }
        if (message.has("animation")) {
            attachments.add(file(message.path("animation"), "video/mp4"));
            return attachments;
        }
        for (String type : FILES) {
            if (message.has(type)) {
                attachments.add(file(message.path(type), null));
            }
        }
        if (message.has("video_note")) {
            attachments.add(file(message.path("video_note"), "video/mp4"));
        }
        if (message.has("sticker")) {
            attachments.add(file(message.path("sticker"), "image/*"));
        }
        return attachments;
    }

    private static Attachment file(JsonNode file, @Nullable String otherwise) {
        String mediaType = text(file.path("mime_type"));
        return new Attachment(
                text(file.path("file_name")),
                mediaType == null ? otherwise : mediaType,
                JsonBody.number(file.path("file_size")).orElse(null),
                null,
                text(file.path("file_id")));
    }

    private static @Nullable String place(JsonNode location) {
        String latitude = text(location.path("latitude"));
        String longitude = text(location.path("longitude"));
        return latitude == null || longitude == null ? null : latitude + "," + longitude;
    }

    private static @Nullable String lines(@Nullable String... lines) {
        String text = Stream.of(lines).filter(line -> line != null).collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }
}
