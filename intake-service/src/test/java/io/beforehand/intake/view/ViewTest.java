package io.beforehand.intake.view;

import static io.beforehand.intake.Api.anyone;
import static io.beforehand.intake.Api.event;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.message;
import static io.beforehand.intake.Api.operator;
import static io.beforehand.intake.Api.post;
import static io.beforehand.intake.Api.refused;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.nullValue;

import io.beforehand.intake.IntakeStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests and customers as they are shown. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class ViewTest {

    @Test
    void aRequestIsShownWithWhatWasSaid() {
        String conversation = unique("c");
        String data = """
                {"channel":"email","account":"support","conversation":"%s","subject":"退款","text":"什么时候到？",
                 "customer":{"id":"%s","name":"林","tier":"vip","locale":"zh-cn"},
                 "attachments":[{"name":"a.png","mediaType":"image/png","size":7,"url":"https://example.com/a.png"}]}""".formatted(conversation, conversation);

        String id =
                post(event(unique("e"), "io.beforehand.message.received", data)).path("accepted[0].requestId");

        operator()
                .get("/v1/requests/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("number", matchesRegex("R-[0-9]+"))
                .body("status", equalTo("open"))
                .body("priority", equalTo("high"))
                .body("priorityReason", equalTo("vip"))
                .body("tier", equalTo("vip"))
                .body("channel", equalTo("email"))
                .body("account", equalTo("support"))
                .body("conversation", equalTo(conversation))
                .body("subject", equalTo("退款"))
                .body("customer", equalTo(Map.of("id", conversation, "name", "林", "tier", "vip", "locale", "zh-CN")))
                .body("messages", hasSize(1))
                .body("messages[0].kind", equalTo("message"))
                .body("messages[0].author.kind", equalTo("customer"))
                .body("messages[0].text", equalTo("什么时候到？"))
                .body("messages[0].attachments[0].size", equalTo(7))
                .body("links", nullValue());
    }

    @Test
    void aRequestThatGoesOnIsLinkedBothWays() {
        String conversation = unique("c");
        String closed = post(message(unique("e"), conversation, "one")).path("accepted[0].requestId");
        json().body("{\"status\":\"closed\"}").post("/v1/requests/" + closed + "/status");

        String next = post(message(unique("e"), conversation, "two")).path("accepted[0].requestId");

        operator()
                .get("/v1/requests/" + next)
                .then()
                .body("links", contains(Map.of("kind", "continues", "requestId", closed)));
        operator()
                .get("/v1/requests/" + closed)
                .then()
                .body("links", contains(Map.of("kind", "continued-by", "requestId", next)));
    }

    @Test
    void listsAreReadPageByPageNewestFirst() {
        String conversation = unique("c");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String id = post(message(unique("e"), conversation, "one")).path("accepted[0].requestId");
            json().body("{\"status\":\"closed\"}").post("/v1/requests/" + id + "/status");
            ids.addFirst(id);
        }

        List<String> read = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 3 && after != null; page++) {
            var response = operator()
                    .get("/v1/requests?limit=2&customer=cust-" + conversation
                            + "&status=closed&channel=chat&conversation=" + conversation
                            + (after.isEmpty() ? "" : "&after=" + after));
            read.addAll(response.<List<String>>path("items.id"));
            after = response.path("next");
        }

        assertThat(read).isEqualTo(ids);
        assertThat(after).isNull();
    }

    @Test
    void filtersThatDoNotFitAreNamed() {
        for (String filter : List.of("status=done", "channel=fax", "after=7", "limit=0", "limit=501")) {
            refused(operator().get("/v1/requests?" + filter), 400, "invalid-field")
                    .body("field", equalTo(filter.split("=")[0]));
        }
    }

    @Test
    void aCustomerIsShownWithHisHistoryOverAllChannels() {
        String customer = unique("cust");
        for (String channel : List.of("chat", "email")) {
            post(event(unique("e"), "io.beforehand.message.received", """
                    {"channel":"%s","conversation":"%s","customer":{"id":"%s","name":"Lin","timeZone":"Asia/Shanghai"},"text":"x"}""".formatted(channel, unique("c"), customer)));
        }

        String ours = operator()
                .get("/v1/customers/" + customer)
                .then()
                .statusCode(200)
                .body("id", equalTo(customer))
                .body("name", equalTo("Lin"))
                .body("identities.channel", contains("chat", "email"))
                .body("identities.timeZone", contains("Asia/Shanghai", "Asia/Shanghai"))
                .body("requests.channel", contains("email", "chat"))
                .extract()
                .path("identities[0].customerId");
        operator()
                .get("/v1/customers/" + ours)
                .then()
                .body("identities.channel", contains("chat"))
                .body("requests", hasSize(1));
    }

    @Test
    void whatIsNotThereAndWhoMayNotSee() {
        refused(operator().get("/v1/customers/" + unique("none")), 404, "not-found");
        refused(anyone().get("/v1/requests"), 401, "token-invalid");
        refused(anyone().get("/v1/customers/x"), 401, "token-invalid");
    }
}
