package io.beforehand.intake.adapter.helpdesk;

import static io.beforehand.intake.adapter.Calls.NOW;
import static io.beforehand.intake.adapter.Calls.only;
import static io.beforehand.intake.adapter.Calls.post;
import static io.beforehand.intake.adapter.Calls.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.Priority;
import io.beforehand.events.RequestStatus;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Calls;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.CountedText;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.Verification.Cause;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshdeskTest {

    private static final AccountKeys KEYS = AccountKeys.of(List.of("next-secret", "user:secret"));

    private final FreshdeskAdapter freshdesk = new FreshdeskAdapter();

    @ParameterizedTest
    @CsvSource({
        "Authorization, user:secret, true",
        "Authorization, whoever:next-secret, true",
        "Authorization, user:wrong, false",
        "Authorization, secret, false"
    })
    void userAndPasswordShowWhoseItIs(String header, String pair, boolean good) {
        // Given
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

        // When
        Verification verification = freshdesk.verify(post("", "{}", header, basic), KEYS, NOW);

        // Then
        assertThat(verification.equals(Verification.SHOWN)).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Webhook-Secret, next-secret, ",
        "X-Api-Key, next-secret, ",
        "Authorization, Bearer next-secret, ",
        "X-Webhook-Secret, wrong, TOKEN_INVALID",
        "X-Webhook-Secret, '', TOKEN_INVALID",
        "Authorization, Basic %%%, SIGNATURE_MISSING",
        "Authorization, next-secret, SIGNATURE_MISSING",
        "X-Whatever, next-secret, ",
        "Other, next-secret, SIGNATURE_MISSING"
    })
    void soDoesAHeaderOfTheAdministrators(String header, String value, Cause cause) {
        assertThat(freshdesk.verify(post("", "{}", header, value), KEYS, NOW))
                .isEqualTo(cause == null ? Verification.SHOWN : new Verification.Refused(cause));
    }

    @Test
    void whatFreshdeskProposesIsATicketThatWasOpened() {
        // When
        Said said = said(freshdesk, """
                {"freshdesk_webhook": {"ticket_id": 15, "ticket_subject": "发票", "ticket_priority": "High",
                 "ticket_description": "<div>发票开错了<br>请重开</div>", "ticket_requester_name": "李",
                 "ticket_requester_email": "li@example.com", "triggered_event": "{ticket_action:created}"}}""");

        // Then
        assertThat(said.customer().id()).isEqualTo("li@example.com");
        assertThat(said.origin().conversation()).isEqualTo("freshdesk/15");
        assertThat(said.content().text()).isEqualTo("发票开错了\n请重开");
        assertThat(said.content().textOrigin()).isEqualTo(TextOrigin.STRIPPED_HTML);
        assertThat(said.content().subject()).isEqualTo("发票");
        assertThat(said.content().hints().priority()).isEqualTo(Priority.HIGH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{reply_sent:sent}; Answered",
                "{note_type:private}; PassedOver",
                "{status:{from:2,to:4}}; StatusTold",
                "{priority:{from:1,to:2}}; PassedOver",
                "{ticket_action:created}; Said"
            })
    void whatHappenedIsMadeOutFromItsWords(String trigger, String event) {
        assertThat(only(freshdesk, report("\"triggered_event\": \"" + trigger + "\""))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource({"Resolved, RESOLVED", "4, RESOLVED", "Waiting on Customer, PENDING", "Waiting on Third Party, ON_HOLD"})
    void whereATicketStandsIsTold(String word, RequestStatus status) {
        assertThat(only(freshdesk, report("\"event\": \"status-changed\"").replace("Open", word)))
                .isInstanceOfSatisfying(ChannelEvent.StatusTold.class, told -> assertThat(told.status())
                        .isEqualTo(status));
    }

    @Test
    void theSameReportAgainIsTheSameAndAtAnotherTimeAnother() {
        // Given
        String one = report(
                "\"event\": \"customer-replied\", \"comment\": \"谢谢\", \"updated_at\": \"2026-11-01T08:00:00Z\"");

        // Then
        assertThat(key(one)).isEqualTo(key(one));
        assertThat(key(one)).isNotEqualTo(key(one.replace("08:00", "08:01")));
        assertThat(key(one)).isNotEqualTo(key(one.replace("谢谢", "不")));
    }

    @Test
    void whatIsNoTicketIsPassedOverAndOneOfNobodyIsMalformed() {
        Calls.passedOver(only(freshdesk, "{}"), Reason.UNKNOWN_TYPE);
        assertThatThrownBy(() -> only(freshdesk, "{\"ticket_id\": 1}")).isInstanceOf(MalformedDeliveryException.class);
        assertThatThrownBy(() -> only(freshdesk, "ticket 1")).isInstanceOf(MalformedDeliveryException.class);
    }

    /** No character is looked at from many beginnings: 200,000 of them would be 40,000,000,000 looks. */
    @ParameterizedTest
    @ValueSource(strings = {"<a", "<", "</", "<a <"})
    void aTextFullOfTagsThatAreNoneIsReadOnce(String part) {
        // Given
        CountedText text = new CountedText(part.repeat(200_000 / part.length()));

        // Then
        assertThat(TicketReport.isMarkup(text)).isFalse();
        assertThat(text.looks()).isLessThan(10L * text.length());
        assertThat(TicketReport.isMarkup(text + "<br>")).isTrue();
    }

    private String key(String body) {
        return only(freshdesk, body).origin().key();
    }

    private static String report(String fields) {
        return "{\"ticket_id\": 15, \"ticket_status\": \"Open\", \"ticket_requester_email\": \"a@example.com\", "
                + fields + "}";
    }
}
