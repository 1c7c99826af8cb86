package io.beforehand.intake.adapter.ses;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.email.InboundMail;
import io.beforehand.intake.mail.Checks;
import io.beforehand.intake.mail.Checks.Result;
import io.beforehand.intake.mail.Envelope;
import io.beforehand.intake.mail.MailField;
import io.beforehand.intake.mail.ParsedMail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A mail that came in. Where its content went elsewhere, to a bucket, its header is still worth a request. */
record Received(JsonNode told, String pushId) implements SesNotification {

    /** What SES keeps of a header that is not told in full. */
    private static final Map<String, String> COMMON = Map.of(
            "from", "From",
            "to", "To",
            "cc", "Cc",
            "replyTo", "Reply-To",
            "subject", "Subject",
            "date", "Date",
            "messageId", "Message-ID");

    @Override
    public ChannelEvent read() {
        InboundMail inbound = new InboundMail(pushId, JsonBody.requiredText(told.path("mail"), "messageId"));
        String content = JsonBody.text(told.path("content"));
        return content == null
                ? inbound.parsed(new ParsedMail(header(), List.of(), null, List.of()), envelope())
                : inbound.raw(bytes(content), envelope());
    }

    private byte[] bytes(String content) {
        if (!"BASE64"
                .equalsIgnoreCase(
                        told.path("receipt").path("action").path("encoding").asText())) {
            return content.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getMimeDecoder().decode(content);
        } catch (IllegalArgumentException _) {
            throw new MalformedDeliveryException("the mail is not Base64");
        }
    }

    private List<MailField> header() {
        List<MailField> fields = new ArrayList<>();
        for (JsonNode field : told.path("mail").path("headers")) {
            fields.add(new MailField(
                    field.path("name").asText(), field.path("value").asText()));
        }
        JsonNode common = told.path("mail").path("commonHeaders");
        COMMON.forEach((member, name) -> {
            JsonNode values = common.path(member);
            for (JsonNode value : values.isArray() ? values : List.of(values)) {
                if (value.isTextual()) {
                    fields.add(new MailField(name, value.asText()));
                }
            }
        });
        return fields;
    }

    private Envelope envelope() {
        List<String> recipients = new ArrayList<>();
        for (JsonNode recipient : told.path("receipt").path("recipients")) {
            recipients.add(recipient.asText());
        }
        JsonNode source = told.path("mail").path("source");
        return new Envelope(source.isTextual() ? source.textValue() : null, recipients, null, checks());
    }

    private Checks checks() {
        return new Checks(
                result("spfVerdict"),
                result("dkimVerdict"),
                result("dmarcVerdict"),
                result("spamVerdict"),
                result("virusVerdict"));
    }

    private Result result(String check) {
        return Result.of(JsonBody.text(told.path("receipt").path(check).path("status")));
    }
}
