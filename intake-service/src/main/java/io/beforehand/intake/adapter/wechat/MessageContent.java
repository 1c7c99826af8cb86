package io.beforehand.intake.adapter.wechat;

import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.request.core.Attachment;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a message says, by its type. Media are named by their id, with which they can be fetched for three days. */
final class MessageContent {

    private MessageContent() {}

    /** Empty for a type that is not known. */
    static Optional<Content> read(String type, PushedFields fields) {
        return Optional.ofNullable(
                switch (type) {
                    case "text" -> Content.typed(fields.get("Content").orElse(null));
                    case "image" -> words(null, fields).with(media(null, picture(fields), fields));
                    case "voice" ->
                        Content.typed(fields.get("Recognition").orElse(null))
                                .from(TextOrigin.ASR)
                                .with(media(audio(fields), null, fields));
                    case "video", "shortvideo" -> words(null, fields).with(media(null, null, fields));
                    case "file" -> words(null, fields).with(media(null, null, fields));
                    case "location" -> words(place(fields), fields);
                    case "link", "miniprogrampage" ->
                        words(joined("\n", fields, "Title", "Description", "Url"), fields);
                    default -> null;
                });
    }

    /** What is not typed but stands for something. */
    private static Content words(@Nullable String text, PushedFields fields) {
        return Content.typed(text == null ? fields.get("Title").orElse(null) : text)
                .from(TextOrigin.CAPTION);
    }

    private static List<Attachment> media(@Nullable String mediaType, @Nullable String url, PushedFields fields) {
        String id = fields.get("MediaId").orElse(null);
        return id == null && url == null
                ? List.of()
                : List.of(new Attachment(fields.get("Title").orElse(null), mediaType, null, url, id));
    }

    private static @Nullable String audio(PushedFields fields) {
        return fields.get("Format")
                .filter(format -> format.matches("[A-Za-z0-9-]{1,20}"))
                .map("audio/"::concat)
                .orElse(null);
    }

    /** Where WeChat keeps a picture. What looks like an address and is not one of WeChat's is dropped: somebody might call it. */
    private static @Nullable String picture(PushedFields fields) {
        return fields.get("PicUrl")
                .filter(url -> !url.contains(":") && !url.contains("//") || isWechats(url))
                .orElse(null);
    }

    private static boolean isWechats(String url) {
        try {
            URI address = URI.create(url);
            String host = address.getHost();
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && host != null
                    && Stream.of("qpic.cn", "qlogo.cn", "weixin.qq.com")
                            .anyMatch(ours -> host.equals(ours) || host.endsWith("." + ours));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static @Nullable String place(PushedFields fields) {
        return fields.get("Label").orElseGet(() -> joined(",", fields, "Location_X", "Location_Y"));
    }

    private static @Nullable String joined(String between, PushedFields fields, String... names) {
        String text =
                Stream.of(names).flatMap(name -> fields.get(name).stream()).collect(Collectors.joining(between));
        return text.isEmpty() ? null : text;
    }
}
