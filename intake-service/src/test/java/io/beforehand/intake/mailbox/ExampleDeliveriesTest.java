package io.beforehand.intake.mailbox;

import static io.beforehand.intake.Api.operator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beforehand.intake.IntakeStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of mails as they are really sent. Each comes to a mailbox that knows nothing yet: so an answer that its example has
 * appended opens the request of its thread, and what is said of mails that were not ours is ignored.
 */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ExampleDeliveriesTest {

    private static final Set<String> OPENING = Set.of("create_or_append", "append", "no_ack");

    @ParameterizedTest
    @MethodSource("io.beforehand.intake.mail.ExampleMailsTest#names")
    void aMailBecomesWhatItsExampleSays(String name) throws IOException {
        // Given
        JsonNode example = new ObjectMapper()
                .readTree(Path.of("src/test/resources/channels/email", name + ".meta.json")
                        .toFile());
        boolean opens = OPENING.contains(example.get("action").asText());

        // When
        Response answer = Post.deliver(Post.mailbox(), Post.example(name));

        // Then
        answer.then().statusCode(202).body("accepted[0].outcome", equalTo(opens ? "opened" : "ignored"));
        if (opens) {
            JsonNode expected = example.get("expect");
            JsonNode request = new ObjectMapper()
                    .readTree(operator()
                            .get("/v1/requests/" + answer.path("accepted[0].requestId"))
                            .asString());
            agrees(request.at("/customer/id"), expected.path("customer_id"));
            agrees(request.at("/conversation"), expected.path("conversation_id"));
            agrees(request.at("/subject"), expected.path("subject"));
            agrees(request.at("/messages/0/text"), expected.path("text"));
        }
    }

    /** What an example leaves null, it does not say. */
    private static void agrees(JsonNode actual, JsonNode expected) {
        if (expected.isTextual()) {
            assertThat(actual).isEqualTo(expected);
        }
    }
}
