package io.beforehand.intake.adapter.genesys;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.request.core.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a message says: its text, the files that came with it, or the button that was chosen. */
final class OpenContent {

    private OpenContent() {}

    static boolean isReaction(JsonNode message) {
        JsonNode content = message.path("content");
        return content.size() == 1 && "Reactions".equals(text(content.path(0).path("contentType")));
    }

    static Content read(JsonNode message) {
        String said = text(message.path("text"));
        TextOrigin origin = TextOrigin.TYPED;
        List<Attachment> files = new ArrayList<>();
        for (JsonNode part : message.path("content")) {
            JsonNode file = part.path("attachment");
            if (file.isObject()) {
                files.add(attachment(file));
                origin = TextOrigin.CAPTION;
                said = said == null ? text(file.path("text")) : said;
            }
            String chosen = chosen(part);
            if (chosen != null) {
                origin = TextOrigin.CHOSEN;
                said = said == null ? chosen : said;
            }
        }
        return Content.typed(said).from(origin).with(files);
    }

    private static Attachment attachment(JsonNode file) {
        String url = text(file.path("url"));
        return new Attachment(
                text(file.path("filename")),
                text(file.path("mime")),
                null,
                url != null && url.startsWith("https://") ? url : null,
                text(file.path("id")));
    }

    private static @Nullable String chosen(JsonNode part) {
        return Stream.of("buttonResponse", "quickReply")
                .map(part::path)
                .filter(JsonNode::isObject)
                .flatMap(button -> Stream.of(text(button.path("text")), text(button.path("payload"))))
                .filter(words -> words != null)
                .findFirst()
                .orElse(null);
    }
}
