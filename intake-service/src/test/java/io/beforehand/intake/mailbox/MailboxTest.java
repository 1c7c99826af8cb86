package io.beforehand.intake.mailbox;

import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.refused;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.beforehand.intake.Api;
import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.Tables;
import io.beforehand.intake.mailbox.Post.Letter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A mail comes in. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class MailboxTest {

    @Inject
    Tables tables;

    @Test
    void aMailOpensARequestWithItsSendersWords() {
        // Given
        String account = Post.mailbox("{\"team\":\"returns\",\"tier\":\"vip\"}");

        // When
        Response answer = Post.deliver(
                account,
                Letter.from("=?gb2312?B?wO4=?= <Li@Corp.Example>")
                        .id("a1@corp.example")
                        .with("Reply-To", "orders@corp.example")
                        .with("Subject", "=?utf-8?B?6K6i5Y2V?=")
                        .saying("还没有收到货，请问什么时候发出？\r\n\r\n-- \r\n李"));

        // Then
        answer.then()
                .statusCode(202)
                .body("accepted", hasSize(1))
                .body("accepted[0].id", equalTo("a1@corp.example"))
                .body("accepted[0].outcome", equalTo("opened"));
        operator()
                .get("/v1/requests/" + requestId(answer))
                .then()
                .body("channel", equalTo("email"))
                .body("account", equalTo(account))
                .body("conversation", equalTo("a1@corp.example"))
                .body("subject", equalTo("订单"))
                .body("team", equalTo("returns"))
                .body("priority", equalTo("high"))
                .body("customer.id", equalTo("li@corp.example"))
                .body("customer.name", equalTo("李"))
                .body("customer.locale", equalTo("zh-CN"))
                .body("messages[0].text", equalTo("还没有收到货，请问什么时候发出？"));
        assertThat(tables.number("SELECT count(*) FROM customer WHERE account = '" + account
                        + "' AND address = 'orders@corp.example'"))
                .isEqualTo(1);
    }

    @Test
    void theSameMailTwiceCountsOnceThoughItTookAnotherWay() {
        String account = Post.mailbox();
        Letter letter = Letter.from("ann@home.example").id("twice@home.example");

        Response first = Post.deliver(account, letter);
        Response second =
                Post.deliver(account, new Letter("Received: by another relay\r\n" + letter.headers(), letter.text()));

        second.then()
                .statusCode(202)
                .body("accepted[0].outcome", equalTo("duplicate"))
                .body("accepted[0].requestId", equalTo(requestId(first)));
    }

    @Test
    void aMessageIdThatAnotherUsesTooIsNoDuplicate() {
        String account = Post.mailbox();
        Post.deliver(account, Letter.from("ann@home.example").id("from@example.com"));

        Response other = Post.deliver(account, Letter.from("bob@home.example").id("from@example.com"));

        other.then().body("accepted[0].outcome", equalTo("opened"));
    }

    @Test
    void mailsWithoutAMessageIdAreKnownByWhatTheySay() {
        String account = Post.mailbox();
        Letter letter = Letter.from("ann@home.example");

        Response first = Post.deliver(account, letter);
        Response same = Post.deliver(account, letter);
        Response other = Post.deliver(account, letter.saying("Something else"));

        first.then().body("accepted[0].outcome", equalTo("opened"));
        same.then().body("accepted[0].outcome", equalTo("duplicate"));
        other.then().body("accepted[0].outcome", equalTo("opened"));
    }

    @Test
    void onlyWhoeverKnowsASecretOfTheMailboxMayDeliver() {
        String account = Post.mailbox();
        byte[] mail = Letter.from("ann@home.example").bytes();

        refused(Post.deliver(account, Post.MAIL, "another-secret-of-nobody", mail), 401, "token-invalid");
        refused(Post.deliver(unique("nobody"), mail), 404, "account-unknown");
        refused(
                Api.anyone().header("Content-Type", Post.MAIL).post("/v1/channels/email/" + account),
                401,
                "token-invalid");
        refused(
                Api.operator().contentType("application/json").body("{}").post("/v1/channels/fax/x"),
                404,
                "channel-unknown");
    }

    @Test
    void aSecretIsReplacedWhileTheOldOneStillCounts() {
        String account = Post.mailbox();
        Api.json()
                .body("{\"secrets\":[\"the-new-secret-is-longer\",\"" + Post.SECRET + "\"]}")
                .put("/v1/channels/email/" + account);

        Post.deliver(account, Letter.from("a@home.example")).then().statusCode(202);
        Post.deliver(
                        account,
                        Post.MAIL,
                        "the-new-secret-is-longer",
                        Letter.from("b@home.example").bytes())
                .then()
                .statusCode(202);
    }

    @Test
    void whatIsNoMailIsRefused() {
        String account = Post.mailbox();

        refused(Post.deliver(account, "text/plain", Post.SECRET, new byte[] {'x'}), 415, "unsupported-media-type");
        refused(Post.deliver(account, new byte[0]), 400, "malformed-mail");
        refused(Post.deliver(account, "Subject: nobody sent this\r\n\r\nx".getBytes()), 400, "malformed-mail");
    }

    @Test
    void aMailLargerThanAllowedIsRefusedAndOneBelowIsTaken() throws Exception {
        String account = Post.mailbox();
        byte[] header = Letter.from("ann@home.example").bytes();
        byte[] large = Arrays.copyOf(header, 5_000_000);
        Arrays.fill(large, header.length, large.length, (byte) 'x');

        Post.deliver(account, large).then().statusCode(202).body("accepted[0].outcome", not(equalTo("ignored")));
        assertThat(Post.announce(account, 26 * 1024 * 1024 + 1))
                .startsWith("HTTP/1.1 413")
                .contains("\"body-too-large\"");
    }

    @Test
    void chunksBeyondTheLimitAreRefusedToo() throws Exception {
        assertThat(Post.pour(Post.mailbox(), 26)).startsWith("HTTP/1.1 413").contains("\"body-too-large\"");
    }

    private static String requestId(Response answer) {
        return answer.path("accepted[0].requestId");
    }
}
