package io.beforehand.intake.adapter.teams;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.request.core.Attachment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What an activity says: without the mention by which it was addressed to us, other people by their names. */
final class ActivityContent {

    /** What it has looked at it does not look at again: neither part reaches beyond the next {@code <}. */
    private static final Pattern MENTION = Pattern.compile("<at[^<>]*+>([^<]*+)</at>");

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
        String words = withoutUs(text, mentionsOfUs(activity, text))
                .replace("&nbsp;", " ")
                .strip();
        return words.isEmpty() ? null : words;
    }

    /** Others become their names. @param ours the mentions that are left out */
    static String withoutUs(CharSequence text, Set<String> ours) {
        return MENTION.matcher(text)
                .replaceAll(mention ->
                        ours.contains(mention.group()) ? "" : Matcher.quoteReplacement("@" + mention.group(1)));
    }

    /** An outgoing webhook is not told whom a mention means: it is the one that the text begins with. */
    private static Set<String> mentionsOfUs(JsonNode activity, String text) {
        String us = text(activity.path("recipient").path("id"));
        if (us == null) {
            Matcher first = MENTION.matcher(text.stripLeading());
            return first.lookingAt() ? Set.of(first.group()) : Set.of();
        }
        Set<String> ours = new HashSet<>();
        for (JsonNode entity : activity.path("entities")) {
            String shown = text(entity.path("text"));
            if (shown != null && us.equals(text(entity.path("mentioned").path("id")))) {
                ours.add(shown);
            }
        }
        return ours;
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
