package io.beforehand.intake.adapter.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Deleted;
import io.beforehand.intake.adapter.ChannelEvent.OptedIn;
import io.beforehand.intake.adapter.ChannelEvent.OptedOut;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Hmac;
import io.beforehand.intake.request.core.Attachment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineAdapterTest {

    private static final ChannelAdapter LINE = new LineAdapter();
    private static final String SECRET = "the-channel-secret";
    private static final AccountKeys KEYS = AccountKeys.of(List.of("the-new-secret", SECRET));
    private static final String BODY = "{'destination':'U1','events':[]}";

    @ParameterizedTest
    @MethodSource("forgeries")
    void whatTheChannelSecretDidNotSignIsRefused(Verification why, Map<String, String> headers) {
        assertThat(LINE.verify(new Delivery("POST", "/", headers, bytes(BODY)), KEYS, Instant.EPOCH))
                .isEqualTo(why);
    }

    static Stream<Arguments> forgeries() {
        byte[] digest = Hmac.sha256(bytes(BODY)).under(Hmac.bytes(SECRET));
        return Stream.of(
                Arguments.of(Verification.MISSING, Map.of()),
                Arguments.of(Verification.INVALID, Map.of("x-line-signature", "")),
                Arguments.of(Verification.INVALID, Map.of("x-line-signature", "=====")),
                Arguments.of(Verification.INVALID, Map.of("x-line-signature", "\u0000\u00e9!")),
                Arguments.of(
                        Verification.INVALID,
                        Map.of("x-line-signature", HexFormat.of().formatHex(digest))),
                Arguments.of(Verification.INVALID, Map.of("x-line-signature", signature(BODY, "another"))),
                Arguments.of(Verification.INVALID, Map.of("x-line-signature", signature(BODY + " ", SECRET))));
    }

    @Test
    void thePreviousSecretIsStillGood() {
        Delivery delivery = new Delivery("POST", "/", Map.of("X-Line-Signature", signature(BODY, SECRET)), bytes(BODY));
        assertThat(LINE.verify(delivery, KEYS, Instant.EPOCH)).isEqualTo(Verification.SIGNED);
    }

    @Test
    void aRedeliveryIsKnownAgainAlthoughItsTokenIsNew() {
        // Given
        String said = "'type':'postback','timestamp':1,'source':{'userId':'u'},'postback':{'data':'buy'}";

        // When
        String first = only(said + ",'replyToken':'a','deliveryContext':{'isRedelivery':false}")
                .origin()
                .key();
        String again = only(said + ",'replyToken':'b','deliveryContext':{'isRedelivery':true}")
                .origin()
                .key();

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(only(said.replace("buy", "sell")).origin().key()).isNotEqualTo(first);
    }

    @Test
    void aMessageIsKnownAgainByItsIdWhateverItsEventIs() {
        String message = "'type':'message','source':{'userId':'u'},'message':{'type':'text','id':'7','text':'x'}";
        assertThat(only(message + ",'webhookEventId':'A'").origin().key())
                .isEqualTo(only(message + ",'webhookEventId':'B'").origin().key());
    }

    @Test
    void eachEditOfAMessageIsOneOfItsOwn() {
        String edit = "'type':'messageEdited','source':{'groupId':'g'},'message':{'type':'text','id':'7','text':'x'}";
        assertThat(only(edit + ",'webhookEventId':'A'").origin().key())
                .isNotEqualTo(only(edit + ",'webhookEventId':'B'").origin().key());
    }

    @Test
    void whatIsSaidInAGroupIsAnsweredThere() {
        // When
        Said said = (Said)
                only(
                        "'type':'message','source':{'type':'group','groupId':'g','userId':'u'},'message':{'type':'text','id':'7','text':'x'}");

        // Then
        assertThat(said.origin().conversation()).isEqualTo("U1/g");
        assertThat(said.customer().id()).isEqualTo("u");
        assertThat(said.customer().address()).isEqualTo("g");
    }

    @Test
    void whoWroteInAGroupAndThenAloneIsAnsweredAlone() {
        // When
        Said said =
                (Said) only("'type':'message','source':{'userId':'u'},'message':{'type':'text','id':'7','text':'x'}");

        // Then: said, since what is not said stays as it was
        assertThat(said.customer().address()).isEqualTo("u");
    }

    @Test
    void whoIsNotKnownInAGroupIsTheGroup() {
        Said said =
                (Said) only("'type':'message','source':{'roomId':'r'},'message':{'type':'text','id':'7','text':'x'}");
        assertThat(said.customer().id()).isEqualTo("r");
        assertThat(said.customer().address()).isEqualTo("r");
    }

    @Test
    void whatAnotherModuleAnswersIsMeasuredButNotAnswered() {
        String message =
                "'type':'message','timestamp':5,'source':{'userId':'u'},'message':{'type':'text','id':'7','text':'x'}";
        Said said = (Said) only(message + ",'mode':'standby'");
        assertThat(said.content().replyUntil()).isEqualTo(Instant.ofEpochMilli(5));
        assertThat(((Said) only(message + ",'mode':'active'")).content().replyUntil())
                .isNull();
    }

    @ParameterizedTest
    @MethodSource("contents")
    void aMessageHoldsWhatTheCustomerSent(
            String message, String text, TextOrigin origin, List<Attachment> attachments) {
        // When
        Said said = (Said) only("'type':'message','source':{'userId':'u'},'message':{'id':'7'," + message + "}");

        // Then
        assertThat(said.content().text()).isEqualTo(text);
        assertThat(said.content().textOrigin()).isEqualTo(origin);
        assertThat(said.content().attachments()).isEqualTo(attachments);
    }

    static Stream<Arguments> contents() {
        return Stream.of(
                Arguments.of(
                        "'type':'image','contentProvider':{'type':'line'}",
                        null,
                        TextOrigin.NONE,
                        List.of(new Attachment(null, "image/*", null, null, "7"))),
                Arguments.of(
                        "'type':'video','contentProvider':{'type':'external','originalContentUrl':'javascript:1'}",
                        null,
                        TextOrigin.NONE,
                        List.of(new Attachment(null, "video/*", null, null, null))),
                Arguments.of(
                        "'type':'file','fileName':'bill.pdf','fileSize':12",
                        null,
                        TextOrigin.NONE,
                        List.of(new Attachment("bill.pdf", null, 12L, null, "7"))),
                Arguments.of(
                        "'type':'sticker','packageId':'1','stickerId':'2'",
                        null,
                        TextOrigin.NONE,
                        List.of(new Attachment(null, "image/*", null, null, "1/2"))),
                Arguments.of(
                        "'type':'location','title':'Here','address':'Way 1','latitude':1.5,'longitude':2",
                        "Here\nWay 1\n1.5,2",
                        TextOrigin.CHOSEN,
                        List.of()));
    }

    @Test
    void aBatchSaysAllThatIsInIt() {
        // When
        List<ChannelEvent> events = events("{'destination':'U1','events':["
                + "{'type':'message','source':{'userId':'a'},'message':{'type':'text','id':'1','text':'x'}},"
                + "{'type':'unsend','source':{'userId':'b'},'unsend':{'messageId':'2'}},"
                + "{'type':'unfollow','source':{'userId':'c'}},"
                + "{'type':'follow','source':{'userId':'d'}}]}");

        // Then
        assertThat(events)
                .extracting(Object::getClass)
                .map(Class::getSimpleName)
                .containsExactly("Said", "Deleted", "OptedOut", "OptedIn");
        assertThat(((Deleted) events.get(1)).retracts()).isEqualTo("2");
        assertThat(((OptedOut) events.get(2)).address()).isEqualTo("c");
        assertThat(((OptedIn) events.get(3)).address()).isEqualTo("d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type':'beacon'",
                "'type':'accountLink'",
                "'type':'videoPlayComplete'",
                "'type':'delivery'",
                "'type':'botSuspended'",
                "'type':'something-new'",
                "'type':'message','message':{'type':'something-new','id':'1'}"
            })
    void whatIsNotKnownIsPassedOver(String event) {
        assertThat(((PassedOver) only(event)).reason()).isEqualTo(Reason.UNKNOWN_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'destination':'U1'}",
                "{'events':[]}",
                "{'destination':'U1','events':[{}]}",
                "{'destination':'U1','events':[{'type':'message','message':{'type':'text','id':'1'}}]}",
                "{'destination':'U1','events':[{'type':'message','source':{'userId':'u'},'message':{'type':'text'}}]}",
                "{'destination':'U1','events':[{'type':'unfollow','source':{'groupId':'g'}}]}"
            })
    void whatLineWouldNotSendIsMalformed(String body) {
        assertThatThrownBy(() -> events(body)).isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void whatLineWouldNotSendDoesNotCostWhatCameWithIt() {
        // When
        List<ChannelEvent> events =
                events("{'destination':'U1','events':[{'type':'message','message':{'type':'text','id':'7'}},"
                        + "{'type':'message','source':{'userId':'a'},'message':{'type':'text','id':'1','text':'x'}}]}");

        // Then
        assertThat(((PassedOver) events.getFirst()).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(events.getLast()).isInstanceOf(Said.class);
    }

    private static ChannelEvent only(String event) {
        List<ChannelEvent> events = events("{'destination':'U1','events':[{" + event + "}]}");
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static List<ChannelEvent> events(String body) {
        return LINE.parse(new Delivery("POST", "/", Map.of(), bytes(body)), KEYS);
    }

    private static String signature(String body, String secret) {
        return Base64.getEncoder().encodeToString(Hmac.sha256(bytes(body)).under(Hmac.bytes(secret)));
    }

    private static byte[] bytes(String body) {
        return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
