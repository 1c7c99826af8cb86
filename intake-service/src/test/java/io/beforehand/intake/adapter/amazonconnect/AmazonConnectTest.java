package io.beforehand.intake.adapter.amazonconnect;

import static io.beforehand.intake.adapter.Calls.NOW;
import static io.beforehand.intake.adapter.Calls.only;
import static io.beforehand.intake.adapter.Calls.post;
import static io.beforehand.intake.adapter.Calls.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.Channel;
import io.beforehand.events.Visibility;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Calls;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.Verification.Cause;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmazonConnectTest {

    private static final AccountKeys KEYS = AccountKeys.of(List.of("next-key", "api-key"));
    private static final String QUEUE = "\"queueInfo\": {\"enqueueTimestamp\": \"2021-08-04T17:29:04.000Z\"}";
    private static final String AGENT =
            "\"AgentInfo\": {\"AgentArn\": \"arn:a\", \"connectedToAgentTimestamp\": \"2021-08-04T17:29:09.000Z\"}";

    private final AmazonConnectAdapter connect = new AmazonConnectAdapter();

    @ParameterizedTest
    @CsvSource({
        "x-api-key, api-key, ",
        "x-api-key, next-key, ",
        "Authorization, Bearer api-key, ",
        "Authorization, Basic dXNlcjphcGkta2V5, ",
        "x-api-key, wrong, TOKEN_INVALID",
        "Authorization, Bearer wrong, TOKEN_INVALID",
        "x-other, api-key, SIGNATURE_MISSING"
    })
    void theConnectionShowsWhoseItIs(String header, String value, Cause cause) {
        assertThat(connect.verify(post("", "{}", header, value), KEYS, NOW))
                .isEqualTo(cause == null ? Verification.SHOWN : new Verification.Refused(cause));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "INBOUND; queued, no agent; missed",
                "TRANSFER; queued, no agent; missed",
                "OUTBOUND; queued, no agent; noted",
                "INBOUND; queued, agent; noted",
                "INBOUND; menu only; noted"
            })
    void aCallIsMissedIfItWaitedForAnAgentAndNoneCame(String how, String what, String expected) {
        // Given
        String fields = "\"initiationMethod\": \"" + how + "\", \"disconnectTimestamp\": \"2021-08-04T17:30:27.000Z\""
                + (what.startsWith("queued") ? ", " + QUEUE : "") + (what.endsWith(", agent") ? ", " + AGENT : "");

        // When
        ChannelEvent event = only(connect, contact("DISCONNECTED", fields));

        // Then
        if (expected.equals("missed")) {
            assertThat(event)
                    .isInstanceOfSatisfying(ChannelEvent.CallMissed.class, missed -> assertThat(missed.waited())
                            .isEqualTo(Duration.ofSeconds(83)));
        } else {
            assertThat(event).isInstanceOf(ChannelEvent.CallNoted.class);
        }
    }

    @Test
    void anAgentWhoTakesACallAnswers() {
        assertThat(only(connect, contact("CONNECTED_TO_AGENT", AGENT)))
                .isInstanceOfSatisfying(ChannelEvent.Answered.class, answered -> {
                    assertThat(answered.author().kind()).isEqualTo(AuthorKind.AGENT);
                    assertThat(answered.author().id()).isEqualTo("arn:a");
                    assertThat(answered.origin().conversation()).isEqualTo("c0");
                    assertThat(answered.origin().occurredAt()).isEqualTo("2021-08-04T17:29:09Z");
                });
    }

    @ParameterizedTest
    @CsvSource({"INITIATED, call-initiated", "CONNECTED_TO_SYSTEM, call-connected", "QUEUED, call-queued"})
    void itsOtherStepsAreNoted(String type, String note) {
        assertThat(only(connect, contact(type, QUEUE)))
                .isInstanceOfSatisfying(ChannelEvent.CallNoted.class, noted -> assertThat(noted.note())
                        .isEqualTo(note));
    }

    @Test
    void aChatThatNobodyTookIsNotedInTheChat() {
        // Given
        String chat = contact("DISCONNECTED", QUEUE).replace("Voice", "CHAT");

        // Then
        assertThat(only(connect, chat)).isInstanceOfSatisfying(ChannelEvent.Answered.class, noted -> {
            assertThat(noted.channel()).isEqualTo(Channel.CHAT);
            assertThat(noted.visibility()).isEqualTo(Visibility.INTERNAL);
            assertThat(noted.text()).isEqualTo("contact-abandoned");
        });
    }

    @Test
    void theSameStepInAnEnvelopeAndWithoutIsOne() {
        // Given
        String bare = contact("QUEUED", QUEUE);
        String enveloped =
                "{\"id\": \"e1\", \"detail-type\": \"Amazon Connect Contact Event\", \"detail\": " + bare + "}";

        // Then
        assertThat(only(connect, enveloped).origin().key())
                .isEqualTo(only(connect, bare).origin().key());
        assertThat(only(connect, enveloped).origin().deliveryId()).isEqualTo("e1");
    }

    @Test
    void aFlowKnowsTheCustomerHisLanguageAndTheChannel() {
        // When
        Said said = said(connect, flow("{\"Address\": \"+11234567890\"}", "CHAT"));

        // Then
        assertThat(said.customer().id()).isEqualTo("+11234567890");
        assertThat(said.customer().locale()).isEqualTo("zh-CN");
        assertThat(said.channel()).isEqualTo(Channel.CHAT);
    }

    @Test
    void whoeverHidesHisNumberIsSomebodyElseEachTime() {
        assertThat(said(connect, flow("{\"Address\": \"anonymous\"}", "VOICE"))
                        .customer()
                        .id())
                .isEqualTo("anonymous/c1");
        assertThat(said(connect, flow("null", "VOICE")).customer().id()).isEqualTo("anonymous/c1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\": \"e\", \"detail-type\": \"Contact Lens\", \"detail\": {\"x\": 1}}",
                "{\"contactId\": \"c1\", \"eventType\": \"CONTACT_DATA_UPDATED\"}"
            })
    void whatIsNoStepIsPassedOver(String body) {
        Calls.passedOver(only(connect, body), Reason.UNKNOWN_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"Details\": {}}", "{\"Details\": {\"ContactData\": {}}}"})
    void whatIsNoContactIsMalformed(String body) {
        assertThatThrownBy(() -> only(connect, body)).isInstanceOf(MalformedDeliveryException.class);
    }

    private static String contact(String type, String fields) {
        return "{\"eventType\": \"%s\", \"contactId\": \"c1\", \"InitialContactId\": \"c0\", \"channel\": \"Voice\", %s}"
                .formatted(type, fields);
    }

    private static String flow(String endpoint, String channel) {
        return """
                {"Name": "ContactFlowEvent", "Details": {"ContactData": {"ContactId": "c1", "Channel": "%s",
                 "LanguageCode": "zh-CN", "CustomerEndpoint": %s}}}""".formatted(channel, endpoint);
    }
}
