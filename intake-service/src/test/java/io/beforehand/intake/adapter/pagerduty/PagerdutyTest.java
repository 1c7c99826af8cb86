package io.beforehand.intake.adapter.pagerduty;

import static io.beforehand.intake.adapter.Calls.NOW;
import static io.beforehand.intake.adapter.Calls.only;
import static io.beforehand.intake.adapter.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Calls;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.PageAnswered;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.Example;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.Verification.Cause;
import io.beforehand.intake.adapter.signature.Hmac;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagerdutyTest {

    private static final AccountKeys KEYS = AccountKeys.of(List.of("webhook-secret"));

    private final PagerdutyAdapter pagerduty = new PagerdutyAdapter();

    @Test
    void theSignatureOfThePublishedExampleIsRight() {
        // Given
        Example example = Example.of("pagerduty", "webhook-v3-incident-vector");

        // Then
        assertThat(pagerduty.verify(example.delivery(), example.keys(), NOW)).isEqualTo(Verification.SIGNED);
        ChannelEvent event = pagerduty.parse(example.delivery(), example.keys()).getFirst();
        Calls.passedOver(event, Reason.UNKNOWN_TYPE);
        assertThat(event.origin().deliveryId()).isEqualTo("01BWDWL3NYY7LUFPZCC28QUCMK");
        assertThat(event.origin().conversation()).isEqualTo("PGR0VU2");
    }

    @Test
    void oneGoodSignatureOfSeveralIsEnough() {
        String good =
                "v1=" + HexFormat.of().formatHex(Hmac.sha256(Hmac.bytes("{}")).under(Hmac.bytes("webhook-secret")));
        for (String shown : List.of(good, "v1=00," + good, good + ", v1=00", "v9=zz," + good)) {
            assertThat(pagerduty.verify(post("", "{}", "X-PagerDuty-Signature", shown), KEYS, NOW))
                    .isEqualTo(Verification.SIGNED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1=", "v1=zz", ",,,", "v0=abc", "abc"})
    void garbageIsRefused(String shown) {
        Calls.refused(
                pagerduty.verify(post("", "{}", "X-PagerDuty-Signature", shown), KEYS, NOW), Cause.SIGNATURE_INVALID);
        Calls.refused(pagerduty.verify(post("", "{}"), KEYS, NOW), Cause.SIGNATURE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident.acknowledged", "incident.resolved"})
    void whoeverAnswersAPageAnswersThatOfOurKey(String type) {
        assertThat(only(pagerduty, event(type, "\"user_reference\"")))
                .isInstanceOfSatisfying(PageAnswered.class, answered -> {
                    assertThat(answered.pageKey()).isEqualTo("sla:1");
                    assertThat(answered.by()).isEqualTo("Ann");
                });
        assertThat(only(pagerduty, event(type, "\"user_reference\"").replace("incident_key", "x")))
                .isInstanceOfSatisfying(PageAnswered.class, answered -> assertThat(answered.pageKey())
                        .isEqualTo("P1"));
    }

    @ParameterizedTest
    @CsvSource({
        "incident.resolved, integration_reference, ECHO",
        "incident.triggered, user_reference, UNKNOWN_TYPE",
        "incident.unacknowledged, user_reference, UNKNOWN_TYPE",
        "pagey.ping, user_reference, UNKNOWN_TYPE"
    })
    void allElseIsPassedOver(String type, String agent, Reason reason) {
        Calls.passedOver(only(pagerduty, event(type, "\"" + agent + "\"")), reason);
    }

    @Test
    void whatNobodyDidAnswersNothing() {
        Calls.passedOver(
                only(
                        pagerduty,
                        "{\"event\": {\"id\": \"e1\", \"event_type\": \"incident.resolved\", \"agent\": null, \"data\": {\"id\": \"P1\"}}}"),
                Reason.ECHO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"event\": {\"id\": \"1\"}}"})
    void whatIsNoEventIsMalformed(String body) {
        assertThatThrownBy(() -> only(pagerduty, body)).isInstanceOf(MalformedDeliveryException.class);
    }

    private static String event(String type, String agent) {
        return """
                {"event": {"id": "e1", "event_type": "%s", "occurred_at": "2021-04-26T17:36:27.458Z",
                 "agent": {"type": %s, "summary": "Ann"}, "data": {"id": "P1", "incident_key": "sla:1"}}}""".formatted(type, agent);
    }
}
