package io.beforehand.intake.mailbox;

import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.mailbox.Post.Letter;
import io.beforehand.intake.request.ReplySecretStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Threads of mails whose request goes on in another one. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class MergedThreadTest {

    @Inject
    ReplySecretStore tokens;

    @Test
    void whoeverHadAPartInTheOneHasItInTheOther() {
        // Given
        String account = Post.mailbox();
        String ann = unique("ann") + "@home.example";
        String bob = unique("bob") + "@home.example";
        String from = Post.deliver(account, Letter.from(ann).id("1" + ann).with("Cc", bob))
                .path("accepted[0].requestId");
        String into = Post.deliver(account, Letter.from(ann).id("2" + ann)).path("accepted[0].requestId");
        json().body("{\"into\":\"" + into + "\"}")
                .post("/v1/requests/" + from + "/merge")
                .then()
                .statusCode(200);

        // When
        String answered = Post.deliver(account, Letter.from(bob).id("3" + bob).answering("1" + ann))
                .then()
                .body("accepted[0].outcome", equalTo("appended"))
                .extract()
                .path("accepted[0].requestId");

        // Then
        assertThat(answered).isEqualTo(into);
    }

    @Test
    void amongMailboxesTheThreadOfEachGoesOnInTheOther() {
        // Given
        String sales = Post.mailbox();
        String support = Post.mailbox();
        String ann = unique("ann") + "@home.example";
        String from = requestOf(Post.deliver(sales, Letter.from(ann).id("1" + ann)));
        String into = requestOf(Post.deliver(support, Letter.from(ann).id("2" + ann)));
        json().body("{\"into\":\"" + into + "\",\"force\":true}")
                .post("/v1/requests/" + from + "/merge")
                .then()
                .statusCode(200);

        // When
        Response toSales = Post.deliver(sales, Letter.from(ann).id("3" + ann).answering("1" + ann));
        Response andAgain = Post.deliver(sales, Letter.from(ann).id("4" + ann).answering("3" + ann));
        Response toSupport =
                Post.deliver(support, Letter.from(ann).id("5" + ann).answering("2" + ann));

        // Then
        assertThat(List.of(requestOf(toSales), requestOf(andAgain), requestOf(toSupport)))
                .containsOnly(into);
    }

    @Test
    void theTokenOfTheOtherLeadsIntoItFromEitherMailbox() {
        // Given
        String sales = Post.mailbox();
        String support = Post.mailbox();
        String ann = unique("ann") + "@home.example";
        String from = requestOf(Post.deliver(sales, Letter.from(ann).id("1" + ann)));
        String into = requestOf(Post.deliver(support, Letter.from(ann).id("2" + ann)));
        json().body("{\"into\":\"" + into + "\",\"force\":true}")
                .post("/v1/requests/" + from + "/merge")
                .then()
                .statusCode(200);
        String ours = "d-1." + tokens.tokens().await().indefinitely().of(into) + "@shop.example";

        // When
        Response toSales = Post.deliver(sales, Letter.from(ann).id("3" + ann).answering(ours));
        Response toSupport =
                Post.deliver(support, Letter.from(ann).id("4" + ann).answering(ours));
        Response ofStranger =
                Post.deliver(sales, Letter.from("eve" + ann).id("5" + ann).answering(ours));

        // Then
        assertThat(List.of(requestOf(toSales), requestOf(toSupport))).containsOnly(into);
        assertThat(requestOf(ofStranger)).isNotEqualTo(into);
    }

    private static String requestOf(Response delivered) {
        return delivered.then().statusCode(202).extract().path("accepted[0].requestId");
    }
}
