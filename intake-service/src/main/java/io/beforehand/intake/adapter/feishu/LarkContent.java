package io.beforehand.intake.adapter.feishu;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.adapter.signature.Hmac;
import io.beforehand.intake.request.core.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a message says: JSON within a text. A message of a kind that is not known is a message all the same. */
final class LarkContent {

    private LarkContent() {}

    static Content read(String type, @Nullable String json, JsonNode mentions) {
        JsonNode content = json == null ? JsonBody.newObject() : parsed(json);
        List<Attachment> files = files(content);
        return switch (type) {
            case "text" -> Content.typed(named(text(content.path("text")), mentions));
            case "post" -> {
                LarkPost post = LarkPost.of(content);
                yield Content.typed(named(post.written(), mentions))
                        .about(post.title())
                        .with(post.images());
            }
            case "location", "todo", "vote", "share_calendar_event", "calendar" ->
                Content.typed(words(content)).from(TextOrigin.CAPTION);
            default -> Content.typed(null).with(files);
        };
    }

    static List<Attachment> files(JsonNode content) {
        List<Attachment> files = new ArrayList<>();
        Stream.of("file_key", "image_key").map(key -> text(content.path(key))).forEach(id -> {
            if (id != null && files.isEmpty()) {
                files.add(new Attachment(text(content.path("file_name")), null, null, null, id));
            }
        });
        return files;
    }

    private static @Nullable String named(@Nullable String text, JsonNode mentions) {
        return text == null ? null : new LarkMentions(mentions).named(text);
    }

    private static @Nullable String words(JsonNode content) {
        return Stream.of("name", "topic", "summary")
                .map(field -> text(content.path(field)))
                .filter(word -> word != null)
                .findFirst()
                .orElse(null);
    }

    private static JsonNode parsed(String json) {
        try {
            return JsonBody.object(Hmac.bytes(json));
        } catch (MalformedDeliveryException _) {
            return JsonBody.newObject();
        }
    }
}
