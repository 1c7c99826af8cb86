package io.beforehand.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.events.Channel;
import io.beforehand.events.Customer;
import io.beforehand.events.DeliveryKind;
import io.beforehand.events.Mail;
import io.beforehand.events.NotificationEvent.DeliveryFailed;
import io.beforehand.events.RequestEvent.ContactOptedIn;
import io.beforehand.events.RequestEvent.ContactOptedOut;
import io.beforehand.events.RequestEvent.CustomerForgotten;
import io.beforehand.events.RequestEvent.CustomerMessaged;
import io.beforehand.events.RequestEvent.ReplySent;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.Sender;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.Visibility;
import io.beforehand.localstack.WebhookSink.Answer;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.notification.testing.Database;
import io.beforehand.notification.testing.Examples;
import io.beforehand.notification.testing.OutsideWorld;
import io.beforehand.notification.testing.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(OutsideWorld.class)
class OptOutTest {

    private static final String WANG = "wang@example.com";
    private static final ContactOptedOut STOP = new ContactOptedOut(Channel.SMS, "support", WANG);

    @RegisterExtension
    static final Stage stage = new Stage();

    @BeforeEach
    void nobodyOptedOut() {
        Database.execute("DELETE FROM opt_out", "DELETE FROM opt_out_word");
        stage.outlet("sms", "support", "/sms");
    }

    @Test
    void aReplyToACustomerWhoOptedOutIsNotSentAndItsAuthorIsTold() {
        // Given
        String requestId = acknowledged("support");
        stage.bus().send(requestId, STOP);

        // When
        stage.bus().send(requestId, reply("m-2"));

        // Then
        JsonPath reply = awaitEnded(requestId, 1, "suppressed");
        assertThat(reply.getString("reason")).isEqualTo("opted-out");
        assertThat(reply.getList("attempts.outcome")).containsExactly("opted-out");
        assertThat(stage.accepted("/sms")).hasSize(1);
        await().atMost(Stage.SOON).untilAsserted(() -> assertThat(stage.bus().told(requestId, DeliveryFailed.class))
                .containsExactly(new DeliveryFailed(reply.getString("id"), DeliveryKind.REPLY, "opted-out", "m-2")));
    }

    @Test
    void anOptOutHoldsInEveryRequestOfTheCustomerOnThatAccountAndNowhereElse() {
        // Given
        stage.outlet("sms", "sales", "/sales");
        String told = acknowledged("support");
        String same = acknowledged("support");
        String elsewhere = acknowledged("sales");
        String other = openedBy("+8613800138000");
        stage.awaitAccepted("/sms", 3);
        stage.bus().send(told, STOP);
        awaitOptOuts("sms support " + WANG);

        // When
        List.of(same, elsewhere, other).forEach(id -> stage.bus().send(id, reply("m-2")));

        // Then
        assertThat(awaitEnded(same, 1, "suppressed").getString("reason")).isEqualTo("opted-out");
        awaitEnded(elsewhere, 1, "sent");
        awaitEnded(other, 1, "sent");
    }

    @Test
    void whatWasFailingWhenTheCustomerOptedOutIsNotTriedAgain() {
        // Given
        stage.sink().answer("/sms", _ -> Answer.status(503));
        String requestId = stage.openAndAssign("sms", "support");
        stage.awaitState(requestId, "failed");
        Database.putRetriesOff(Duration.ofMinutes(10));
        stage.bus().send(requestId, STOP);
        awaitOptOuts("sms support " + WANG);

        // When
        Database.ahead(Duration.ofMinutes(11));

        // Then
        JsonPath ended = stage.awaitState(requestId, "suppressed");
        assertThat(ended.getList("deliveries[0].attempts.outcome")).containsExactly("http-503", "opted-out");
        assertThat(stage.bus().told(requestId, DeliveryFailed.class)).isEmpty();
    }

    @Test
    void aMessageAfterwardsTakesTheOptOutBack() {
        // Given
        String requestId = acknowledged("support");
        stage.bus().send(requestId, STOP);
        awaitOptOuts("sms support " + WANG);

        // When
        stage.bus().send(requestId, message("m-3", WANG, true));
        stage.bus().send(requestId, reply("m-4"));

        // Then
        awaitEnded(requestId, 1, "sent");
        awaitOptOuts();
    }

    @Test
    void aMessageOfSomebodyElseInTheRequestTakesNothingBackButHisOwn() {
        // Given
        String requestId = acknowledged("support");
        stage.bus().send(requestId, STOP);
        stage.bus().send(requestId, new ContactOptedOut(Channel.SMS, "support", "li@example.com"));
        awaitOptOuts("sms support " + WANG, "sms support li@example.com");

        // When
        stage.bus().send(requestId, message("m-3", "li@example.com", false));
        stage.bus().send(requestId, reply("m-4"));

        // Then
        awaitEnded(requestId, 1, "suppressed");
        awaitOptOuts("sms support " + WANG);
    }

    @Test
    void whoeverOptsInAgainIsWrittenToAgain() {
        // Given
        String requestId = acknowledged("support");
        stage.bus().send(requestId, STOP);
        awaitOptOuts("sms support " + WANG);

        // When
        stage.bus().send(requestId, new ContactOptedIn(Channel.SMS, "support", WANG));
        stage.bus().send(requestId, reply("m-2"));

        // Then
        awaitEnded(requestId, 1, "sent");
        awaitOptOuts();
    }

    @Test
    void aNewRequestTakesTheOptOutBackForAllRequestsOfTheAccount() {
        // Given
        String requestId = acknowledged("support");
        stage.bus().send(requestId, STOP);
        awaitOptOuts("sms support " + WANG);

        // When
        stage.openAndAssign("sms", "support");
        stage.awaitAccepted("/sms", 2);
        stage.bus().send(requestId, reply("m-2"));

        // Then
        awaitEnded(requestId, 1, "sent");
        awaitOptOuts();
    }

    @Test
    void anOlderMessageThatIsHeardLateTakesNothingBack() {
        // Given
        String requestId = acknowledged("support");
        StreamEvent stop = stage.bus().send(requestId, STOP);
        awaitOptOuts("sms support " + WANG);

        // When
        String late = Examples.requestId();
        stage.bus()
                .send(new StreamEvent(
                        late,
                        1,
                        stop.time().minusSeconds(1),
                        stop.trace(),
                        Examples.opened(stage.number(), Channel.SMS, "support", "en")));
        stage.assign(late);

        // Then
        assertThat(stage.awaitState(late, "suppressed").getString("deliveries[0].reason"))
                .isEqualTo("opted-out");
    }

    @Test
    void anOlderOptOutThatIsHeardLateDoesNotUndoAnOptIn() {
        // Given somebody who opted in without ever having opted out, as far as anybody heard
        String requestId = acknowledged("support");
        StreamEvent follow = stage.bus().send(requestId, new ContactOptedIn(Channel.SMS, "support", WANG));
        stage.bus().send(requestId, reply("m-2"));
        awaitEnded(requestId, 1, "sent");

        // When
        stage.bus().send(requestId, STOP, follow.time().minusSeconds(30));
        stage.bus().send(requestId, reply("m-3"));

        // Then
        awaitEnded(requestId, 2, "sent");
        awaitOptOuts();
    }

    @Test
    void anOlderOptOutThatIsHeardLateDoesNotUndoTheMessageThatLiftedAnother() {
        // Given
        String requestId = acknowledged("support");
        stage.bus().send(requestId, STOP);
        awaitOptOuts("sms support " + WANG);
        StreamEvent lifting = stage.bus().send(requestId, message("m-2", WANG, true));
        awaitOptOuts();

        // When
        stage.bus().send(requestId, STOP, lifting.time().minusMillis(1));
        stage.bus().send(requestId, reply("m-3"));

        // Then
        awaitEnded(requestId, 1, "sent");
        awaitOptOuts();
    }

    @Test
    void whoeverOptsOutAfterHeOptedInIsOut() {
        // Given
        String requestId = acknowledged("support");
        stage.bus().send(requestId, new ContactOptedIn(Channel.SMS, "support", WANG));
        stage.bus().send(requestId, reply("m-2"));
        awaitEnded(requestId, 1, "sent");

        // When
        stage.bus().send(requestId, STOP);
        stage.bus().send(requestId, reply("m-3"));

        // Then
        awaitEnded(requestId, 2, "suppressed");
        awaitOptOuts("sms support " + WANG);
    }

    @Test
    void ofAMessageThatLiftsNothingNoAddressIsKept() {
        // When
        String requestId = acknowledged("support");
        stage.bus().send(requestId, message("m-2", WANG, true));
        stage.bus().send(requestId, reply("m-3"));

        // Then
        awaitEnded(requestId, 1, "sent");
        assertThat(Database.value("SELECT count(*) FROM opt_out_word")).isEqualTo("0");
    }

    @Test
    void whenTheCustomerIsForgottenHisAddressGoesWithTheOptOut() {
        // Given
        String requestId = acknowledged("support");
        stage.bus().send(requestId, STOP);
        awaitOptOuts("sms support " + WANG);

        // When
        stage.bus().send(requestId, new CustomerForgotten("forgotten-1"));

        // Then
        awaitOptOuts();
        assertThat(Database.value("SELECT count(*) FROM opt_out_word")).isEqualTo("0");
    }

    @Test
    void mailAddressesAreComparedWhateverTheirCase() {
        // Given
        stage.outlet("email", "support", "/mail");
        Customer wang = new Customer("C-1001", "王小明", null, "en", "Wang@Example.com");
        String requestId = stage.openAndAssign(Examples.opened(stage.number(), Channel.EMAIL, "support", wang, null));
        stage.awaitAccepted("/mail", 1);
        stage.bus().send(requestId, new ContactOptedOut(Channel.EMAIL, "support", "WANG@example.com"));

        // When
        stage.bus().send(requestId, reply("m-2"));

        // Then
        awaitEnded(requestId, 1, "suppressed");
        awaitOptOuts("email support wang@example.com");
    }

    @Test
    void whoeverOptsOutByAMailOfAnotherMailboxIsNotWrittenToFromThat() {
        // Given somebody who is answered from the mailbox that he wrote to last
        stage.outlet("email", "support", "/mail");
        stage.outlet("email", "sales", "/sales");
        String requestId = stage.openAndAssign(Examples.openedByMail(stage.number(), "support", false));
        stage.awaitAccepted("/mail", 1);
        Mail mail = new Mail("2@example.com", List.of(), "k7q2x9", false);
        Sender wang = new Sender(Channel.EMAIL, "sales", WANG, true);
        stage.bus().send(requestId, new CustomerMessaged("m-2", "and?", Instant.now(), mail, wang));
        stage.bus().send(requestId, reply("m-3"));
        String sent = awaitEnded(requestId, 1, "sent").getString("id");

        // When
        stage.bus().send(requestId, new ContactOptedOut(Channel.EMAIL, "support", WANG, sent));
        stage.bus().send(requestId, reply("m-4"));

        // Then
        assertThat(awaitEnded(requestId, 2, "suppressed").getString("reason")).isEqualTo("opted-out");
        assertThat(stage.accepted("/sales")).hasSize(1);
        awaitOptOuts("email sales " + WANG);
    }

    @Test
    void whoeverOptsOutByAMailThatNobodyKnowsAnyMoreDoesSoWhereTheRequestIs() {
        // Given
        stage.outlet("email", "support", "/mail");
        String requestId = stage.openAndAssign(Examples.openedByMail(stage.number(), "support", false));
        stage.awaitAccepted("/mail", 1);

        // When
        stage.bus().send(requestId, new ContactOptedOut(Channel.EMAIL, "support", WANG, "long-ago"));

        // Then
        awaitOptOuts("email support " + WANG);
    }

    @Test
    void onceTheOptOutIsTakenBackProgressIsToldAgain() {
        // Given
        String requestId = acknowledged("support");
        Database.ahead(Duration.ofMinutes(6));
        stage.bus().send(requestId, STOP);
        awaitOptOuts("sms support " + WANG);
        stage.bus().send(requestId, new StatusChanged(RequestStatus.OPEN, RequestStatus.RESOLVED, null, null));
        awaitEnded(requestId, 1, "suppressed");

        // When
        stage.bus().send(requestId, message("m-3", WANG, true));
        stage.bus().send(requestId, new StatusChanged(RequestStatus.RESOLVED, RequestStatus.OPEN, null, null));

        // Then
        awaitEnded(requestId, 2, "sent");
        assertThat(JsonPath.from(stage.awaitAccepted("/sms", 2).getLast().body())
                        .getString("kind"))
                .isEqualTo("update");
    }

    private String acknowledged(String account) {
        String requestId = stage.openAndAssign("sms", account);
        stage.awaitState(requestId, "sent");
        return requestId;
    }

    private static String openedBy(String address) {
        Customer customer = new Customer("C-2", null, null, "en", address);
        return stage.openAndAssign(Examples.opened(stage.number(), Channel.SMS, "support", customer, null));
    }

    private static CustomerMessaged message(String messageId, String address, boolean requester) {
        return new CustomerMessaged(
                messageId,
                "one more thing",
                Instant.now(),
                null,
                new Sender(Channel.SMS, "support", address, requester));
    }

    private static ReplySent reply(String messageId) {
        return Examples.reply(messageId, "hello", true, Visibility.PUBLIC);
    }

    private static void awaitOptOuts(String... all) {
        await().atMost(Stage.SOON).untilAsserted(() -> assertThat(Database.value(
                        "SELECT coalesce(string_agg(concat_ws(' ', channel, account, address), ',' ORDER BY address DESC), '')"
                                + " FROM opt_out"))
                .isEqualTo(String.join(",", all)));
    }

    /** Waits until that delivery about the request is in that state. */
    private static JsonPath awaitEnded(String requestId, int delivery, String state) {
        String path = "deliveries[" + delivery + "]";
        await().atMost(Stage.SOON)
                .untilAsserted(() -> assertThat(stage.deliveries(requestId).getString(path + ".state"))
                        .as(stage.deliveries(requestId).prettify())
                        .isEqualTo(state));
        return stage.deliveries(requestId).setRootPath(path);
    }
}
