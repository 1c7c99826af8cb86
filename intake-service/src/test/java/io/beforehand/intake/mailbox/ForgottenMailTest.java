package io.beforehand.intake.mailbox;

import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.refused;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.Traces;
import io.beforehand.intake.mailbox.Post.Letter;
import io.beforehand.intake.request.ReplySecretStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is left of the mails of somebody who is to be forgotten. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ForgottenMailTest {

    @Inject
    Traces traces;

    @Inject
    ReplySecretStore replySecret;

    private final String his = unique("his");
    private final String address = his + "@home.example";

    @Test
    void hisMailsTheirFilesAndHisPartInOtherRequestsGo() {
        // Given
        String account = Post.mailbox();
        String request = Post.deliver(account, withFile()).path("accepted[0].requestId");
        String other = Post.deliver(
                        account,
                        Letter.from("ann@home.example")
                                .id("other-" + his.substring(4))
                                .with("Cc", address))
                .path("accepted[0].requestId");
        Post.deliver(
                account,
                Letter.from(address)
                        .id(his + "-2")
                        .answering("other-" + his.substring(4))
                        .saying("I am " + his));
        String message = operator().get("/v1/requests/" + request).path("messages[0].id");
        assertThat(traces.of(his)).contains("mail", "attachment", "participant", "message", "customer");

        // When
        json().post("/v1/customers/" + address + "/forget")
                .then()
                .statusCode(200)
                .body("erased.mail", equalTo(1))
                .body("erased.attachment", equalTo(1));

        // Then
        assertThat(traces.of(his)).isEmpty();
        refused(
                operator().get("/v1/requests/" + request + "/messages/" + message + "/attachments/1"),
                404,
                "not-found");
        refused(operator().get("/v1/requests/" + request + "/messages/" + message + "/whole"), 404, "not-found");
        operator()
                .get("/v1/requests/" + other)
                .then()
                .body("messages[0].text", equalTo("Where is it?"))
                .body("messages[1].text", nullValue());
    }

    @Test
    void hisAnswersOpenRequestsThatAreNotLinked() {
        // Given
        String account = Post.mailbox();
        String before =
                Post.deliver(account, Letter.from(address).id(his + "-1")).path("accepted[0].requestId");
        String ours = "d." + replySecret.tokens().await().indefinitely().of(before) + "@shop.example";
        json().post("/v1/customers/" + address + "/forget").then().statusCode(200);

        for (String answered : List.of(his + "-1", ours)) {
            // When
            String next = Post.deliver(
                            account, Letter.from(address).id(unique("r") + "@h").answering(answered))
                    .then()
                    .body("accepted[0].outcome", equalTo("opened"))
                    .extract()
                    .path("accepted[0].requestId");

            // Then
            operator().get("/v1/requests/" + next).then().body("links", nullValue());
        }
    }

    private byte[] withFile() {
        return ("From: %1$s <%2$s>\r\nDate: Mon, 2 Nov 2026 08:00:00 +0000\r\nTo: support@shop.example\r\nMessage-ID: <%1$s-1>\r\nSubject: %1$s\r\n"
                        + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nI am %1$s\r\n"
                        + "--x\r\nContent-Type: text/csv; name=%1$s.csv\r\nContent-Disposition: attachment\r\n\r\n%1$s\r\n--x--\r\n")
                .formatted(his, address)
                .getBytes(StandardCharsets.UTF_8);
    }
}
