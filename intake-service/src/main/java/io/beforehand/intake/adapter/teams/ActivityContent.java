package io.beforehand.intake.adapter.teams;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.request.core.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What an activity says: without the mention by which it was addressed to us, other people by their names. */
final class ActivityContent {

    private static final Pattern ADDRESSED = Pattern.compile("^\\s*<at[^>]*>[^<]*</at>");
    private static final Pattern MENTION = Pattern.compile("<at[^>]*>([^<]*)</at>");
    private static final String HTML = "text/html";

    private ActivityContent() {}

    static Content read(JsonNode activity) {
        String typed = typed(activity);
        Content content = Content.typed(typed);
        JsonNode chosen = activity.path("value");
        if (typed == null && !chosen.isMissingNode() && !chosen.isNull()) {
            content = Content.typed(chosen.isValueNode() ? text(chosen) : JsonBody.write(chosen))
                    .from(TextOrigin.CHOSEN);
        } else if (typed == null) {
            content = Content.typed(stripped(activity)).from(TextOrigin.STRIPPED_HTML);
        }
        return content.with(files(activity));
    }

    private static @Nullable String typed(JsonNode activity) {
        String text = text(activity.path("text"));
        if (text == null) {
            return null;
        }
        String us = text(activity.path("recipient").path("id"));
        boolean addressed = false;
        for (JsonNode entity : activity.path("entities")) {
            String shown = text(entity.path("text"));
            String whom = text(entity.path("mentioned").path("id"));
            if (shown != null && us != null && us.equals(whom)) {
                text = text.replace(shown, "");
                addressed = true;
            }
        }
        text = addressed || us != null ? text : ADDRESSED.matcher(text).replaceFirst("");
        String words =
                MENTION.matcher(text).replaceAll("@$1").replace("&nbsp;", " ").strip();
        return words.isEmpty() ? null : words;
    }

    /** The same as the text, in HTML; all there is of some messages. */
    private static @Nullable String stripped(JsonNode activity) {
        for (JsonNode attachment : activity.path("attachments")) {
            String html = text(attachment.path("content"));
            if (html != null && HTML.equals(text(attachment.path("contentType")))) {
                String words = Jsoup.parse(html).text();
                return words.isBlank() ? null : words;
            }
        }
        return null;
    }

    private static List<Attachment> files(JsonNode activity) {
        List<Attachment> files = new ArrayList<>();
        for (JsonNode attachment : activity.path("attachments")) {
            String type = text(attachment.path("contentType"));
            String name = text(attachment.path("name"));
            if ("application/vnd.microsoft.teams.file.download.info".equals(type)) {
                JsonNode content = attachment.path("content");
                files.add(new Attachment(
                        name,
                        null,
                        null,
                        ServiceUrl.file(content.path("downloadUrl")),
                        text(content.path("uniqueId"))));
            } else if (type != null && !type.equals(HTML) && !type.startsWith("application/vnd.microsoft.card")) {
                files.add(new Attachment(name, type, null, ServiceUrl.file(attachment.path("contentUrl")), null));
            }
        }
        return files;
    }
}
