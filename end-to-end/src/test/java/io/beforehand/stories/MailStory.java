package io.beforehand.stories;

import static io.beforehand.localstack.Service.INTAKE;
import static io.beforehand.localstack.Service.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SideBySide
class MailStory {

    private static final String SECRET = "the-mail-servers-own-secret";
    private static final String CUSTOMER = "mei@customer.example";
    private static final String OURS = "support@beforehand.example";

    @Test
    void aMailIsAcknowledgedInItsThreadAndLanguageAndAnsweredAndItsAnswerJoinsTheSameRequest(Beforehand beforehand) {
        // Given a mailbox
        beforehand.put(INTAKE, "/v1/channels/email/support", Map.of("secrets", List.of(SECRET)));
        beforehand.put(
                NOTIFICATION,
                "/v1/outlets/email/support",
                Map.of("type", "smtp", "url", beforehand.stack().mails().url(), "from", "Support <" + OURS + ">"));
        Mailbox customer = new Mailbox(beforehand.stack().mails().folder(), CUSTOMER);

        // When a customer writes a mail
        JsonPath opened = receive(beforehand, """
                From: =?UTF-8?B?546L5bCP5piO?= <mei@customer.example>
                To: Support <support@beforehand.example>
                Subject: =?UTF-8?B?6YCA5qy+?=
                Message-ID: <first@customer.example>
                """, "你好，我的退款什么时候到账？");
        String requestId = opened.getString("accepted[0].requestId");

        // Then he hears by mail that it arrived, in his thread and language
        await().atMost(Beforehand.SOON).until(() -> customer.mails().size() == 1);
        Mailbox.Mail acknowledgement = customer.mails().getFirst();
        String number = beforehand.get(INTAKE, "/v1/requests/" + requestId).getString("number");
        assertThat(opened.getString("accepted[0].outcome")).isEqualTo("opened");
        assertThat(acknowledgement.header("In-Reply-To")).isEqualTo("<first@customer.example>");
        assertThat(acknowledgement.header("References")).isEqualTo("<first@customer.example>");
        assertThat(acknowledgement.header("Auto-Submitted")).isEqualTo("auto-replied");
        assertThat(acknowledgement.subject()).isEqualTo("Re: 退款 [" + number + "]");
        assertThat(acknowledgement.text()).contains(number).containsPattern("[\\u4e00-\\u9fff]");
        await().atMost(Beforehand.SOON)
                .until(() -> "met".equals(OneRequestStory.state(beforehand, requestId, "acknowledgement")));
        assertThat(OneRequestStory.state(beforehand, requestId, "first-response"))
                .isEqualTo("running");

        // When an agent answers
        beforehand
                .as(INTAKE)
                .contentType("application/json")
                .body(Map.of(
                        "text", "明天到账。",
                        "author", Map.of("kind", "agent", "id", "ada"),
                        "visibility", "public"))
                .post("/v1/requests/" + requestId + "/replies")
                .then()
                .statusCode(lessThan(300));

        // Then the clock stops, and the customer has the answer in the same thread
        await().atMost(Beforehand.SOON)
                .until(() -> "met".equals(OneRequestStory.state(beforehand, requestId, "first-response")));
        await().atMost(Beforehand.SOON).until(() -> customer.mails().size() == 2);
        Mailbox.Mail answer = customer.mails().getLast();
        assertThat(answer.text()).contains("明天到账。");
        assertThat(answer.header("References")).contains("<first@customer.example>");
        assertThat(answer.headers("Auto-Submitted")).isEmpty();

        // When the customer answers the acknowledgement, as his mail program does
        JsonPath joined = receive(
                beforehand,
                """
                From: mei@customer.example
                To: %s
                Subject: Re: %s
                Message-ID: <second@customer.example>
                In-Reply-To: %s
                """.formatted(acknowledgement.header("Reply-To"), number, acknowledgement.header("Message-ID")),
                "谢谢！");

        // Then it is the same request, and what he wrote is there; nobody acknowledges a thank-you
        assertThat(joined.getString("accepted[0].outcome")).isEqualTo("appended");
        assertThat(joined.getString("accepted[0].requestId")).isEqualTo(requestId);
        assertThat(beforehand
                        .get(INTAKE, "/v1/requests/" + requestId)
                        .getList("messages.findAll { it.direction == 'in' }.text", String.class))
                .containsExactly("你好，我的退款什么时候到账？", "谢谢！");
        await().during(Duration.ofSeconds(2))
                .atMost(Beforehand.SOON)
                .until(() -> customer.mails().size() == 2);
    }

    private static JsonPath receive(Beforehand beforehand, String headers, String text) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.ofHours(8)));
        String mail = headers + "Date: " + date + "\n" + """
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                """ + text + "\n";
        return beforehand.receiveMail("support", SECRET, mail.replace("\n", "\r\n"));
    }
}
