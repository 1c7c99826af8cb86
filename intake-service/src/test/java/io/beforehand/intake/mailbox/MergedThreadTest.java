package io.beforehand.intake.mailbox;

import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.mailbox.Post.Letter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Threads of mails whose request goes on in another one. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class MergedThreadTest {

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
}
