package io.beforehand.intake.adapter.helpdesk;

import static io.beforehand.intake.adapter.Calls.NOW;
import static io.beforehand.intake.adapter.Calls.only;
import static io.beforehand.intake.adapter.Calls.post;
import static io.beforehand.intake.adapter.Calls.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.Customer;
import io.beforehand.events.Priority;
import io.beforehand.events.RequestStatus;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Calls;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.Verification.Cause;
import io.beforehand.intake.adapter.signature.Hmac;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZendeskTest {

    private static final AccountKeys KEYS = AccountKeys.of(List.of("next-secret", "webhook-secret"));

    private final ZendeskAdapter zendesk = new ZendeskAdapter();

    @ParameterizedTest
    @CsvSource({
        "webhook-secret, 300, VALID",
        "next-secret, 0, VALID",
        "webhook-secret, 301, OUTSIDE_WINDOW",
        "webhook-secret, -301, OUTSIDE_WINDOW",
        "someone's, 0, SIGNATURE_INVALID"
    })
    void timeAndBodyAreSignedWithTheSecretAsItIsShown(String secret, long secondsLate, String expected) {
        // Given
        String time = NOW.minusSeconds(secondsLate).toString();
        Delivery delivery = signed(time, sign(secret, time + "{}"), "{}");

        // When
        Verification verification = zendesk.verify(delivery, KEYS, NOW);

        // Then
        assertThat(verification)
                .isEqualTo(
                        expected.equals("VALID")
                                ? Verification.SIGNED
                                : new Verification.Refused(Cause.valueOf(expected)));
    }

    @Test
    void whatIsNotZendesksIsRefused() {
        Calls.refused(zendesk.verify(post("", "{}"), KEYS, NOW), Cause.SIGNATURE_MISSING);
        Calls.refused(
                zendesk.verify(signed("noon", sign("webhook-secret", "noon{}"), "{}"), KEYS, NOW),
                Cause.SIGNATURE_INVALID);
        Calls.refused(zendesk.verify(signed(NOW.toString(), "", "{}"), KEYS, NOW), Cause.SIGNATURE_INVALID);
        Calls.refused(zendesk.verify(signed(NOW.toString(), "###", "{}"), KEYS, NOW), Cause.SIGNATURE_INVALID);
    }

    @Test
    void aTicketIsItsRequestersWhoeverOpenedIt() {
        // When
        Said said = said(zendesk, event("ticket.created", "{}").replace("\"actor_id\": \"1\"", "\"actor_id\": \"2\""));

        // Then
        assertThat(said.customer().id()).isEqualTo("1");
        assertThat(said.content().subject()).isEqualTo("打不开");
        assertThat(said.content().hints().priority()).isEqualTo(Priority.URGENT);
        assertThat(said.origin().key()).isEqualTo("message:7/5158");
    }

    @Test
    void aPublicCommentOfStaffIsAnAnswerAndThatOfTheRequesterAMessage() {
        assertThat(only(zendesk, comment(true, true))).isInstanceOfSatisfying(ChannelEvent.Answered.class, answered -> {
            assertThat(answered.author().kind()).isEqualTo(AuthorKind.AGENT);
            assertThat(answered.text()).isEqualTo("好");
        });
        Said said = said(zendesk, comment(true, false));
        assertThat(said.content().text()).isEqualTo("好");
        assertThat(said.origin().messageId()).isEqualTo("c1");
        Calls.passedOver(only(zendesk, comment(false, true)), Reason.PRIVATE_NOTE);
    }

    @Test
    void whatSomebodyInCopyCommentsIsHisOwn() {
        // Given
        String ofRequester = comment(true, false).replace("\"id\": \"9\"", "\"id\": \"1\"");

        // Then
        assertThat(said(zendesk, comment(true, false)).customer())
                .isEqualTo(new Customer("9", "Ann", null, null, null));
        assertThat(said(zendesk, ofRequester).customer().id()).isEqualTo("1");
        assertThat(said(zendesk, ofRequester.replace("\"author\"", "\"x\""))
                        .customer()
                        .id())
                .isEqualTo("1");
    }

    /** Both count their tickets from one, and may be of one name. */
    @Test
    void aTicketIsNotTheOneOfThatNumberAtAnotherHelpDesk() {
        // Given
        String created = "{\"event\": \"created\", \"ticket_id\": \"1042\", \"requester_id\": \"1\"}";
        String answered = created.replace("created", "agent-replied");

        // Then
        for (String report : List.of(created, answered)) {
            assertThat(only(zendesk, report).origin().conversation()).isEqualTo("zendesk/1042");
            assertThat(only(new FreshdeskAdapter(), report).origin().conversation())
                    .isEqualTo("freshdesk/1042");
        }
        assertThat(only(zendesk, created).origin().messageId())
                .isNotEqualTo(only(new FreshdeskAdapter(), created).origin().messageId());
    }

    @ParameterizedTest
    @CsvSource({"NEW, OPEN", "OPEN, OPEN", "PENDING, PENDING", "HOLD, ON_HOLD", "SOLVED, RESOLVED", "CLOSED, CLOSED"})
    void whereATicketStandsIsTold(String word, RequestStatus status) {
        assertThat(only(zendesk, event("ticket.status_changed", "{\"current\": \"" + word + "\"}")))
                .isInstanceOfSatisfying(ChannelEvent.StatusTold.class, told -> assertThat(told.status())
                        .isEqualTo(status));
    }

    @ParameterizedTest
    @CsvSource({"ticket.status_changed, UNKNOWN_TYPE", "ticket.tags_changed, UNKNOWN_TYPE", "user.created, UNKNOWN_TYPE"
    })
    void otherEventsArePassedOver(String type, Reason reason) {
        Calls.passedOver(only(zendesk, event(type, "{\"current\": \"BANANA\"}")), reason);
    }

    @Test
    void aTriggerReportsInTheFormForPasting() {
        String report = """
                {"event": "created", "ticket_id": "12", "ticket_subject": "s", "ticket_description": "d",
                 "requester_id": "1", "ticket_requester_name": "Ann"}""";
        assertThat(said(zendesk, report).origin().conversation()).isEqualTo("zendesk/12");
        Calls.passedOver(only(zendesk, "{\"test\": \"webhook\"}"), Reason.UNKNOWN_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"zendesk_event_version\": \"1\"}",
                "{\"zendesk_event_version\": \"1\", \"id\": \"e\", \"type\": \"zen:event-type:ticket.created\"}"
            })
    void whatIsNoEventIsMalformed(String body) {
        assertThatThrownBy(() -> only(zendesk, body)).isInstanceOf(MalformedDeliveryException.class);
    }

    private static String comment(boolean open, boolean staff) {
        return event(
                "ticket.comment_added",
                "{\"comment\": {\"id\": \"c1\", \"body\": \"好\", \"is_public\": %b, \"author\": {\"id\": \"9\", \"name\": \"Ann\", \"is_staff\": %b}}}"
                        .formatted(open, staff));
    }

    private static String event(String type, String event) {
        return """
                {"type": "zen:event-type:%s", "account_id": 7, "id": "e1", "time": "2025-01-08T10:12:07.672717030Z",
                 "zendesk_event_version": "2022-11-06", "event": %s,
                 "detail": {"id": "5158", "actor_id": "1", "requester_id": "1", "subject": "打不开", "description": "d", "priority": "URGENT"}}""".formatted(type, event);
    }

    private static Delivery signed(String time, String signature, String body) {
        return post("", body, "X-Zendesk-Webhook-Signature", signature, "X-Zendesk-Webhook-Signature-Timestamp", time);
    }

    private static String sign(String secret, String signed) {
        return Base64.getEncoder()
                .encodeToString(Hmac.sha256(Hmac.bytes(signed)).under(Hmac.bytes(secret)));
    }
}
