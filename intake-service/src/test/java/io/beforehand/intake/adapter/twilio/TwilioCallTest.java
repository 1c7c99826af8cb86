package io.beforehand.intake.adapter.twilio;

import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.KEYS;
import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.unsigned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Answered;
import io.beforehand.intake.adapter.ChannelEvent.CallMissed;
import io.beforehand.intake.adapter.ChannelEvent.CallNoted;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioCallTest {

    private static final TwilioAdapter TWILIO = new TwilioAdapter();
    private static final String CALL = "CallSid=CA1&From=%2B1415&To=%2B1800&Direction=inbound";

    @Test
    void aCallThatRingsIsARequestAndWhenTwilioAsksAgainItIsTheSame() {
        // When
        Said rings = (Said) only(CALL + "&CallStatus=ringing&CallerName=Ann");
        Said waits = (Said) only(CALL + "&CallStatus=in-progress");

        // Then
        assertThat(rings.channel()).isEqualTo(Channel.VOICE);
        assertThat(rings.customer().id()).isEqualTo("+1415");
        assertThat(rings.customer().name()).isEqualTo("Ann");
        assertThat(rings.origin().conversation()).isEqualTo("CA1");
        assertThat(waits.origin().key()).isEqualTo(rings.origin().key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B266696687", "anonymous", "Restricted", ""})
    void callersWhoHideTheirNumberAreNotOneCustomer(String number) {
        Said one = (Said) only("CallSid=CA1&CallStatus=ringing&From=" + number);
        Said other = (Said) only("CallSid=CA2&CallStatus=ringing&From=" + number);
        assertThat(one.customer().id()).isNotEqualTo(other.customer().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-answer", "busy", "failed", "canceled"})
    void aCallThatNobodyTookWasMissed(String status) {
        // When
        CallMissed missed = (CallMissed)
                only(
                        CALL + "&CallStatus=" + status
                                + "&SequenceNumber=2&CallbackSource=call-progress-events&Timestamp=Wed%2C+15+May+2024+09%3A30%3A00+%2B0200");

        // Then
        assertThat(missed.caller().id()).isEqualTo("+1415");
        assertThat(missed.origin().occurredAt()).isEqualTo(Instant.parse("2024-05-15T07:30:00Z"));
        assertThat(missed.origin().key()).isEqualTo("call:CA1|" + status + "|2");
    }

    @Test
    void whoHangsUpInTheQueueWasMissedAfterHeWaited() {
        CallMissed missed = (CallMissed) only(CALL + "&CallStatus=completed&QueueResult=hangup&QueueTime=95");
        assertThat(missed.waited()).isEqualTo(Duration.ofSeconds(95));
    }

    @Test
    void aCallIsAnsweredWhenTheLegToAnAgentIsPickedUp() {
        // When
        Answered answered = (Answered) only("CallSid=CA2&ParentCallSid=CA1&From=%2B1800&To=client%3Aeve"
                + "&Direction=outbound-dial&CallStatus=in-progress&SequenceNumber=2");

        // Then
        assertThat(answered.origin().conversation()).isEqualTo("CA1");
        assertThat(answered.author().kind()).isEqualTo(AuthorKind.AGENT);
        assertThat(answered.author().id()).isEqualTo("client:eve");
    }

    @ParameterizedTest
    @CsvSource({
        "CallStatus=ringing,                                 agent-leg-ringing",
        "CallStatus=completed,                               agent-leg-completed",
        "CallStatus=in-progress&AnsweredBy=machine_start,    agent-leg-in-progress"
    })
    void aLegThatNobodyPickedUpAnswersNothing(String fields, String note) {
        CallNoted noted =
                (CallNoted) only("CallSid=CA2&ParentCallSid=CA1&Direction=outbound-dial&To=client%3Aeve&" + fields);
        assertThat(noted.note()).isEqualTo(note);
    }

    @ParameterizedTest
    @CsvSource({
        "CallStatus=in-progress&DialCallStatus=no-answer,                     agent-not-reached",
        "CallStatus=completed&SequenceNumber=4,                               call-ended",
        "CallStatus=in-progress&SequenceNumber=1,                             call-in-progress",
        "CallStatus=in-progress&QueueResult=redirected,                       queue-left",
        "RecordingSid=RE1&RecordingStatus=completed,                          call-recorded",
        "TranscriptionSid=TR1&TranscriptionStatus=failed,                     call-not-transcribed"
    })
    void whatElseHappensToACallIsNoted(String fields, String note) {
        assertThat(((CallNoted) only(CALL + "&" + fields)).note()).isEqualTo(note);
    }

    @Test
    void aCallOfOursThatFailsIsNoMissedOne() {
        assertThat(only("CallSid=CA1&From=%2B1800&To=%2B1415&Direction=outbound-api&CallStatus=no-answer"))
                .isInstanceOf(CallNoted.class);
    }

    @Test
    void aDialThatWasAnsweredAnswersTheCall() {
        assertThat(only(CALL + "&CallStatus=in-progress&DialCallStatus=completed&DialCallSid=CA2"))
                .isInstanceOf(Answered.class);
    }

    @Test
    void oneKeyIsAChoiceAndSeveralAreNobodysBusiness() {
        Said choice = (Said) only(CALL + "&CallStatus=in-progress&Digits=2");
        Said secret = (Said) only(CALL + "&CallStatus=in-progress&Digits=4111");
        assertThat(choice.content().text()).isEqualTo("2");
        assertThat(choice.content().textOrigin()).isEqualTo(TextOrigin.CHOSEN);
        assertThat(secret.content().text()).isNull();
        assertThat(choice.origin().key()).isNotEqualTo(secret.origin().key());
    }

    @Test
    void theSameKeyInTheNextMenuIsPressedAgain() {
        assertThat(pressed("first").key())
                .isEqualTo(pressed("first").key())
                .isNotEqualTo(pressed("second").key());
    }

    private static ChannelEvent.Origin pressed(String token) {
        Delivery call = unsigned(CALL + "&CallStatus=in-progress&Digits=2");
        Map<String, String> headers = new HashMap<>(call.headers());
        headers.put("I-Twilio-Idempotency-Token", token);
        return TWILIO.parse(new Delivery(call.method(), call.target(), headers, call.body()), KEYS)
                .getFirst()
                .origin();
    }

    @Test
    void whatIsSpokenIsWrittenDown() {
        Said said = (Said) only(CALL + "&CallStatus=in-progress&SpeechResult=my+line+is+dead&Confidence=0.9");
        assertThat(said.content().text()).isEqualTo("my line is dead");
        assertThat(said.content().textOrigin()).isEqualTo(TextOrigin.ASR);
    }

    @Test
    void aMessageAfterTheToneIsKeptByReference() {
        // Given
        String recording = CALL + "&CallStatus=completed&RecordingSid=RE1&Digits=hangup&RecordingUrl=";

        // When
        Said ours = (Said) only(recording + "https%3A%2F%2Fapi.twilio.com%2FRE1");
        Said others = (Said) only(recording + "https%3A%2F%2Fexample.com%2FRE1");

        // Then
        assertThat(ours.content().attachments().getFirst().url()).isEqualTo("https://api.twilio.com/RE1");
        assertThat(others.content().attachments().getFirst().url()).isNull();
        assertThat(others.content().attachments().getFirst().id()).isEqualTo("RE1");
    }

    @Test
    void whatAMachineWroteDownIsSaidAsWell() {
        Said said = (Said)
                only(CALL + "&CallStatus=completed&TranscriptionSid=TR1&TranscriptionText=call+me&RecordingSid=RE1");
        assertThat(said.content().text()).isEqualTo("call me");
        assertThat(said.origin().key()).isEqualTo("transcription:TR1");
    }

    @Test
    void aCallWithoutAStateIsMalformed() {
        assertThatThrownBy(() -> only("CallSid=CA1&SequenceNumber=1")).isInstanceOf(MalformedDeliveryException.class);
    }

    private static ChannelEvent only(String form) {
        List<ChannelEvent> events = TWILIO.parse(unsigned(form), KEYS);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
