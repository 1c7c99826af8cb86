package io.beforehand.intake.adapter.sendgrid;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.email.InboundMail;
import io.beforehand.intake.adapter.form.Form;
import io.beforehand.intake.adapter.form.FormPart;
import io.beforehand.intake.mail.Checks;
import io.beforehand.intake.mail.Checks.Result;
import io.beforehand.intake.mail.Envelope;
import io.beforehand.intake.mail.MailField;
import io.beforehand.intake.mail.MailFile;
import io.beforehand.intake.mail.MalformedMailException;
import io.beforehand.intake.mail.ParsedMail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mail in a form, in which each part has a charset of its own; or all of it in the part {@code email}, as it was sent. */
record InboundParse(Form form, JsonNode charsets, JsonNode files) {

    /** From there on SpamAssassin, which scored the mail, takes it for spam. */
    private static final double SPAM = 5;

    static ChannelEvent read(Form form) {
        return new InboundParse(form, json(form, "charsets"), json(form, "attachment-info")).mail();
    }

    private ChannelEvent mail() {
        Optional<FormPart> raw = form.first("email");
        if (raw.isPresent()) {
            return InboundMail.WITHOUT_ID.raw(raw.get().content(), envelope());
        }
        FormPart headers = form.first("headers").orElseThrow(() -> new MalformedDeliveryException("no mail is in it"));
        List<ParsedMail.Text> texts = Stream.of(text("text", "text/plain"), text("html", "text/html"))
                .flatMap(Optional::stream)
                .toList();
        return InboundMail.WITHOUT_ID.parsed(new ParsedMail(fields(headers), texts, null, files(form)), envelope());
    }

    private static List<MailField> fields(FormPart headers) {
        try {
            return ParsedMail.fields(headers.content());
        } catch (MalformedMailException _) {
            throw new MalformedDeliveryException("the mail has no header");
        }
    }

    private Optional<ParsedMail.Text> text(String name, String mediaType) {
        String charset = JsonBody.text(charsets.path(name));
        return form.first(name)
                .map(part -> new ParsedMail.Text(mediaType, part.content(), charset == null ? "utf-8" : charset));
    }

    private List<MailFile> files(Form parts) {
        List<MailFile> found = new ArrayList<>();
        for (FormPart part : parts.parts()) {
            if (part.fileName() != null || part.name().matches("attachment[0-9]+")) {
                found.add(file(part, files.path(part.name())));
            }
        }
        return found;
    }

    private static MailFile file(FormPart part, JsonNode info) {
        String name = JsonBody.text(info.path("filename"));
        String type = JsonBody.text(info.path("type"));
        return new MailFile(
                name == null ? part.fileName() : name,
                type != null ? type : part.mediaType() != null ? part.mediaType() : "application/octet-stream",
                part.content());
    }

    private Envelope envelope() {
        JsonNode envelope = json(form, "envelope");
        List<String> recipients = new ArrayList<>();
        for (JsonNode recipient : envelope.path("to")) {
            recipients.add(recipient.asText());
        }
        JsonNode sender = envelope.path("from");
        return new Envelope(sender.isTextual() ? sender.textValue() : null, recipients, null, checks());
    }

    private Checks checks() {
        String spf = form.text("SPF").orElse(null);
        String dkim = form.text("dkim").orElse("");
        return Checks.ofSender(
                Result.of(spf),
                dkim(dkim),
                Result.failIf(score(form.text("spam_score").orElse(null)) >= SPAM));
    }

    /** Written like {@code {@example.org : pass}}, with an entry for each signature. */
    private static Result dkim(String checks) {
        String words = checks.toLowerCase(Locale.ROOT);
        return words.contains(": pass") ? Result.PASS : Result.failIf(words.contains(": fail"));
    }

    private static double score(@Nullable String text) {
        return text != null && text.strip().matches("-?[0-9]{1,6}(\\.[0-9]{1,6})?")
                ? Double.parseDouble(text.strip())
                : 0;
    }

    private static JsonNode json(Form form, String name) {
        return form.text(name)
                .map(text -> JsonBody.object(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(JsonBody::newObject);
    }
}
