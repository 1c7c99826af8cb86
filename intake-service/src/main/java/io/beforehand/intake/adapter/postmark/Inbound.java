package io.beforehand.intake.adapter.postmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.email.CheckedFields;
import io.beforehand.intake.adapter.email.InboundMail;
import io.beforehand.intake.mail.Checks;
import io.beforehand.intake.mail.Checks.Result;
import io.beforehand.intake.mail.Envelope;
import io.beforehand.intake.mail.MailField;
import io.beforehand.intake.mail.MailFile;
import io.beforehand.intake.mail.ParsedMail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mail in JSON. Its header fields are there but for those that have a member of their own. */
record Inbound(JsonNode body, String mailId) {

    /** What the button of the console sends, to see whether we are there: nobody wrote it, and nobody is to be answered. */
    private static final String TEST = "00000000-0000-0000-0000-000000000000";

    private static final Map<String, String> LISTS = Map.of("FromFull", "From", "ToFull", "To", "CcFull", "Cc");

    static ChannelEvent read(JsonNode body) {
        return new Inbound(body, JsonBody.requiredText(body, "MessageID")).mail();
    }

    private ChannelEvent mail() {
        InboundMail inbound = new InboundMail(mailId, mailId);
        String raw = text("RawEmail");
        if (raw != null) {
            return inbound.raw(raw.getBytes(StandardCharsets.UTF_8), envelope());
        }
        List<ParsedMail.Text> texts = Stream.of(
                        Optional.ofNullable(text("TextBody")).map(ParsedMail.Text::plain),
                        Optional.ofNullable(text("HtmlBody")).map(ParsedMail.Text::html))
                .flatMap(Optional::stream)
                .toList();
        return inbound.parsed(new ParsedMail(header(), texts, text("StrippedTextReply"), files()), envelope());
    }

    private List<MailField> header() {
        List<MailField> fields = new ArrayList<>();
        LISTS.forEach((member, field) -> {
            JsonNode people = body.path(member);
            for (JsonNode person : people.isArray() ? people : List.of(people)) {
                String address = JsonBody.text(person.path("Email"));
                if (address != null) {
                    fields.add(MailField.address(field, person.path("Name").asText(), address));
                }
            }
        });
        for (String name : List.of("From", "Subject")) {
            Optional.ofNullable(text(name)).ifPresent(value -> fields.add(new MailField(name, value)));
        }
        Optional.ofNullable(text("ReplyTo")).ifPresent(value -> fields.add(new MailField("Reply-To", value)));
        fields.addAll(others());
        return fields;
    }

    private List<MailField> others() {
        List<MailField> fields = new ArrayList<>();
        for (JsonNode field : body.path("Headers")) {
            fields.add(new MailField(
                    field.path("Name").asText(), field.path("Value").asText()));
        }
        return fields;
    }

    private List<MailFile> files() {
        List<MailFile> files = new ArrayList<>();
        for (JsonNode file : body.path("Attachments")) {
            String type = JsonBody.text(file.path("ContentType"));
            files.add(new MailFile(
                    JsonBody.text(file.path("Name")),
                    type == null ? "application/octet-stream" : type,
                    content(file.path("Content").asText(file.path("Data").asText()))));
        }
        return files;
    }

    private static byte[] content(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw new MalformedDeliveryException("an attachment is not Base64");
        }
    }

    private Envelope envelope() {
        String recipient = text("OriginalRecipient");
        CheckedFields fields = new CheckedFields(others());
        Checks checks = Checks.ofSender(
                fields.worst("Received-SPF", value -> Result.of(value.split("[\\s(;]", 2)[0])),
                fields.worst("X-Spam-Tests", Inbound::dkim),
                Result.failIf(fields.isYes("X-Spam-Status")));
        return new Envelope(
                mailId.equals(TEST) ? "" : null,
                recipient == null ? List.of() : List.of(recipient),
                text("Date"),
                checks);
    }

    /** By the names that SpamAssassin gives its tests. */
    private static Result dkim(String tests) {
        return tests.contains("DKIM_INVALID")
                ? Result.FAIL
                : tests.contains("DKIM_VALID") ? Result.PASS : Result.UNKNOWN;
    }

    private @Nullable String text(String member) {
        return JsonBody.text(body.path(member));
    }
}
