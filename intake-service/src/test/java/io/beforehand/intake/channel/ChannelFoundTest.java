package io.beforehand.intake.channel;

import static io.beforehand.intake.Api.anyone;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.unique;
import static org.hamcrest.Matchers.equalTo;

import io.beforehand.intake.IntakeStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Intercom looks whether anybody is there before it takes an address. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ChannelFoundTest {

    @Test
    void anAccountThatIsThereIsFound() {
        // Given
        String address = "/v1/channels/intercom/" + unique("app");
        json().body("{\"secrets\":[\"the-client-secret\"]}").put(address).then().statusCode(200);

        // Then
        anyone().head(address).then().statusCode(200).body(equalTo(""));
    }

    @Test
    void anAccountOrChannelThatIsNotThereIsNot() {
        anyone().head("/v1/channels/intercom/" + unique("app")).then().statusCode(404);
        anyone().head("/v1/channels/fax/" + unique("app")).then().statusCode(404);
    }
}
