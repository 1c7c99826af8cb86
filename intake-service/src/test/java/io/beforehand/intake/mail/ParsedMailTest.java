package io.beforehand.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.intake.mail.Checks.Result;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail that its provider took apart is read as if it had come whole. */
class ParsedMailTest {

    private static final MailReader READER = new MailReader(MailLimits.DEFAULT);

    @Test
    void itsHeaderIsReadWhetherItIsEncodedOrNot() {
        // When
        Mail mail = read(
                "From: =?utf-8?q?J=C3=BCrgen?= <JO@home.example>",
                "Subject: 退款\r\n 进度",
                "To: \"Support, Shop\" <support@shop.example>",
                "Reply-To: reply@home.example",
                "Message-ID: <1@home.example>",
                "In-Reply-To: <0@shop.example>",
                "References: <a@b> <0@shop.example>",
                "Date: Thu, 12 Oct 2017 18:03:30 -0700");

        // Then
        assertThat(mail.from()).isEqualTo(new Address("jo@home.example", "Jürgen"));
        assertThat(mail.subject()).isEqualTo("退款 进度");
        assertThat(mail.recipients()).containsExactly(new Address("support@shop.example", "Support, Shop"));
        assertThat(mail.replyTo()).isEqualTo(new Address("reply@home.example", null));
        assertThat(mail.id()).isEqualTo("1@home.example");
        assertThat(mail.inReplyTo()).containsExactly("0@shop.example");
        assertThat(mail.references()).containsExactly("a@b", "0@shop.example");
        assertThat(mail.date()).isEqualTo(Instant.parse("2017-10-13T01:03:30Z"));
        assertThat(mail.nature()).isInstanceOf(Nature.Person.class);
    }

    @Test
    void whatWasQuotedIsLeftOutUnlessTheProviderDidSo() {
        // Given
        ParsedMail.Text text =
                ParsedMail.Text.plain("New.\n\nOn 1 May 2026 at 9:00, Ann <ann@x.example> wrote:\n> Old.");

        // Then
        assertThat(READER.read(mail(List.of(text), null), Envelope.UNKNOWN).written())
                .isEqualTo("New.");
        assertThat(READER.read(mail(List.of(text), " "), Envelope.UNKNOWN).written())
                .isEqualTo("New.");
        assertThat(READER.read(mail(List.of(text), "As it says. "), Envelope.UNKNOWN)
                        .written())
                .isEqualTo("As it says.");
        assertThat(READER.read(mail(List.of(text), "\0"), Envelope.UNKNOWN).written())
                .isEqualTo("New.");
    }

    @Test
    void aTextIsReadInItsCharsetAndHtmlOnlyWhereThereIsNoOther() {
        // Given
        ParsedMail.Text gbk = new ParsedMail.Text("text/plain", new byte[] {(byte) 0xcd, (byte) 0xcb}, "gb2312");
        ParsedMail.Text html = ParsedMail.Text.html("<p>Hello</p>");

        // Then
        assertThat(READER.read(mail(List.of(gbk, html), null), Envelope.UNKNOWN).whole())
                .isEqualTo("退");
        assertThat(READER.read(mail(List.of(html), null), Envelope.UNKNOWN).whole())
                .isEqualTo("Hello");
        assertThat(READER.read(mail(List.of(), null), Envelope.UNKNOWN).whole()).isEmpty();
    }

    @Test
    void itsFilesAreItsFilesWhateverTheyAreDeclared() {
        // Given
        byte[] bytes = {1, 2, 3};
        List<MailFile> files = List.of(
                new MailFile("../note.txt", "text/plain; charset=utf-8", bytes),
                new MailFile(null, "multipart/mixed", bytes),
                new MailFile("x", "no type", bytes));

        // When
        Mail mail = READER.read(new ParsedMail(fields("From: a@b.example"), List.of(), null, files), Envelope.UNKNOWN);

        // Then
        assertThat(mail.files()).extracting(MailFile::name).containsExactly("note.txt", null, "x");
        assertThat(mail.files())
                .extracting(MailFile::mediaType)
                .containsExactly("text/plain", "application/octet-stream", "application/octet-stream");
        assertThat(mail.whole()).isEmpty();
    }

    @Test
    void aBounceIsOneAlsoInPieces() {
        // Given
        MailFile status = new MailFile(
                null,
                "message/delivery-status",
                bytes("Final-Recipient: rfc822; jo@home.example\r\nAction: failed\r\nStatus: 5.1.1\r\n"));
        MailFile original = new MailFile(null, "message/rfc822", bytes("Message-ID: <ours@shop.example>\r\n\r\n"));

        // When
        Mail mail = READER.read(
                new ParsedMail(
                        fields("From: mailer-daemon@home.example", "Content-Type: multipart/report; boundary=x"),
                        List.of(ParsedMail.Text.plain("Sorry.")),
                        null,
                        List.of(status, original)),
                Envelope.UNKNOWN);

        // Then
        assertThat(mail.nature())
                .isEqualTo(
                        new Nature.Told(new Report(Report.State.BOUNCED_HARD, "ours@shop.example", "jo@home.example")));
    }

    @Test
    void aComplaintIsOneAlsoInPieces() {
        // Given
        MailFile feedback = new MailFile(null, "message/feedback-report", bytes("Feedback-Type: abuse\r\n"));
        MailFile original = new MailFile(null, "message/rfc822", bytes("Message-ID: <ours@shop.example>\r\n\r\n"));

        // When
        Mail mail = READER.read(
                new ParsedMail(
                        fields("From: fbl@provider.example", "Content-Type: multipart/report; boundary=x"),
                        List.of(ParsedMail.Text.plain("This is a report.")),
                        null,
                        List.of(feedback, original)),
                Envelope.UNKNOWN);

        // Then
        assertThat(mail.nature())
                .isEqualTo(new Nature.Told(new Report(Report.State.COMPLAINT, "ours@shop.example", null)));
    }

    @Test
    void whatMachinesWriteIsToldFromTheFieldsAndTheEnvelope() {
        assertThat(read("From: a@b.example", "Auto-Submitted: auto-replied").nature())
                .isInstanceOf(Nature.AutoReply.class);
        assertThat(READER.read(mail(List.of(), null), envelope("")).nature())
                .isEqualTo(new Nature.Machine("null-return-path"));
        assertThat(READER.read(mail(List.of(), null), envelope(" <> ")).nature())
                .isEqualTo(new Nature.Machine("null-return-path"));
        assertThat(READER.read(mail(List.of(), null), envelope("a@b.example")).nature())
                .isInstanceOf(Nature.Person.class);
    }

    @Test
    void theEnvelopeCompletesARawMail() {
        // Given
        byte[] raw = bytes("From: a@b.example\r\nReturn-Path: <a@b.example>\r\nTo: x@shop.example\r\n\r\nHi");
        Envelope envelope = new Envelope(
                "", List.of("support+token@shop.example"), "Fri, 5 May 2023 17:41:16 -0400", Checks.UNKNOWN);

        // When
        Mail mail = READER.read(raw, null, envelope);

        // Then
        assertThat(mail.recipients())
                .extracting(Address::address)
                .containsExactly("x@shop.example", "support+token@shop.example");
        assertThat(mail.date()).isEqualTo(Instant.parse("2023-05-05T21:41:16Z"));
        assertThat(mail.nature()).isEqualTo(new Nature.Machine("null-return-path"));
    }

    @ParameterizedTest
    @CsvSource({
        "pass, pass, , , , person",
        "pass, fail, , , , person",
        "softfail, pass, , , , person",
        "none, none, , , , person",
        "neutral, none, , , , person",
        ", , , , , person",
        "GRAY, PROCESSING_FAILED, DISABLED, , , person",
        "fail, fail, , , , sender-unproven",
        "softfail, none, , , , sender-unproven",
        "none, FAIL, , , , sender-unproven",
        "pass, pass, FAIL, , , sender-unproven",
        "pass, pass, pass, FAIL, , spam",
        "pass, pass, pass, PASS, FAIL, virus",
    })
    void whoFailsTheChecksMayBeAnybodyAndIsNotAnswered(
            String spf, String dkim, String dmarc, String spam, String virus, String expected) {
        // Given
        Checks checks =
                new Checks(Result.of(spf), Result.of(dkim), Result.of(dmarc), Result.of(spam), Result.of(virus));

        // When
        Nature nature = READER.read(mail(List.of(), null), new Envelope(null, List.of(), null, checks))
                .nature();

        // Then
        assertThat(nature).isEqualTo(expected.equals("person") ? new Nature.Person() : new Nature.Machine(expected));
    }

    @Test
    void doubtsDoNotMakeAnAutomaticAnswerAMessage() {
        // Given
        Checks failed = Checks.ofSender(Result.FAIL, Result.FAIL, Result.UNKNOWN);

        // When
        Mail mail = READER.read(
                new ParsedMail(fields("From: a@b.example", "Auto-Submitted: auto-replied"), List.of(), null, List.of()),
                new Envelope(null, List.of(), null, failed));

        // Then
        assertThat(mail.nature()).isInstanceOf(Nature.AutoReply.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject: from nobody", "From: no address"})
    void aMailFromNobodyIsRefused(String field) {
        assertThatThrownBy(() -> read(field))
                .isInstanceOf(MalformedMailException.class)
                .hasMessage("no-sender");
    }

    @Test
    void tooManyFilesAreRefused() {
        // Given
        List<MailFile> files = IntStream.rangeClosed(0, MailLimits.DEFAULT.attachments())
                .mapToObj(i -> new MailFile("f" + i, "text/plain", new byte[0]))
                .toList();

        // Then
        assertThatThrownBy(() -> READER.read(
                        new ParsedMail(fields("From: a@b.example"), List.of(), null, files), Envelope.UNKNOWN))
                .isInstanceOf(MalformedMailException.class)
                .hasMessage(MalformedMailException.TOO_MANY_ATTACHMENTS);
    }

    @Test
    void aNameCannotEscapeItsAddressField() {
        // When
        MailField field = MailField.address("From", "a\" <evil@x.example>, \\", "jo@home.example");
        Mail mail = READER.read(new ParsedMail(List.of(field), List.of(), null, List.of()), Envelope.UNKNOWN);

        // Then
        assertThat(mail.from().address()).isEqualTo("jo@home.example");
    }

    private static Mail read(String... fields) {
        return READER.read(new ParsedMail(fields(fields), List.of(), null, List.of()), Envelope.UNKNOWN);
    }

    private static ParsedMail mail(List<ParsedMail.Text> texts, String written) {
        return new ParsedMail(fields("From: a@b.example"), texts, written, List.of());
    }

    private static Envelope envelope(String sender) {
        return new Envelope(sender, List.of(), null, Checks.UNKNOWN);
    }

    /** As pairs, and not as the block that a mail has. */
    private static List<MailField> fields(String... lines) {
        List<MailField> fields = new ArrayList<>();
        for (String line : lines) {
            String[] pair = line.split(": ", 2);
            fields.add(new MailField(pair[0], pair[1]));
        }
        return fields;
    }

    @Test
    void aBlockOfFieldsIsReadAsItStandsInAMail() {
        // When
        List<MailField> fields =
                ParsedMail.fields(bytes("Received: by x\r\n with y\nSubject: =?cp850?q?Como_usted_pidi=A2?=\n"));

        // Then
        assertThat(fields.stream().map(MailField::name).collect(Collectors.toList()))
                .containsExactly("received", "subject");
        assertThat(READER.read(
                                new ParsedMail(join(fields, fields("From: a@b.example")), List.of(), null, List.of()),
                                Envelope.UNKNOWN)
                        .subject())
                .isEqualTo("Como usted pidió");
    }

    private static List<MailField> join(List<MailField> one, List<MailField> other) {
        List<MailField> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
