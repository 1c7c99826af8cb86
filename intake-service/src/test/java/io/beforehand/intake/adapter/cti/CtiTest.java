package io.beforehand.intake.adapter.cti;

import static io.beforehand.intake.adapter.Calls.NOW;
import static io.beforehand.intake.adapter.Calls.only;
import static io.beforehand.intake.adapter.Calls.post;
import static io.beforehand.intake.adapter.Calls.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.AuthorKind;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Calls;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.Verification.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CtiTest {

    private static final AccountKeys KEYS = AccountKeys.of(List.of("next-token", "token-1"));

    private final CtiAdapter cti = new CtiAdapter();

    @ParameterizedTest
    @CsvSource({
        "token=token-1, x, ",
        "a=b&token=next-token, x, ",
        "'', Bearer token-1, ",
        "token=wrong, x, TOKEN_INVALID",
        "token=, x, TOKEN_INVALID",
        "token=%zz, x, TOKEN_INVALID",
        "'', Bearer wrong, TOKEN_INVALID",
        "'', x, SIGNATURE_MISSING"
    })
    void theTokenShowsWhoseItIs(String query, String authorization, Cause cause) {
        assertThat(cti.verify(post(query, "{}", "Authorization", authorization), KEYS, NOW))
                .isEqualTo(cause == null ? Verification.SHOWN : new Verification.Refused(cause));
    }

    @ParameterizedTest
    @CsvSource({
        "newCall, in, , Said",
        "newCall, out, , CallNoted",
        "answer, in, , Answered",
        "hangup, in, cancel, CallMissed",
        "hangup, in, noAnswer, CallMissed",
        "hangup, in, busy, CallMissed",
        "hangup, in, normalClearing, CallNoted",
        "hangup, in, forwarded, CallNoted",
        "hangup, out, cancel, CallNoted",
        "hold, in, , PassedOver"
    })
    void aCallIsFollowedStepByStep(String event, String direction, String cause, String expected) {
        // Given
        String json =
                "{\"event\": \"%s\", \"direction\": \"%s\", \"from\": \"49\", \"callId\": \"c1\", \"user\": [\"Ann\"], \"cause\": \"%s\"}"
                        .formatted(event, direction, cause == null ? "" : cause);
        String form = "event=%s&direction=%s&from=49&callId=c1&user%%5B%%5D=Ann&cause=%s"
                .formatted(event, direction, cause == null ? "" : cause);

        // When
        ChannelEvent told = only(cti, json);
        List<ChannelEvent> toldByForm =
                cti.parse(post("", form, "Content-Type", "application/x-www-form-urlencoded"), KEYS);

        // Then
        assertThat(told.getClass().getSimpleName()).isEqualTo(expected);
        assertThat(toldByForm).containsExactly(told);
        assertThat(told.origin().key()).isEqualTo("call:c1|" + event);
    }

    @Test
    void whoeverAnsweredIsNamed() {
        assertThat(only(
                        cti,
                        "{\"event\": \"answer\", \"callId\": \"c1\", \"user\": \"Ann\", \"answeringNumber\": \"12\"}"))
                .isInstanceOfSatisfying(ChannelEvent.Answered.class, answered -> {
                    assertThat(answered.author().kind()).isEqualTo(AuthorKind.AGENT);
                    assertThat(answered.author().name()).isEqualTo("Ann");
                    assertThat(answered.author().id()).isEqualTo("12");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "Anonymous", "<unknown>", ""})
    void whoeverHidesHisNumberIsSomebodyElseWithEachCall(String from) {
        assertThat(said(
                                cti,
                                "{\"event\": \"newCall\", \"direction\": \"in\", \"callId\": \"c1\", \"from\": \""
                                        + from + "\"}")
                        .customer()
                        .id())
                .isEqualTo("anonymous/c1");
    }

    @Test
    void theSecondChannelOfACallIsNoCall() {
        // Given
        String first = ami("Newchannel", "Uniqueid: srv-1368479157.3\nLinkedid: srv-1368479157.3\nCallerIDNum: 49");
        String second = ami("Newchannel", "Uniqueid: srv-1368479158.4\nLinkedid: srv-1368479157.3\nCallerIDNum: 12");

        // When
        List<ChannelEvent> events = cti.parse(post("", first + second), KEYS);

        // Then
        assertThat(events).hasSize(2);
        assertThat(events.getFirst()).isInstanceOf(ChannelEvent.Said.class);
        assertThat(events.getFirst().origin().occurredAt()).isEqualTo(Instant.ofEpochSecond(1368479157));
        Calls.passedOver(events.getLast(), Reason.UNKNOWN_TYPE);
    }

    @Test
    void anAgentOfAQueueAnswersWhenTheManagerSaysSo() {
        // When
        ChannelEvent event = only(
                cti,
                ami(
                        "AgentConnect",
                        "Uniqueid: 1715765400.17\nLinkedid: 1715765400.17\nMemberName: Ann\nInterface: PJSIP/12\nTimestamp: 1715765460.250000"));

        // Then
        assertThat(event).isInstanceOfSatisfying(ChannelEvent.Answered.class, answered -> {
            assertThat(answered.author().name()).isEqualTo("Ann");
            assertThat(answered.origin().occurredAt()).isEqualTo(Instant.ofEpochMilli(1715765460250L));
        });
        // Without a time of its own it happened now, not when the call began.
        assertThat(only(cti, ami("AgentConnect", "Uniqueid: 1715765400.17\nInterface: PJSIP/12"))
                        .origin()
                        .occurredAt())
                .isNull();
    }

    @Test
    void aCallerWhoLeftTheQueueWaitedAsLongAsTheManagerSays() {
        assertThat(only(cti, ami("QueueCallerAbandon", "Uniqueid: 1715765400.17\nHoldTime: 83\nCallerIDNum: 49")))
                .isInstanceOfSatisfying(ChannelEvent.CallMissed.class, missed -> {
                    assertThat(missed.waited()).isEqualTo(Duration.ofSeconds(83));
                    assertThat(missed.caller().id()).isEqualTo("49");
                });
    }

    @ParameterizedTest
    @CsvSource({"QueueCallerJoin, CallNoted", "Hangup, CallNoted", "DialBegin, PassedOver", "PeerStatus, PassedOver"})
    void otherEventsOfTheManagerAreNotedOrPassedOver(String event, String expected) {
        assertThat(only(cti, ami(event, "Uniqueid: 1715765400.17")).getClass().getSimpleName())
                .isEqualTo(expected);
    }

    @Test
    void answersOfTheManagerAreLeftOut() {
        // When
        List<ChannelEvent> events = cti.parse(
                post("", "Asterisk Call Manager/5.0.2\r\nResponse: Success\r\n\r\n" + ami("Hangup", "Uniqueid: 1.2")),
                KEYS);

        // Then
        assertThat(events).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "StasisStart, Said",
        "StasisEnd, CallNoted",
        "ChannelDestroyed, CallNoted",
        "ChannelDtmfReceived, PassedOver"
    })
    void framesOfTheRestInterfaceAreReadToo(String type, String expected) {
        assertThat(only(
                                cti,
                                "{\"type\": \"%s\", \"timestamp\": \"2014-05-20T13:15:27.131-0500\", \"channel\": {\"id\": \"1.2\", \"caller\": {\"number\": \"49\"}}}"
                                        .formatted(type))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "{}",
                "{\"callId\": \"c1\"}",
                "{\"type\": \"StasisStart\"}",
                "Response: Success\r\n\r\n"
            })
    void whatIsNoCallIsMalformed(String body) {
        assertThatThrownBy(() -> cti.parse(post("", body), KEYS)).isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void linesAreNotWithoutEnd() {
        assertThatThrownBy(() -> cti.parse(post("", "Event: Hangup\n".repeat(20_000)), KEYS))
                .isInstanceOf(MalformedDeliveryException.class);
    }

    private static String ami(String event, String fields) {
        return "Event: " + event + "\r\n" + fields.replace("\n", "\r\n") + "\r\n\r\n";
    }
}
