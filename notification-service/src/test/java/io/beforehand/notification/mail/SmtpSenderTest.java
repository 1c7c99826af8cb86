package io.beforehand.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.DeliveryKind;
import io.beforehand.events.Mail;
import io.beforehand.localstack.Ports;
import io.beforehand.notification.mail.SmtpAnswer.Accepted;
import io.beforehand.notification.mail.SmtpAnswer.None;
import io.beforehand.notification.mail.SmtpAnswer.Refused;
import io.beforehand.notification.mail.SmtpAnswer.Step;
import io.beforehand.notification.testing.ScriptedSmtp;
import io.beforehand.notification.webhook.Answer.Trouble;
import io.vertx.core.Vertx;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpSenderTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final OutgoingMail MAIL = mail("退款什么时候到？😀 ".repeat(8), "您好，😀\n.一个点\n\n" + "长".repeat(400));

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SmtpSender sender = SmtpSenders.sender(VERTX, true, PATIENCE);
    private final ScriptedSmtp server = new ScriptedSmtp();

    @AfterEach
    void stop() throws IOException {
        sender.close();
        server.close();
    }

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void aMailArrivesAsItWasMeantWhateverItsWords() throws Exception {
        // When
        SmtpAnswer answer = send("smtp://localhost:" + server.port(), null, MAIL);

        // Then
        assertThat(answer).isEqualTo(new Accepted());
        String raw = server.mails().getFirst();
        assertThat(raw.chars()).allMatch(c -> c < 127);
        assertThat(raw.lines()).allMatch(line -> line.length() <= 78);
        MimeMessage read = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII)));
        assertThat(read.getSubject()).isEqualTo(MAIL.subject()).contains("😀 退款");
        assertThat(read.getContent().toString().replace("\r\n", "\n").strip()).isEqualTo(MAIL.text());
        assertThat(read.getFrom()[0]).hasToString("=?UTF-8?B?5a6i5pyN?= <support@example.com>");
        assertThat(read.getHeader("Message-ID")).containsExactly("<d-1.k7@example.com>");
        assertThat(read.getHeader("References", null)).isEqualTo("<0@b>\r\n <1@b>");
        assertThat(read.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(server.commands()).contains("MAIL FROM:<support+k7@example.com>", "RCPT TO:<wang@customer.example>");
    }

    @Test
    void whatWasPutOffNeverKeepsTheNextMailWaiting() {
        // Given
        server.answering(".", "451 later");

        // When
        List<SmtpAnswer> answers = IntStream.range(0, 500)
                .mapToObj(_ -> send("smtp://localhost:" + server.port(), null, MAIL))
                .toList();

        // Then
        assertThat(answers).containsOnly(new Refused(Step.CONTENT, 451));
    }

    @Test
    void everyAttemptIsTheSameMail() {
        // When
        send("smtp://localhost:" + server.port(), null, MAIL);
        send("smtp://localhost:" + server.port(), null, MAIL);

        // Then
        assertThat(server.mails()).hasSize(2);
        assertThat(server.mails().get(0)).isEqualTo(server.mails().get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 busy, SESSION, 421",
        "GREETING, 554 go away, SESSION, 554",
        "MAIL, 553 not you, SENDER, 553",
        "RCPT, 450 later, RECIPIENT, 450",
        "RCPT, 550 nobody, RECIPIENT, 550",
        "DATA, 451 later, CONTENT, 451",
        "., 552 too big, CONTENT, 552"
    })
    void aRefusalTellsWhatWasRefused(String command, String reply, Step step, int code) {
        // Given
        server.answering(command, reply);

        // Then
        assertThat(send("smtp://localhost:" + server.port(), null, MAIL)).isEqualTo(new Refused(step, code));
    }

    @Test
    void aLoginThatIsRefusedIsARefusedSession() {
        // Given
        server.answering("AUTH", "535 no");

        // Then
        assertThat(send("smtp://u@localhost:" + server.port() + "?starttls=never", "p", MAIL))
                .isEqualTo(new Refused(Step.SESSION, 535));
    }

    @Test
    void aPasswordIsNotSentToAServerThatCannotEncrypt() {
        assertThat(send("smtp://u@localhost:" + server.port(), "p", MAIL)).isEqualTo(new SmtpAnswer.Unfit());
        assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH"));
    }

    @Test
    void aServerThatHangsUpIsAConnectionLost() {
        // Given
        server.answering(".", ScriptedSmtp.HANG_UP);

        // Then
        assertThat(send("smtp://localhost:" + server.port(), null, MAIL)).isEqualTo(new None(Trouble.CONNECTION_LOST));
    }

    @Test
    void aServerThatDoesNotAnswerInTimeIsGivenUp() {
        // Given
        SmtpSender hasty = SmtpSenders.sender(VERTX, true, Duration.ofSeconds(1));
        server.answering("RCPT", ScriptedSmtp.SILENCE);

        // When
        SmtpAnswer answer = SmtpSenders.send(hasty, "smtp://localhost:" + server.port(), null, MAIL);

        // Then
        assertThat(answer).isEqualTo(new None(Trouble.TIMEOUT));
        hasty.close();
    }

    @Test
    void whereNobodyListensIsUnreachable() {
        assertThat(send("smtp://localhost:" + Ports.free(), null, MAIL)).isEqualTo(new None(Trouble.UNREACHABLE));
    }

    @Test
    void aServerInsideIsNotTalkedToByDefault() {
        // Given
        SmtpSender careful = SmtpSenders.sender(VERTX, false, PATIENCE);

        // When
        SmtpAnswer answer = SmtpSenders.send(careful, "smtp://localhost:" + server.port(), null, MAIL);

        // Then
        assertThat(answer).isEqualTo(new None(Trouble.ADDRESS_NOT_ALLOWED));
        assertThat(server.commands()).isEmpty();
        careful.close();
    }

    private SmtpAnswer send(String url, String secret, OutgoingMail mail) {
        return SmtpSenders.send(sender, url, secret, mail);
    }

    private static OutgoingMail mail(String subject, String text) {
        MailThread thread = MailThread.of(subject, new Mail("1@b", List.of("0@b"), "k7", false));
        return OutgoingMail.toCustomer(
                new OutgoingMail.Written(
                        "d-1", DeliveryKind.ACKNOWLEDGEMENT, text, Instant.parse("2026-11-23T09:00:00Z")),
                Sender.parse("客服 <support@example.com>"),
                new MailAddress("wang", "customer.example"),
                thread,
                "R-1042");
    }
}
