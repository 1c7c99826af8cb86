package io.beforehand.intake.adapter.alertmanager;

import static io.beforehand.intake.adapter.Calls.NOW;
import static io.beforehand.intake.adapter.Calls.only;
import static io.beforehand.intake.adapter.Calls.post;
import static io.beforehand.intake.adapter.Calls.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.Priority;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.Visibility;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Calls;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.Verification.Cause;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertmanagerTest {

    private static final AccountKeys KEYS = AccountKeys.of(List.of("next-token", "token"));

    private final AlertmanagerAdapter alertmanager = new AlertmanagerAdapter();

    @ParameterizedTest
    @CsvSource({
        "Bearer token, ",
        "bearer token, ",
        "Bearer next-token, ",
        "Basic dXNlcjp0b2tlbg==, ",
        "Bearer wrong, TOKEN_INVALID",
        "Bearer, SIGNATURE_MISSING",
        "'', SIGNATURE_MISSING",
        "token, SIGNATURE_MISSING"
    })
    void theTokenShowsWhoseItIs(String shown, Cause cause) {
        assertThat(alertmanager.verify(post("", "{}", "Authorization", shown), KEYS, NOW))
                .isEqualTo(cause == null ? Verification.SHOWN : new Verification.Refused(cause));
    }

    @ParameterizedTest
    @CsvSource({"critical, URGENT", "CRITICAL, URGENT", "error, HIGH", "warning, ", "'', "})
    void howBadItIsIsAHint(String severity, Priority priority) {
        assertThat(said(alertmanager, group("firing", alert("firing", "a", severity)))
                        .content()
                        .hints()
                        .priority())
                .isEqualTo(priority);
    }

    @Test
    void anAlertThatIsToldAgainIsTheSameAndOneThatFiresAgainAnother() {
        // Given
        String one = group("firing", alert("firing", "a", "critical"));

        // Then
        assertThat(key(one)).isEqualTo(key(one));
        assertThat(key(one)).isNotEqualTo(key(one.replace("2023-06-12T08:24", "2023-06-12T09:24")));
        assertThat(key(one)).isNotEqualTo(key(group("resolved", alert("resolved", "a", "critical"))));
    }

    @Test
    void theRequestIsSolvedWithTheLastAlertOfItsGroup() {
        // Given
        String some = group("firing", alert("resolved", "a", "critical") + "," + alert("firing", "b", "critical"));
        String all = group("resolved", alert("resolved", "a", "critical") + "," + alert("resolved", "b", "critical"));

        // Then
        assertThat(alertmanager.parse(post("", some), KEYS))
                .satisfiesExactly(
                        note -> assertThat(note)
                                .isInstanceOfSatisfying(
                                        ChannelEvent.Answered.class,
                                        noted -> assertThat(noted.visibility()).isEqualTo(Visibility.INTERNAL)),
                        firing -> assertThat(firing).isInstanceOf(Said.class));
        assertThat(alertmanager.parse(post("", all), KEYS)).hasSize(2).allSatisfy(event -> assertThat(event)
                .isInstanceOfSatisfying(ChannelEvent.StatusTold.class, told -> {
                    assertThat(told.status()).isEqualTo(RequestStatus.RESOLVED);
                    assertThat(told.origin().conversation()).isEqualTo("{}:{alertname=\"A\"}");
                    assertThat(told.origin().occurredAt()).isEqualTo(Instant.parse("2023-06-12T10:00:00Z"));
                }));
    }

    @Test
    void alertsWithoutNamesAreAlertsAllTheSame() {
        // When
        Said said = said(
                alertmanager,
                "{\"groupKey\": \"g\", \"alerts\": [{\"status\": \"firing\", \"labels\": {\"x\": \"y\"}, \"startsAt\": \"2023-06-12T08:24:38.326+02:00\"}]}");

        // Then
        assertThat(said.customer().id()).isEqualTo("g");
        assertThat(said.content().text()).isNull();
        assertThat(said.origin().occurredAt()).isEqualTo(Instant.parse("2023-06-12T06:24:38.326Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"alerts\": []}",
                "{\"groupKey\": \"g\", \"alerts\": [{}]}",
                "{\"groupKey\": \"g\", \"alerts\": [{\"status\": \"firing\"}]}"
            })
    void whatIsNoGroupIsMalformed(String body) {
        assertThatThrownBy(() -> only(alertmanager, body)).isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void anAlertThatIsNoneDoesNotCostTheOthers() {
        // When
        List<ChannelEvent> events =
                alertmanager.parse(post("", group("firing", "{}," + alert("firing", "f", "error"))), KEYS);

        // Then
        Calls.passedOver(events.getFirst(), Reason.MALFORMED);
        assertThat(events.getLast()).isInstanceOf(Said.class);
    }

    @Test
    void thereIsAnEndToHowManyAlertsAreTakenAtOnce() {
        String many = group("firing", "{},".repeat(1_000) + "{}");
        assertThatThrownBy(() -> alertmanager.parse(post("", many), KEYS))
                .isInstanceOf(MalformedDeliveryException.class)
                .hasMessageContaining("at most");
    }

    private String key(String body) {
        return only(alertmanager, body).origin().key();
    }

    private static String group(String status, String alerts) {
        return "{\"version\": \"4\", \"status\": \"%s\", \"groupKey\": \"{}:{alertname=\\\"A\\\"}\", \"alerts\": [%s]}"
                .formatted(status, alerts);
    }

    private static String alert(String status, String fingerprint, String severity) {
        return """
                {"status": "%s", "fingerprint": "%s", "startsAt": "2023-06-12T08:24:38.326Z", "endsAt": "2023-06-12T10:00:00Z",
                 "labels": {"alertname": "A", "severity": "%s"}, "annotations": {"summary": "s"}}""".formatted(status, fingerprint, severity);
    }
}
