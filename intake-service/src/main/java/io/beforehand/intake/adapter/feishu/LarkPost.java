package io.beforehand.intake.adapter.feishu;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.request.core.Attachment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rich text: lines of words, links, mentions and pictures; sometimes once for each language, of which the first is as good as any. */
record LarkPost(@Nullable String title, @Nullable String written, List<Attachment> images) {

    static LarkPost of(JsonNode content) {
        JsonNode post = content.has("content") || content.isEmpty()
                ? content
                : content.iterator().next();
        List<String> lines = new ArrayList<>();
        List<Attachment> images = new ArrayList<>();
        for (JsonNode line : post.path("content")) {
            StringBuilder words = new StringBuilder();
            for (JsonNode part : line) {
                words.append(words(part));
                String image = text(part.path("image_key"));
                if (image != null) {
                    images.add(new Attachment(null, null, null, null, image));
                }
            }
            lines.add(words.toString());
        }
        String written = String.join("\n", lines).strip();
        return new LarkPost(text(post.path("title")), written.isEmpty() ? null : written, images);
    }

    private static String words(JsonNode part) {
        String said = text(part.path("text"));
        String mentioned = text(part.path("user_name"));
        if ("at".equals(text(part.path("tag")))) {
            String placeholder = text(part.path("user_id"));
            return mentioned != null ? "@" + mentioned : placeholder == null ? "" : placeholder;
        }
        return said == null ? "" : said;
    }
}
