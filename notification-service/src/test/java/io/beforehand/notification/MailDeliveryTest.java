package io.beforehand.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.Mail;
import io.beforehand.events.NotificationEvent.AcknowledgementSent;
import io.beforehand.events.NotificationEvent.DeliveryFailed;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.Sender;
import io.beforehand.events.Visibility;
import io.beforehand.localstack.Ports;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.notification.testing.Database;
import io.beforehand.notification.testing.Examples;
import io.beforehand.notification.testing.OutsideWorld;
import io.beforehand.notification.testing.ScriptedSmtp;
import io.beforehand.notification.testing.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(OutsideWorld.class)
class MailDeliveryTest {

    @RegisterExtension
    static final Stage stage = new Stage();

    private final ScriptedSmtp server = new ScriptedSmtp();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aCustomerWhoWroteAMailIsAcknowledgedInHisThread() throws Exception {
        GreenMail mailServer = new GreenMail(new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        try {
            // Given
            Stage.mailOutlet("thread", mailServer.getSmtp().getPort());
            String number = stage.number();

            // When
            String requestId = stage.openAndAssign(Examples.openedByMail(number, "thread", false));

            // Then
            stage.awaitState(requestId, "sent");
            MimeMessage mail = mailServer.getReceivedMessages()[0];
            String deliveryId = stage.deliveries(requestId).getString("deliveries[0].id");
            assertThat(mail.getSubject()).isEqualTo("Re: 退款什么时候到？ [" + number + "]");
            assertThat(mail.getContent().toString()).startsWith("我们已收到您的请求 " + number);
            assertThat(mail.getHeader("In-Reply-To")).containsExactly("<1@example.com>");
            assertThat(mail.getMessageID()).isEqualTo("<" + deliveryId + ".k7q2x9@example.com>");
            assertThat(mail.getReplyTo()[0]).hasToString("support+k7q2x9@example.com");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");
            await().atMost(Stage.SOON)
                    .until(() -> stage.bus().told(requestId, AcknowledgementSent.class), all -> all.size() == 1);
        } finally {
            mailServer.stop();
        }
    }

    @Test
    void aReplyGoesOutFromTheMailboxThatTheCustomerWroteToLast() {
        // Given
        Stage.mailOutlet("first", server.port());
        Stage.put(
                "/v1/outlets/email/second",
                Map.of("type", "smtp", "url", "smtp://localhost:" + server.port(), "from", "sales@example.com"));
        String requestId = stage.openAndAssign(Examples.openedByMail(stage.number(), "first", false));
        stage.awaitState(requestId, "sent");

        // When
        Mail mail = new Mail("2@example.com", List.of(), "k7q2x9", false);
        Sender wang = new Sender(Channel.EMAIL, "second", "wang@example.com", false);
        stage.bus().send(requestId, new CustomerMessaged("m-2", "and?", Instant.now(), mail, wang));
        stage.bus().send(requestId, Examples.reply("m-3", "hello", true, Visibility.PUBLIC));

        // Then
        String reply = await().atMost(Stage.SOON)
                .until(server::mails, all -> all.size() == 2)
                .getLast();
        assertThat(reply)
                .contains("From: sales@example.com")
                .contains("Reply-To: sales+k7q2x9@example.com")
                .contains("In-Reply-To: <2@example.com>");
    }

    @Test
    void aMailThatIsPutOffIsSentAgainAsTheSameMail() {
        // Given
        server.answering(".", "451 later");
        Stage.mailOutlet("busy", server.port());
        String requestId = stage.openAndAssign(Examples.openedByMail(stage.number(), "busy", false));
        stage.awaitState(requestId, "failed");
        Database.putRetriesOff(Duration.ofMinutes(10));

        // When
        server.answering(".", "250 taken");
        Database.ahead(Duration.ofMinutes(11));

        // Then
        JsonPath deliveries = stage.awaitState(requestId, "sent");
        assertThat(deliveries.getList("deliveries[0].attempts.outcome")).containsExactly("smtp-451", "accepted");
        assertThat(server.mails()).hasSize(2);
        assertThat(server.mails().get(0)).isEqualTo(server.mails().get(1));
    }

    @Test
    void aMailboxThatDoesNotExistIsGivenUpAtOnce() {
        // Given
        server.answering("RCPT", "550 5.1.1 no such user");
        Stage.mailOutlet("nobody", server.port());

        // When
        String requestId = stage.openAndAssign(Examples.openedByMail(stage.number(), "nobody", false));

        // Then
        JsonPath deliveries = stage.awaitState(requestId, "exhausted");
        assertThat(deliveries.getString("deliveries[0].reason")).isEqualTo("smtp-550");
        await().atMost(Stage.SOON).untilAsserted(() -> assertThat(stage.bus().told(requestId, DeliveryFailed.class))
                .extracting(DeliveryFailed::reason)
                .containsExactly("smtp-550"));
    }

    @Test
    void aMachineIsNotAcknowledgedButMayBeAnsweredByAPerson() {
        // Given
        Stage.mailOutlet("machine", server.port());

        // When
        String requestId = stage.openAndAssign(Examples.openedByMail(stage.number(), "machine", true));

        // Then
        JsonPath deliveries = stage.awaitState(requestId, "suppressed");
        assertThat(deliveries.getString("deliveries[0].reason")).isEqualTo("automatic-mail");
        stage.bus().send(requestId, Examples.reply("m-2", "hello", true, Visibility.PUBLIC));
        String mail = await().atMost(Stage.SOON)
                .until(server::mails, all -> all.size() == 1)
                .getFirst();
        assertThat(mail).contains("hello").doesNotContain("Auto-Submitted");
    }

    @Test
    void aCustomerWithoutAMailAddressIsNotWrittenTo() {
        // Given
        Stage.mailOutlet("pigeon", server.port());
        Customer customer = new Customer("C-1001", null, null, "en", null);

        // When
        String requestId =
                stage.openAndAssign(Examples.opened(stage.number(), Channel.EMAIL, "pigeon", customer, null));

        // Then
        JsonPath deliveries = stage.awaitState(requestId, "suppressed");
        assertThat(deliveries.getString("deliveries[0].reason")).isEqualTo("no-mail-address");
    }
}
