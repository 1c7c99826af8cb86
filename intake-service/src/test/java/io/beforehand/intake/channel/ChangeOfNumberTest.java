package io.beforehand.intake.channel;

import static io.beforehand.intake.Api.anyone;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;

import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.Tables;
import io.beforehand.intake.Traces;
import io.beforehand.intake.adapter.signature.Hmac;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel whose customers are known by numbers that they change, and that has no threads. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ChangeOfNumberTest {

    private static final String SECRET = "a-secret-of-the-app";
    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

    @Inject
    Tables tables;

    @Inject
    Traces traces;

    private final String account = unique("whatsapp");
    private final String before = "49" + NUMBERS.incrementAndGet();
    private final String after = "49" + NUMBERS.incrementAndGet();

    @BeforeEach
    void anAccount() {
        json().body("{\"secrets\":[\"%s\"],\"verifyToken\":\"t\"}".formatted(SECRET))
                .put("/v1/channels/whatsapp/" + account)
                .then()
                .statusCode(200);
    }

    @Test
    void whoChangesHisNumberStaysTheSamePerson() {
        says(before);

        changesHisNumber();
        says(after);

        for (String number : List.of(before, after)) {
            operator()
                    .get("/v1/customers/" + number)
                    .then()
                    .body("identities.id", containsInAnyOrder(before, after))
                    .body("requests", hasSize(2));
        }
    }

    @Test
    void nothingIsLeftOfBothNumbersOnceHeIsForgotten() {
        says(before);
        changesHisNumber();
        says(after);
        changesWhatWeNeverGot(before);
        assertThat(traces.of(before)).contains("early_change");

        json().post("/v1/customers/" + after + "/forget").then().statusCode(200);

        assertThat(traces.of(before)).isEmpty();
        assertThat(traces.of(after)).isEmpty();
    }

    @Test
    void whatHeWritesADayAfterItWasSolvedIsSomethingElse() {
        says(before);
        solved("25 hours");

        says(before);

        operator().get("/v1/requests?account=" + account).then().body("items", hasSize(2));
    }

    @Test
    void whatHeWritesSoonAfterItWasSolvedIsAboutTheSame() {
        says(before);
        solved("23 hours");

        says(before);

        operator()
                .get("/v1/requests?account=" + account + "&status=open")
                .then()
                .body("items", hasSize(1));
    }

    private void solved(String ago) {
        String id = operator().get("/v1/requests?account=" + account).path("items[0].id");
        json().body("{\"status\":\"resolved\"}")
                .post("/v1/requests/" + id + "/status")
                .then()
                .statusCode(200);
        tables.execute(
                "UPDATE request SET changed_at = beforehand_now() - interval '" + ago + "' WHERE id = '" + id + "'");
    }

    private void says(String number) {
        deliver("""
                {"from":"%s","id":"wamid.%s","timestamp":"%d","text":{"body":"I am %s"},"type":"text"}""".formatted(number, unique(number), Instant.now().getEpochSecond(), number));
    }

    private void changesWhatWeNeverGot(String number) {
        deliver("""
                {"from":"%s","id":"wamid.%s","timestamp":"%d","type":"edit","edit":{"original_message_id":"wamid.%s",
                 "message":{"type":"text","text":{"body":"I was %s"}}}}""".formatted(number, unique(number), Instant.now().getEpochSecond(), unique(number), number));
    }

    private void changesHisNumber() {
        deliver("""
                {"from":"%s","id":"wamid.%s","timestamp":"%d","type":"system",
                 "system":{"body":"User A changed from %s to %s","wa_id":"%s","type":"user_changed_number"}}""".formatted(before, unique(before), Instant.now().getEpochSecond(), before, after, after));
    }

    private void deliver(String message) {
        byte[] body = Hmac.bytes("""
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
                 "messaging_product":"whatsapp","metadata":{"display_phone_number":"1","phone_number_id":"7"},"messages":[%s]}}]}]}""".formatted(message));
        String signature = HexFormat.of().formatHex(Hmac.sha256(body).under(Hmac.bytes(SECRET)));
        anyone().contentType("application/json")
                .header("X-Hub-Signature-256", "sha256=" + signature)
                .body(body)
                .post("/v1/channels/whatsapp/" + account)
                .then()
                .statusCode(200);
    }
}
