package io.beforehand.intake.channel;

import static io.beforehand.intake.Api.anyone;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.Tables;
import io.beforehand.intake.adapter.signature.Hmac;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Telegram and WhatsApp are both social, and may know two people by the same number; their accounts may have the same name. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class SameIdTest {

    private static final String SECRET = "a-secret-of-both-accounts";
    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

    @Inject
    Tables tables;

    private final String account = unique("main");
    private final String number = Long.toString(NUMBERS.incrementAndGet());

    @BeforeEach
    void twoAccountsOfOneName() {
        json().body("{\"secrets\":[\"%s\"]}".formatted(SECRET))
                .put("/v1/channels/telegram/" + account)
                .then()
                .statusCode(200);
        json().body("{\"secrets\":[\"%s\"],\"verifyToken\":\"t\"}".formatted(SECRET))
                .put("/v1/channels/whatsapp/" + account)
                .then()
                .statusCode(200);
    }

    @Test
    void theyAreTwoCustomers() {
        // When
        writesByTelegram("Ann", 1);
        writesByWhatsApp("Bo", 1);
        writesByTelegram("Ann", 2);

        // Then
        operator()
                .get("/v1/customers/" + number)
                .then()
                .statusCode(200)
                .body("identities", hasSize(2))
                .body("identities.kind", containsInAnyOrder("telegram", "whatsapp"))
                .body("identities.name", containsInAnyOrder("Ann", "Bo"))
                .body("identities.id", containsInAnyOrder(number, number))
                .body("requests", hasSize(2));
        assertThat(tables.number(customers())).isEqualTo(2);
    }

    @Test
    void oneOfThemIsForgottenWithoutTheOther() {
        // Given
        writesByTelegram("Ann", 1);
        writesByWhatsApp("Bo", 1);
        String bo =
                operator().get("/v1/customers/" + number).path("identities.find { it.kind == 'whatsapp' }.customerId");

        // When
        json().post("/v1/customers/" + bo + "/forget").then().statusCode(200);

        // Then
        operator()
                .get("/v1/customers/" + number)
                .then()
                .body("identities.kind", containsInAnyOrder("telegram"))
                .body("name", equalTo("Ann"));
        assertThat(tables.number(
                        "SELECT count(*) FROM message WHERE author_id = '%s' AND text IS NOT NULL".formatted(number)))
                .isEqualTo(1);
    }

    private void writesByTelegram(String name, int n) {
        anyone().contentType("application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
                .body("""
                        {"update_id":%d,"message":{"message_id":%d,"date":1760000000,"text":"Hello",
                         "from":{"id":%s,"is_bot":false,"first_name":"%s"},"chat":{"id":%s,"type":"private"}}}""".formatted(n, n, number, name, number))
                .post("/v1/channels/telegram/" + account)
                .then()
                .statusCode(200);
    }

    private void writesByWhatsApp(String name, int n) {
        byte[] body = Hmac.bytes("""
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
                 "metadata":{"phone_number_id":"1"},"contacts":[{"profile":{"name":"%s"},"wa_id":"%s"}],
                 "messages":[{"from":"%s","id":"wamid.%s.%d","timestamp":"1760000000","type":"text","text":{"body":"Hello"}}]
                }}]}]}""".formatted(name, number, number, number, n));
        anyone().contentType("application/json")
                .header(
                        "X-Hub-Signature-256",
                        "sha256=" + HexFormat.of().formatHex(Hmac.sha256(body).under(Hmac.bytes(SECRET))))
                .body(body)
                .post("/v1/channels/whatsapp/" + account)
                .then()
                .statusCode(200);
    }

    private String customers() {
        return "SELECT count(*) FROM customer WHERE native_id = '" + number + "'";
    }
}
