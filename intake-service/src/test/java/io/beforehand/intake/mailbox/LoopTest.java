package io.beforehand.intake.mailbox;

import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.beforehand.events.RequestEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.RequestsTopic;
import io.beforehand.intake.mailbox.Post.Letter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails of machines, our own among them. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class LoopTest {

    private static final String ANN = "ann@home.example";

    private final RequestsTopic topic = new RequestsTopic();
    private String account;
    private String request;
    private String token;

    @BeforeEach
    void annHasARequest() {
        account = Post.mailbox();
        request = Post.deliver(account, Letter.from(ANN).id(unique("a") + "@home.example"))
                .path("accepted[0].requestId");
        token = await().until(() -> events(request), events -> !events.isEmpty()).stream()
                .map(event -> ((RequestEvent.RequestOpened) event).mail().replyToken())
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void leaveTopic() {
        topic.close();
    }

    @Test
    void anOutOfOfficeAnswerNeitherReopensNorCountsAsAMessage() {
        // Given
        json().body("{\"status\":\"resolved\"}").post("/v1/requests/" + request + "/status");

        // When
        Response answer = Post.deliver(
                account,
                Letter.from(ANN)
                        .id(unique("oof") + "@home.example")
                        .answering("d1." + token + "@shop.example")
                        .with("Auto-Submitted", "auto-replied"));

        // Then
        ignored(answer, "auto-reply");
        operator()
                .get("/v1/requests/" + request)
                .then()
                .body("status", equalTo("resolved"))
                .body("messages", hasSize(1));
    }

    @Test
    void ourOwnMailComingBackIsIgnored() {
        ignored(
                Post.deliver(account, Letter.from("support@shop.example").id("d1." + token + "@shop.example")),
                "own-mail");
        ignored(
                Post.deliver(
                        account,
                        Letter.from("support@shop.example")
                                .id("changed-by-a-forwarder@list.example")
                                .with("X-Beforehand", "d1")
                                .with("Reply-To", "support+" + token + "@shop.example")),
                "own-mail");
    }

    @Test
    void theHeaderAloneHidesNothing() {
        Response answer = Post.deliver(account, Letter.from("bob@home.example").with("X-Beforehand", "d1"));

        answer.then().body("accepted[0].outcome", equalTo("opened"));
    }

    @Test
    void aListsMailOpensARequestThatIsNotAcknowledged() {
        Response answer = Post.deliver(account, Post.example("empty-in-reply-to"));

        answer.then().body("accepted[0].outcome", equalTo("opened"));
        String opened = answer.path("accepted[0].requestId");
        RequestEvent event =
                await().until(() -> events(opened), events -> !events.isEmpty()).getFirst();
        assertThat(((RequestEvent.RequestOpened) event).mail().automatic()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"failed, 5.1.1, bounced-hard", "delayed, 4.2.2, bounced-soft"})
    void aBounceOfOurMailIsToldToTheOthers(String action, String status, String state) {
        Response answer = Post.deliver(account, bounce(action, status, "d1." + token + "@shop.example"));

        answer.then().body("accepted[0].outcome", equalTo("recorded")).body("accepted[0].requestId", equalTo(request));
        await().untilAsserted(
                        () -> assertThat(events(request)).contains(new RequestEvent.ReceiptReceived("d1", state)));
    }

    @Test
    void aBounceOfAnothersMailIsIgnored() {
        ignored(Post.deliver(account, Post.example("dsn-postfix-user-unknown")), "report-on-others");
        ignored(Post.deliver(account, bounce("failed", "5.1.1", "d1." + "a".repeat(40) + "@x")), "report-on-others");
    }

    @Test
    void aReadReceiptAndAComplaintAreToldToo() {
        Post.deliver(
                account, report("disposition-notification", "message/disposition-notification", """
                Original-Message-ID: <d2.%s@shop.example>
                Disposition: manual-action/MDN-sent-manually; displayed
                """.formatted(token)));
        Post.deliver(account, report("feedback-report", "message/feedback-report", """
                Feedback-Type: abuse
                --b
                Content-Type: message/rfc822

                Message-ID: <d3.%s@shop.example>
                """.formatted(token)));

        await().untilAsserted(() -> assertThat(events(request))
                .contains(
                        new RequestEvent.ReceiptReceived("d2", "read"),
                        new RequestEvent.ReceiptReceived("d3", "complaint")));
    }

    private static byte[] bounce(String action, String status, String original) {
        return report("delivery-status", "message/delivery-status", """
                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; ann@home.example
                Action: %s
                Status: %s
                --b
                Content-Type: text/rfc822-headers

                Message-ID: <%s>
                """.formatted(action, status, original));
    }

    private static byte[] report(String type, String part, String fields) {
        return """
                From: MAILER-DAEMON@mx.example
                Message-ID: <%s@mx.example>
                Content-Type: multipart/report; report-type=%s; boundary=b

                --b

                Hello.
                --b
                Content-Type: %s

                %s
                --b--
                """.formatted(unique("report"), type, part, fields).getBytes(StandardCharsets.UTF_8);
    }

    private List<RequestEvent> events(String requestId) {
        return topic.of(requestId).stream()
                .map(StreamEvent::event)
                .map(RequestEvent.class::cast)
                .toList();
    }

    private static void ignored(Response answer, String reason) {
        answer.then()
                .statusCode(202)
                .body("accepted[0].outcome", equalTo("ignored"))
                .body("accepted[0].reason", equalTo(reason))
                .body("accepted[0].requestId", equalTo(null));
    }
}
