package io.beforehand.intake.adapter.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.AuthorKind;
import io.beforehand.events.RequestStatus;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.Answered;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.ChannelEvent.StatusTold;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Hmac;
import io.beforehand.intake.request.core.Attachment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntercomAdapterTest {

    private static final IntercomAdapter INTERCOM = new IntercomAdapter();
    private static final String SECRET = "the-client-secret";
    private static final AccountKeys KEYS = AccountKeys.of(List.of("the-new-secret", SECRET));
    private static final String BODY = "{'id':'n','topic':'ping'}";

    @ParameterizedTest
    @MethodSource("forgeries")
    void whatTheClientSecretDidNotSignIsRefused(Verification why, Map<String, String> headers) {
        assertThat(INTERCOM.verify(new Delivery("POST", "/", headers, bytes(BODY)), KEYS, Instant.EPOCH))
                .isEqualTo(why);
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                Arguments.of(Verification.MISSING, Map.of()),
                Arguments.of(Verification.MISSING, Map.of("X-Hub-Signature-256", "sha256=1")),
                Arguments.of(Verification.INVALID, Map.of("X-Hub-Signature", "")),
                Arguments.of(Verification.INVALID, Map.of("X-Hub-Signature", "sha1=")),
                Arguments.of(Verification.INVALID, Map.of("X-Hub-Signature", "sha1=zz\u00e9")),
                Arguments.of(
                        Verification.INVALID,
                        Map.of("X-Hub-Signature", signature(BODY, SECRET).substring(5))),
                Arguments.of(Verification.INVALID, Map.of("X-Hub-Signature", signature(BODY, "another"))),
                Arguments.of(Verification.INVALID, Map.of("X-Hub-Signature", signature(BODY + " ", SECRET))));
    }

    @Test
    void thePreviousSecretIsStillGood() {
        Delivery delivery = new Delivery("POST", "/", Map.of("x-hub-signature", signature(BODY, SECRET)), bytes(BODY));
        assertThat(INTERCOM.verify(delivery, KEYS, Instant.EPOCH)).isEqualTo(Verification.SIGNED);
    }

    @Test
    void aCustomersAnswerIsReadWithoutItsMarkUp() {
        // When
        Said said = (Said) only(notification(
                "conversation.user.replied",
                part(
                        "5",
                        "user",
                        "<p>Hi &amp; hello</p><p>again<br>and <b>again</b></p><img src=https://a.example/p.png>")));

        // Then
        assertThat(said.content().text()).isEqualTo("Hi & hello\n\nagain\nand again");
        assertThat(said.content().textOrigin()).isEqualTo(TextOrigin.STRIPPED_HTML);
        assertThat(said.content().attachments())
                .containsExactly(new Attachment(null, "image/*", null, "https://a.example/p.png"));
        assertThat(said.origin().conversation()).isEqualTo("app/77");
        assertThat(said.origin().occurredAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
    }

    @ParameterizedTest
    @CsvSource({"admin,AGENT", "team,AGENT", "bot,BOT", "operator,BOT"})
    void anAnswerSaysWhetherAPersonGaveIt(String type, AuthorKind kind) {
        Answered answered = (Answered) only(notification("conversation.admin.replied", part("5", type, "<p>Done</p>")));
        assertThat(answered.author().kind()).isEqualTo(kind);
        assertThat(answered.text()).isEqualTo("Done");
    }

    @Test
    void whoIsAssignedAnsweredNothing() {
        assertThat(only(notification("conversation.admin.replied", part("5", "admin", ""))))
                .isInstanceOf(PassedOver.class);
    }

    @Test
    void aPartIsKnownAgainWhicheverNotificationItComesWith() {
        // Given
        String once = notification("conversation.user.replied", part("5", "user", "x"));

        // When
        String key = only(once).origin().key();

        // Then
        assertThat(only(once.replace("'id':'n'", "'id':'o'")).origin().key()).isEqualTo(key);
        assertThat(only(once.replace("'id':'77'", "'id':'78'")).origin().key()).isNotEqualTo(key);
    }

    @Test
    void severalPartsAreSeveralMessages() {
        List<ChannelEvent> events = events(
                notification("conversation.user.replied", part("5", "user", "a") + "," + part("6", "lead", "b")));
        assertThat(events).hasSize(2).allSatisfy(event -> assertThat(event).isInstanceOf(Said.class));
    }

    @ParameterizedTest
    @CsvSource({
        "conversation.admin.closed,    RESOLVED",
        "conversation.admin.opened,    OPEN",
        "conversation.admin.snoozed,   ON_HOLD",
        "conversation.admin.unsnoozed, OPEN"
    })
    void whereAConversationStandsIsTold(String topic, RequestStatus status) {
        assertThat(((StatusTold) only(notification(topic, ""))).status()).isEqualTo(status);
    }

    @Test
    void whoClosesWithAWordAnswersFirst() {
        List<ChannelEvent> events =
                events(notification("conversation.admin.closed", part("5", "admin", "<p>Solved</p>")));
        assertThat(events).hasSize(2);
        assertThat(events.get(0)).isInstanceOf(Answered.class);
        assertThat(events.get(1)).isInstanceOf(StatusTold.class);
    }

    @ParameterizedTest
    @CsvSource({
        "conversation.admin.noted,     PRIVATE_NOTE",
        "ping,                         UNKNOWN_TYPE",
        "conversation.admin.assigned,  UNKNOWN_TYPE",
        "contact.created,              UNKNOWN_TYPE",
        "something.new,                UNKNOWN_TYPE",
        "conversation.user.replied,    UNKNOWN_TYPE"
    })
    void whatIsNotForTheCustomerIsPassedOver(String topic, Reason reason) {
        assertThat(((PassedOver) only(notification(topic, ""))).reason()).isEqualTo(reason);
    }

    @Test
    void aNoteAmongThePartsIsNoAnswer() {
        String note = part("5", "admin", "secret").replace("'comment'", "'note'");
        assertThat(((PassedOver) only(notification("conversation.admin.replied", note))).reason())
                .isEqualTo(Reason.PRIVATE_NOTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{'id':'n'}",
                "{'topic':'ping'}",
                "{'id':'n','topic':'conversation.user.created','data':{'item':{'id':'7','source':{'id':'1','author':{'type':'user','id':'u'}}}}}",
                "{'id':'n','topic':'conversation.user.created','app_id':'a','data':{'item':{'id':'7','source':{'id':'1','author':{'type':'user'}}}}}",
                "{'id':'n','topic':'conversation.user.created','app_id':'a','data':{'item':{'id':'7','source':{'author':{'type':'user','id':'u'}}}}}"
            })
    void whatIntercomWouldNotSendIsMalformed(String body) {
        assertThatThrownBy(() -> events(body)).isInstanceOf(MalformedDeliveryException.class);
    }

    private static String notification(String topic, String parts) {
        return "{'id':'n','topic':'" + topic
                + "','app_id':'app','data':{'item':{'type':'conversation','id':'77','conversation_parts':{'conversation_parts':["
                + parts + "]}}}}";
    }

    private static String part(String id, String author, String body) {
        return "{'type':'conversation_part','id':'" + id + "','part_type':'comment','body':'" + body
                + "','created_at':1700000000,'author':{'type':'" + author + "','id':'u','name':'Ann'}}";
    }

    private static ChannelEvent only(String body) {
        List<ChannelEvent> events = events(body);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static List<ChannelEvent> events(String body) {
        return INTERCOM.parse(new Delivery("POST", "/", Map.of(), bytes(body)), KEYS);
    }

    private static String signature(String body, String secret) {
        return "sha1=" + HexFormat.of().formatHex(Hmac.sha1(bytes(body)).under(Hmac.bytes(secret)));
    }

    private static byte[] bytes(String body) {
        return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
