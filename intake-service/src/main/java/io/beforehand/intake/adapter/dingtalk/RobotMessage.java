package io.beforehand.intake.adapter.dingtalk;

import static io.beforehand.intake.adapter.JsonBody.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Content;
import io.beforehand.intake.adapter.ChannelEvent.Origin;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.request.core.Attachment;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said to the robot, in a group by mentioning it. An answer goes to an address that comes with the message; if none
 * does, to him, and not to where he wrote before.
 */
record RobotMessage(JsonNode body, Origin origin) {

    private static final String ANSWERED_AT = "oapi.dingtalk.com";

    static RobotMessage of(JsonNode body) {
        String id = JsonBody.requiredText(body, "msgId");
        return new RobotMessage(
                body,
                new Origin(
                        "message:" + id,
                        null,
                        id,
                        JsonBody.requiredText(body, "conversationId"),
                        JsonBody.millis(body.path("createAt"))));
    }

    ChannelEvent read() {
        Optional<Content> content = content(JsonBody.requiredText(body, "msgtype"));
        if (content.isEmpty()) {
            return new PassedOver(origin, Reason.UNKNOWN_TYPE);
        }
        String answeredAt = answeredAt();
        return new ChannelEvent.Said(
                origin,
                Channel.CHAT,
                new Customer(
                        sender(),
                        text(body.path("senderNick")),
                        null,
                        null,
                        answeredAt == null ? sender() : answeredAt),
                content.get()
                        .until(answeredAt == null ? null : JsonBody.millis(body.path("sessionWebhookExpiredTime"))));
    }

    private Optional<Content> content(String type) {
        JsonNode content = body.path("content");
        return switch (type) {
            case "text" ->
                Optional.of(Content.typed(stripped(text(body.path("text").path("content")))));
            case "richText" -> Optional.of(rich(content.path("richText")));
            case "picture", "video", "file" ->
                Optional.of(Content.typed(null).with(files(content, content.path("fileName"))));
            case "audio" ->
                Optional.of(Content.typed(text(content.path("recognition")))
                        .from(TextOrigin.ASR)
                        .with(files(content, content.path("fileName"))));
            default -> Optional.empty();
        };
    }

    /** Words and pictures mixed. */
    private static Content rich(JsonNode parts) {
        StringBuilder words = new StringBuilder();
        List<Attachment> attachments = new ArrayList<>();
        for (JsonNode part : parts) {
            String said = text(part.path("text"));
            words.append(said == null ? "" : said);
            attachments.addAll(files(part, part.path("fileName")));
        }
        return Content.typed(stripped(words.toString())).with(attachments);
    }

    private static List<Attachment> files(JsonNode content, JsonNode name) {
        String code = text(content.path("downloadCode"));
        return code == null ? List.of() : List.of(new Attachment(text(name), null, null, null, code));
    }

    /** People of other organisations have no staff id. */
    private String sender() {
        String staffId = text(body.path("senderStaffId"));
        return staffId == null ? JsonBody.requiredText(body, "senderId") : staffId;
    }

    /** Where DingTalk takes answers for a while; an address elsewhere is dropped, lest answers go to whoever sent it. */
    private @Nullable String answeredAt() {
        String url = text(body.path("sessionWebhook"));
        try {
            URI address = URI.create(url == null ? "" : url);
            return "https".equals(address.getScheme())
                            && ANSWERED_AT.equals(address.getHost())
                            && address.getPort() == -1
                            && address.getUserInfo() == null
                    ? url
                    : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** Mentioning the robot leaves a blank. */
    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
