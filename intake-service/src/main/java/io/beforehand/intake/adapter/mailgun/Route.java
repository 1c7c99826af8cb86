package io.beforehand.intake.adapter.mailgun;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.email.CheckedFields;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A mail that a route forwarded: as MIME if its address ends with {@code mime}, else taken apart. */
record Route(Form form, List<MailField> header) {

    static ChannelEvent read(Form form) {
        return new Route(form, header(form)).mail();
    }

    private ChannelEvent mail() {
        InboundMail inbound = new InboundMail(form.text("token").orElse(null), null);
        Optional<FormPart> raw = form.first("body-mime");
        if (raw.isPresent()) {
            return inbound.raw(raw.get().content(), envelope());
        }
        List<ParsedMail.Text> texts = Stream.of(
                        form.text("body-plain").map(ParsedMail.Text::plain),
                        form.text("body-html").map(ParsedMail.Text::html))
                .flatMap(Optional::stream)
                .toList();
        String stripped = form.text("stripped-text").orElse(null);
        return inbound.parsed(new ParsedMail(header, texts, stripped, files()), envelope());
    }

    /** The fields come as pairs in JSON; beside MIME they need not come at all. */
    private static List<MailField> header(Form form) {
        Optional<String> pairs = form.text("message-headers");
        if (pairs.isEmpty()) {
            return form.first("body-mime").map(Route::beginning).orElse(List.of());
        }
        List<MailField> fields = new ArrayList<>();
        for (JsonNode pair : JsonBody.read(pairs.get().getBytes(StandardCharsets.UTF_8))) {
            fields.add(new MailField(pair.path(0).asText(), pair.path(1).asText()));
        }
        return fields;
    }

    /** The header of a raw mail: up to the first empty line. */
    private static List<MailField> beginning(FormPart mail) {
        byte[] content = mail.content();
        int end = 0;
        while (end < content.length && !isEmptyLine(content, end)) {
            end++;
        }
        try {
            return ParsedMail.fields(Arrays.copyOf(content, end));
        } catch (MalformedMailException _) {
            return List.of();
        }
    }

    private static boolean isEmptyLine(byte[] mail, int at) {
        return mail[at] == '\n' && at + 1 < mail.length && (mail[at + 1] == '\n' || mail[at + 1] == '\r');
    }

    private List<MailFile> files() {
        List<MailFile> files = new ArrayList<>();
        for (FormPart part : form.parts()) {
            if (part.fileName() != null) {
                String type = part.mediaType() == null ? "application/octet-stream" : part.mediaType();
                files.add(new MailFile(part.fileName(), type, part.content()));
            }
        }
        return files;
    }

    private Envelope envelope() {
        List<String> recipients = form.text("recipient")
                .map(all -> Arrays.stream(all.split(","))
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .toList())
                .orElse(List.of());
        CheckedFields fields = new CheckedFields(header);
        Checks checks = Checks.ofSender(
                fields.worst("X-Mailgun-Spf", Result::of),
                fields.worst("X-Mailgun-Dkim-Check-Result", Result::of),
                Result.failIf(fields.isYes("X-Mailgun-Sflag")));
        return new Envelope(form.first("sender").map(FormPart::text).orElse(null), recipients, null, checks);
    }
}
