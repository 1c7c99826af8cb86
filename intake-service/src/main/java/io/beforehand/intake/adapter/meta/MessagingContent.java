package io.beforehand.intake.adapter.meta;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.MediaAddress;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.request.core.Attachment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message of Messenger or Instagram holds. Its media are public addresses that expire, and links to anywhere. */
final class MessagingContent {

    private MessagingContent() {}

    static Content of(JsonNode message) {
        List<Attachment> attachments = new ArrayList<>();
        for (JsonNode attachment : message.path("attachments")) {
            attachments.add(attachment(attachment, attachment.path("payload")));
        }
        String text = text(message.path("text"));
        Content content = message.has("quick_reply") ? chosen(text) : Content.typed(text);
        return content.with(attachments);
    }

    static Content chosen(@Nullable String text) {
        return Content.typed(text).from(TextOrigin.CHOSEN);
    }

    private static Attachment attachment(JsonNode attachment, JsonNode payload) {
        String type = attachment.path("type").asText();
        String mediaType =
                switch (type) {
                    case "image", "video", "audio" -> type + "/*";
                    default -> null;
                };
        return new Attachment(
                either(payload.path("title"), attachment.path("title")),
                mediaType,
                null,
                MediaAddress.open(either(payload.path("url"), attachment.path("url"))),
                either(payload.path("sticker_id"), payload.path("reel_video_id")));
    }

    private static @Nullable String either(JsonNode one, JsonNode other) {
        String text = text(one);
        return text == null ? text(other) : text;
    }
}
