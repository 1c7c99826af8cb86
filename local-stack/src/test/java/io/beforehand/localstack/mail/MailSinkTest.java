package io.beforehand.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.localstack.Ports;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {

    @TempDir
    Path state;

    private MailSink sink;

    @BeforeEach
    void start() {
        sink = new MailSink(Ports.free(), new MailFolder(state.resolve("mails")));
        sink.start();
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void aMailIsKeptAndTold() throws Exception {
        // Given
        List<KeptMail> told = new CopyOnWriteArrayList<>();
        sink.onMail(told::add);

        // When
        send("退款什么时候到？", "您好 😀");

        // Then
        assertThat(told).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("wang@example.com");
            assertThat(mail.subject()).isEqualTo("退款什么时候到？");
            assertThat(mail.text()).isEqualTo("您好 😀");
        });
        Path file = sink.folder().newestFirst().getFirst();
        assertThat(KeptMail.read(Files.readAllBytes(file))).isEqualTo(told.getFirst());
    }

    @Test
    void mailsAreThereAfterARestart() throws Exception {
        // Given
        send("before", "x");

        // When
        sink.close();
        sink = new MailSink(sink.port(), new MailFolder(state.resolve("mails")));
        sink.start();
        send("after", "y");

        // Then
        assertThat(sink.folder().newestFirst())
                .extracting(file -> KeptMail.read(Files.readAllBytes(file)).subject())
                .containsExactly("after", "before");
    }

    private void send(String subject, String text) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", Integer.toString(sink.port()));
        MimeMessage mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom("support@example.com");
        mail.setRecipient(RecipientType.TO, new InternetAddress("wang@example.com"));
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        Transport.send(mail);
    }
}
