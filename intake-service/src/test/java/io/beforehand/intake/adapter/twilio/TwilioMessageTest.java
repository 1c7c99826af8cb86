package io.beforehand.intake.adapter.twilio;

import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.KEYS;
import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.unsigned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.Channel;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.OptedIn;
import io.beforehand.intake.adapter.ChannelEvent.OptedOut;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Receipt;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.request.core.Attachment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioMessageTest {

    private static final TwilioAdapter TWILIO = new TwilioAdapter();
    private static final String SMS = "MessageSid=SM1&From=%2B1415&To=%2B1800&SmsStatus=received";
    private static final String WHATSAPP =
            "MessageSid=SM1&From=whatsapp%3A%2B86138&To=whatsapp%3A%2B1800&SmsStatus=received";

    @ParameterizedTest
    @CsvSource({"STOP", "' stop '", "Unsubscribe", "QUIT", "STOPALL"})
    void aWordThatTwilioActsOnEndsContact(String word) {
        OptedOut out = (OptedOut) only(SMS + "&Body=" + word);
        assertThat(out.address()).isEqualTo("+1415");
        assertThat(out.channel()).isEqualTo(Channel.SMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please+stop+calling", "yes", "HELP", "Stop%21"})
    void aWordThatAPersonUsesIsAMessage(String body) {
        assertThat(only(SMS + "&Body=" + body)).isInstanceOf(Said.class);
    }

    @Test
    void onWhatsAppOnlyTwilioKnowsWhetherAWordEndsContact() {
        assertThat(only(WHATSAPP + "&Body=STOP")).isInstanceOf(Said.class);
        assertThat(only(WHATSAPP + "&Body=Arr%C3%AAt&OptOutType=STOP")).isInstanceOf(OptedOut.class);
    }

    @Test
    void whatTwilioAnsweredByItselfIsPassedOver() {
        assertThat(((PassedOver) only(SMS + "&Body=HELP&OptOutType=HELP")).reason())
                .isEqualTo(Reason.BOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Body=START", "Body=+unstop+", "Body=YES&OptOutType=START"})
    void aWordByWhichTwilioLetsUsWriteAgainTakesTheOptOutBack(String fields) {
        OptedIn in = (OptedIn) only(SMS + "&" + fields);
        assertThat(in.address()).isEqualTo("+1415");
        assertThat(in.channel()).isEqualTo(Channel.SMS);
        assertThat(in.origin().conversation())
                .isEqualTo(((OptedOut) only(SMS + "&Body=STOP")).origin().conversation());
    }

    @Test
    void aCustomerOnWhatsAppIsReachedByWayOfTwilio() {
        Said said = (Said) only(WHATSAPP + "&Body=hi&ProfileName=Ann");
        assertThat(said.channel()).isEqualTo(Channel.SOCIAL);
        assertThat(said.customer().id()).isEqualTo("86138");
        assertThat(said.customer().address()).isEqualTo("whatsapp:+86138");
        assertThat(said.customer().name()).isEqualTo("Ann");
    }

    @Test
    void picturesAreKeptIfTheyAreTwiliosOwn() {
        // When
        Said said = (Said) only(SMS + "&Body=look&NumMedia=2"
                + "&MediaUrl0=https%3A%2F%2Fapi.twilio.com%2Fa&MediaContentType0=image%2Fpng"
                + "&MediaUrl1=https%3A%2F%2Fapi.twilio.com.example%2Fb&MediaContentType1=image%2Fpng");

        // Then
        assertThat(said.content().attachments())
                .containsExactly(
                        new Attachment(null, "image/png", null, "https://api.twilio.com/a"),
                        new Attachment(null, "image/png", null, null, null));
        assertThat(said.content().textOrigin()).isEqualTo(TextOrigin.CAPTION);
    }

    @Test
    void aButtonWasChosen() {
        Said said = (Said) only(WHATSAPP + "&Body=Yes&ButtonText=Yes&ButtonPayload=y");
        assertThat(said.content().textOrigin()).isEqualTo(TextOrigin.CHOSEN);
    }

    @Test
    void aPlaceSaysWhereItIs() {
        Said said = (Said) only(WHATSAPP + "&Body=&NumMedia=0&Latitude=1.5&Longitude=2&Label=HQ");
        assertThat(said.content().text()).isEqualTo("HQ\n1.5,2");
        assertThat(said.content().textOrigin()).isEqualTo(TextOrigin.CHOSEN);
    }

    @ParameterizedTest
    @CsvSource({"sent,sent", "delivered,delivered", "read,read", "failed,failed", "undelivered,failed"})
    void aReceiptBelongsToTheConversationOfItsMessage(String status, String state) {
        // When
        Receipt receipt = (Receipt) only("MessageSid=SM9&From=%2B1800&To=%2B1415&MessageStatus=" + status
                + "&SmsStatus=" + status + "&ErrorCode=30003");

        // Then
        assertThat(receipt.state()).isEqualTo(state);
        assertThat(receipt.error()).isEqualTo("30003");
        assertThat(receipt.origin().messageId()).isEqualTo("SM9");
        assertThat(receipt.origin().key()).isEqualTo("receipt:SM9|" + status);
        assertThat(receipt.origin().conversation())
                .isEqualTo(only(SMS + "&Body=hi").origin().conversation());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MessageSid=SM9&From=a&To=b&MessageStatus=queued",
                "EventType=onMessageAdded&MessageSid=IM1&ConversationSid=CH1",
                "Sid=CA123",
                ""
            })
    void whatIsNotKnownIsPassedOver(String form) {
        assertThat(((PassedOver) only(form)).reason()).isEqualTo(Reason.UNKNOWN_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MessageSid=SM1&From=a", "MessageSid=SM1&To=a", "MessageSid=SM1&From=&To=b&Body=x"})
    void aMessageWithoutWhatItNeedsIsMalformed(String form) {
        assertThatThrownBy(() -> only(form)).isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void aMessageIsAnsweredWithNothingAsAllElseWouldBeSent() {
        assertThat(TWILIO.answer(unsigned(SMS + "&Body=hi"), KEYS).body()).isEqualTo("<Response/>");
    }

    private static ChannelEvent only(String form) {
        List<ChannelEvent> events = TWILIO.parse(unsigned(form), KEYS);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
