package io.beforehand.intake.mail;

import io.beforehand.intake.text.Shortened;
import io.beforehand.intake.text.Sound;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/** Reads mails. */
public final class MailReader {

    /** By this our own mails are known when they come back. */
    private static final String LOOP_FIELD = "x-beforehand";

    private static final int MAX_SUBJECT = 1_000;
    private static final int MAX_RECIPIENTS = 100;

    private final MailLimits limits;

    public MailReader(MailLimits limits) {
        this.limits = limits;
    }

    /**
     * @param locale the language that mails to that address are usually written in, to guess charsets by
     * @throws MalformedMailException if it cannot be read, is beyond the limits, or says of nobody that he sent it
     */
    public Mail read(byte[] bytes, @Nullable String locale) {
        return read(bytes, locale, Envelope.UNKNOWN);
    }

    /**
     * @param locale the language that mails to that address are usually written in, to guess charsets by
     * @throws MalformedMailException if it cannot be read, is beyond the limits, or says of nobody that he sent it
     */
    public Mail read(byte[] bytes, @Nullable String locale, Envelope envelope) {
        Optional<Charset> usual = Charsets.usualFor(locale);
        return mail(PartReader.read(bytes, limits, usual), usual, envelope, null);
    }

    /** @throws MalformedMailException if it is beyond the limits, or says of nobody that he sent it */
    public Mail read(ParsedMail parsed, Envelope envelope) {
        return mail(parsed.root(), Optional.empty(), envelope, parsed.written());
    }

    private Mail mail(Part root, Optional<Charset> usual, Envelope envelope, @Nullable String written) {
        Headers headers = envelope.completing(root.headers());
        Address from = Stream.of("from", "sender", "return-path")
                .flatMap(name -> addresses(headers, name).stream())
                .findFirst()
                .orElseThrow(() -> new MalformedMailException("no-sender"));
        String subject = Shortened.to(
                MAX_SUBJECT, headers.first("subject").map(HeaderText::decoded).orElse(""));
        BodyText text = BodyText.of(root, usual);
        String told = written == null ? "" : Sound.lines(written).strip();
        Optional<Report> report = Reports.of(root, from, text.whole(), usual);
        List<MailFile> files = MailFile.of(root);
        if (files.size() > limits.attachments()) {
            throw new MalformedMailException(MalformedMailException.TOO_MANY_ATTACHMENTS);
        }
        return new Mail(
                MessageIds.of(headers.all("message-id")).stream().findFirst().orElse(null),
                from,
                addresses(headers, "reply-to").stream().findFirst().orElse(null),
                Stream.of("to", "cc", "delivered-to", "x-original-to", "envelope-to")
                        .flatMap(name -> addresses(headers, name).stream())
                        .distinct()
                        .limit(MAX_RECIPIENTS)
                        .toList(),
                subject.isEmpty() ? null : subject,
                headers.first("date").flatMap(MailReader::date).orElse(null),
                MessageIds.of(headers.all("in-reply-to")),
                MessageIds.of(headers.all("references")),
                text.whole(),
                told.isEmpty() ? text.written() : told,
                files,
                report.<Nature>map(Nature.Told::new)
                        .orElseGet(() -> envelope.doubting(LoopGuard.judge(headers, subject, from))),
                headers.first(LOOP_FIELD).orElse(null));
    }

    private static List<Address> addresses(Headers headers, String name) {
        return headers.all(name).stream()
                .flatMap(field -> Addresses.of(field).stream())
                .toList();
    }

    private static Optional<Instant> date(String field) {
        Date date = DateTimeFieldLenientImpl.PARSER
                .parse(new RawField("Date", field), DecodeMonitor.SILENT)
                .getDate();
        return Optional.ofNullable(date).map(Date::toInstant);
    }
}
