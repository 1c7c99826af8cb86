package io.beforehand.intake.mailbox;

import static io.beforehand.intake.Api.anyone;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.refused;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.Tables;
import io.beforehand.intake.mailbox.Post.Letter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What comes with a mail can be fetched. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class AttachmentTest {

    @Inject
    Tables tables;

    @Test
    void aFileIsListedAndFetchedAsItWasSent() {
        String request = deliver("page.html", "text/html");

        String url = operator()
                .get("/v1/requests/" + request)
                .then()
                .body("messages[0].attachments", hasSize(1))
                .body("messages[0].attachments[0].name", equalTo("页 \"1\";.html"))
                .body("messages[0].attachments[0].mediaType", equalTo("text/html"))
                .body("messages[0].attachments[0].size", equalTo(9))
                .body("messages[0].attachments[0].url", endsWith("/attachments/1"))
                .extract()
                .path("messages[0].attachments[0].url");
        Response file = operator().get(url);

        file.then()
                .statusCode(200)
                .header("Content-Type", "text/html")
                .header("Content-Disposition", "attachment; filename*=UTF-8''%E9%A1%B5%20%221%22%3B.html")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
        assertThat(file.asByteArray()).isEqualTo(new byte[] {0, 1, 2, (byte) 0xff, 4, 5, 6, 7, 8});
        refused(anyone().get(url), 401, "token-invalid");
        refused(operator().get(url.replace("/attachments/1", "/attachments/2")), 404, "not-found");
    }

    @Test
    void theWholeTextCanBeFetched() {
        Response opened = Post.deliver(
                Post.mailbox(),
                Letter.from("ann@home.example")
                        .saying("New\r\n\r\nOn 2 Nov 2026, Shop <s@shop.example> wrote:\r\n> Old"));
        String request = opened.path("accepted[0].requestId");
        String message = operator().get("/v1/requests/" + request).path("messages[0].id");

        operator().get("/v1/requests/" + request).then().body("messages[0].text", equalTo("New"));
        Response whole = operator().get("/v1/requests/" + request + "/messages/" + message + "/whole");

        assertThat(whole.asString()).isEqualTo("New\n\nOn 2 Nov 2026, Shop <s@shop.example> wrote:\n> Old");
    }

    @Test
    void aLargeFileComesBackWhole() {
        byte[] content = new byte[15_000_000];
        new Random(1).nextBytes(content);
        byte[] mail =
                ("From: ann@home.example\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                                + Base64.getMimeEncoder().encodeToString(content))
                        .getBytes(StandardCharsets.US_ASCII);

        String request = Post.deliver(Post.mailbox(), mail).path("accepted[0].requestId");

        String url = operator().get("/v1/requests/" + request).path("messages[0].attachments[0].url");
        assertThat(operator().get(url).asByteArray()).isEqualTo(content);
    }

    @Test
    void aMailWithTooManyFilesIsRefusedAndSaysSo() {
        String file = "--b\r\nContent-Type: image/png\r\n\r\nx\r\n";
        byte[] mail = ("From: ann@home.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + file.repeat(51)
                        + "--b--")
                .getBytes(StandardCharsets.US_ASCII);

        refused(Post.deliver(Post.mailbox(), mail), 413, "body-too-large")
                .body("reason", equalTo("too-many-attachments"));
    }

    @Test
    void filesGoWithTheirRequest() {
        String request = deliver("old.html", "text/html");
        json().body("{\"status\":\"closed\"}").post("/v1/requests/" + request + "/status");

        tables.execute("DELETE FROM request WHERE id = '" + request + "'");

        for (String table : new String[] {"attachment", "mail", "participant"}) {
            assertThat(tables.number("SELECT count(*) FROM " + table + " WHERE request_id = '" + request + "'"))
                    .isZero();
        }
    }

    private static String deliver(String name, String type) {
        byte[] mail = """
                From: ann@home.example
                Message-ID: <%s@home.example>
                Content-Type: multipart/mixed; boundary=b

                --b

                See the file.
                --b
                Content-Type: %s
                Content-Disposition: attachment; filename*=UTF-8''..%%2F%%E9%%A1%%B5%%20%%221%%22%%3B.html; x="%s"
                Content-Transfer-Encoding: base64

                AAEC/wQFBgcI
                --b--
                """.formatted(unique("m"), type, name).getBytes(StandardCharsets.UTF_8);
        return Post.deliver(Post.mailbox(), mail).path("accepted[0].requestId");
    }
}
