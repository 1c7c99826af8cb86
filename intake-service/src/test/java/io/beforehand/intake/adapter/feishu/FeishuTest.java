package io.beforehand.intake.adapter.feishu;

import static io.beforehand.intake.adapter.Calls.NOW;
import static io.beforehand.intake.adapter.Calls.only;
import static io.beforehand.intake.adapter.Calls.post;
import static io.beforehand.intake.adapter.Calls.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Calls;
import io.beforehand.intake.adapter.ChannelEvent;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.Example;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.Verification.Cause;
import io.beforehand.intake.adapter.sealed.AesCbc;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.adapter.signature.Hmac;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeishuTest {

    private static final AccountKeys ENCRYPTED = new AccountKeys(
            List.of("verification-token"), null, "encrypt-key", null, null, null, null, null, null, null);
    private static final AccountKeys TOKEN_ONLY = AccountKeys.of(List.of("verification-token"));

    private static final String QUESTION =
            "{\"challenge\": \"c1\", \"token\": \"verification-token\", \"type\": \"url_verification\"}";

    private final FeishuAdapter feishu = new FeishuAdapter();

    @ParameterizedTest
    @CsvSource({
        "encrypt-key, 300, SIGNED",
        "encrypt-key, 301, OUTSIDE_WINDOW",
        "encrypt-key, -301, OUTSIDE_WINDOW",
        "someone's, 0, SIGNATURE_INVALID"
    })
    void aDeliveryIsSignedWithTheEncryptKeyInTime(String key, long secondsLate, String expected) {
        // When
        Verification verification = feishu.verify(signed(key, NOW.minusSeconds(secondsLate), "{}"), ENCRYPTED, NOW);

        // Then
        assertThat(verification)
                .isEqualTo(
                        expected.equals("SIGNED")
                                ? Verification.SIGNED
                                : new Verification.Refused(Cause.valueOf(expected)));
    }

    @Test
    void garbageIsRefused() {
        Calls.refused(feishu.verify(post("", "{}"), TOKEN_ONLY, NOW), Cause.SIGNATURE_MISSING);
        Calls.refused(feishu.verify(post("", ""), TOKEN_ONLY, NOW), Cause.SIGNATURE_MISSING);
        Calls.refused(feishu.verify(post("", "{}", "X-Lark-Signature", "x"), ENCRYPTED, NOW), Cause.SIGNATURE_MISSING);
        Calls.refused(
                feishu.verify(
                        post(
                                "",
                                "{}",
                                "X-Lark-Signature",
                                "",
                                "X-Lark-Request-Timestamp",
                                "t",
                                "X-Lark-Request-Nonce",
                                ""),
                        ENCRYPTED,
                        NOW),
                Cause.SIGNATURE_INVALID);
        Calls.refused(
                feishu.verify(signed("encrypt-key", NOW, "{\"encrypt\": \"###\"}"), ENCRYPTED, NOW),
                Cause.SIGNATURE_INVALID);
        Calls.refused(feishu.verify(post("", "{\"encrypt\": \"AAAA\"}"), ENCRYPTED, NOW), Cause.SIGNATURE_MISSING);
    }

    @Test
    void anAccountWithAnEncryptKeyTakesNoUnsignedEvent() {
        // Given
        String event = "{\"header\": {\"token\": \"verification-token\"}}";

        // Then
        Calls.refused(feishu.verify(post("", event), ENCRYPTED, NOW), Cause.SIGNATURE_MISSING);
        Calls.refused(
                feishu.verify(post("", encrypted("encrypt-key", event)), ENCRYPTED, NOW), Cause.SIGNATURE_MISSING);
        assertThat(feishu.verify(post("", event), TOKEN_ONLY, NOW)).isEqualTo(Verification.SHOWN);
        Calls.refused(
                feishu.verify(post("", event.replace("verification", "another")), TOKEN_ONLY, NOW),
                Cause.TOKEN_INVALID);
    }

    @Test
    void theChallengeIsAnsweredEncryptedOrNot() {
        // Given
        Delivery plain = post("", QUESTION);
        Delivery encrypted = post("", encrypted("encrypt-key", QUESTION));

        // Then
        assertThat(feishu.verify(plain, TOKEN_ONLY, NOW)).isEqualTo(Verification.SHOWN);
        Calls.refused(feishu.verify(plain, ENCRYPTED, NOW), Cause.SIGNATURE_MISSING);
        assertThat(feishu.verify(encrypted, ENCRYPTED, NOW)).isEqualTo(Verification.SHOWN);
        assertThat(feishu.handshake(encrypted, ENCRYPTED).orElseThrow().body()).isEqualTo("{\"challenge\":\"c1\"}");
        Calls.refused(
                feishu.verify(post("", QUESTION.replace("verification-token", "x")), TOKEN_ONLY, NOW),
                Cause.TOKEN_INVALID);
        Calls.refused(
                feishu.verify(post("", encrypted("someone's", QUESTION)), ENCRYPTED, NOW), Cause.SIGNATURE_MISSING);
    }

    @Test
    void anAccountWithAnEncryptKeyIsNotOpenedByItsToken() {
        // Given
        String event = "{\"header\": {\"token\": \"verification-token\"}}";
        AccountKeys both = new AccountKeys(
                List.of("verification-token"),
                "verification-token",
                "encrypt-key",
                null,
                null,
                null,
                null,
                null,
                null,
                null);

        // Then
        Calls.refused(feishu.verify(signed("verification-token", NOW, event), both, NOW), Cause.SIGNATURE_INVALID);
        Calls.refused(feishu.verify(signed("verification-token", NOW, "{}"), both, NOW), Cause.SIGNATURE_INVALID);
        Calls.refused(
                feishu.verify(signed("encrypt-key", NOW, encrypted("verification-token", event)), both, NOW),
                Cause.SIGNATURE_INVALID);
        Calls.refused(
                feishu.verify(post("", encrypted("verification-token", QUESTION)), both, NOW), Cause.SIGNATURE_MISSING);
        assertThat(feishu.verify(signed("encrypt-key", NOW, encrypted("encrypt-key", event)), both, NOW))
                .isEqualTo(Verification.SIGNED);
    }

    @Test
    void aSecretMayBeTheEncryptKeyOfSignedDeliveriesUnlessTheBodyShowsIt() {
        // Given
        AccountKeys secrets = AccountKeys.of(List.of("verification-token", "encrypt-key"));
        String event = "{\"header\": {\"token\": \"verification-token\"}}";
        String old = "{\"token\": \"verification-token\", \"event\": {}}";

        // Then
        assertThat(feishu.verify(signed("encrypt-key", NOW, event), secrets, NOW))
                .isEqualTo(Verification.SIGNED);
        assertThat(feishu.verify(signed("encrypt-key", NOW, encrypted("encrypt-key", event)), secrets, NOW))
                .isEqualTo(Verification.SIGNED);
        Calls.refused(feishu.verify(signed("verification-token", NOW, event), secrets, NOW), Cause.SIGNATURE_INVALID);
        Calls.refused(feishu.verify(signed("verification-token", NOW, old), secrets, NOW), Cause.SIGNATURE_INVALID);
        Calls.refused(
                feishu.verify(signed("verification-token", NOW, encrypted("verification-token", event)), secrets, NOW),
                Cause.SIGNATURE_INVALID);
        Calls.refused(
                feishu.verify(post("", encrypted("encrypt-key", QUESTION)), secrets, NOW), Cause.SIGNATURE_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"vector-decrypt-hello-world, hello world", "vector-decrypt-sdk, f7984f25108f8137722bb63cee927e66"})
    void whatFeishuEncryptedIsDecrypted(String name, String expected) {
        // Given
        Example vector = Example.of("feishu", name);
        String encrypted = JsonBody.object(vector.body()).path("encrypt").asText();

        // When
        byte[] plain = EncryptedBody.decrypt(
                        encrypted, vector.meta().at("/auth/secret").asText())
                .orElseThrow();

        // Then
        assertThat(new String(plain, StandardCharsets.UTF_8)).contains(expected);
        assertThat(EncryptedBody.decrypt(encrypted, "someone's").map(String::new))
                .isNotEqualTo(java.util.Optional.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "text; {\"text\":\"@_user_1 在吗 @_user_10\"}; @Tom 在吗 @Ann; 0",
                "post; {\"title\":\"t\",\"content\":[[{\"tag\":\"text\",\"text\":\"看\"},{\"tag\":\"at\",\"user_id\":\"@_user_1\"}],[{\"tag\":\"img\",\"image_key\":\"i\"}]]}; 看@Tom; 1",
                "post; {\"zh_cn\":{\"content\":[[{\"tag\":\"a\",\"text\":\"链接\",\"href\":\"https://x\"}]]}}; 链接; 0",
                "image; {\"image_key\":\"i\"}; ; 1",
                "file; {\"file_key\":\"f\",\"file_name\":\"a.pdf\"}; ; 1",
                "media; {\"file_key\":\"f\",\"image_key\":\"i\"}; ; 1",
                "audio; {\"file_key\":\"f\",\"duration\":2000}; ; 1",
                "location; {\"name\":\"上海\"}; 上海; 0",
                "hologram; {\"x\":1}; ; 0",
                "text; no JSON; ; 0"
            })
    void aMessageIsReadByItsType(String type, String content, String text, int attachments) {
        // When
        Said said = said(feishu, message("group", type, content, ""));

        // Then
        assertThat(said.content().text()).isEqualTo(text);
        assertThat(said.content().attachments()).hasSize(attachments);
        assertThat(said.origin().occurredAt()).isEqualTo(Instant.parse("2020-12-27T12:45:51.345Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "p2p, '', oc_1",
        "p2p, '\"root_id\": \"om_0\",', oc_1",
        "group, '', oc_1/om_1",
        "group, '\"root_id\": \"om_0\",', oc_1/om_0",
        "topic, '\"root_id\": \"om_0\", \"thread_id\": \"omt_1\",', oc_1/omt_1"
    })
    void aThreadIsNamedByItsFirstMessage(String chatType, String more, String conversation) {
        assertThat(said(feishu, message(chatType, "text", "{}", more)).origin().conversation())
                .isEqualTo(conversation);
    }

    @Test
    void whatAnAppWroteIsPassedOver() {
        Calls.passedOver(only(feishu, message("group", "text", "{}", "").replace("\"user\"", "\"app\"")), Reason.ECHO);
    }

    @Test
    void aRecalledMessageIsTakenBack() {
        assertThat(
                        only(
                                feishu,
                                event(
                                        "im.message.recalled_v1",
                                        "{\"message_id\": \"om_1\", \"chat_id\": \"oc_1\", \"recall_time\": \"1609073151345\"}")))
                .isInstanceOfSatisfying(ChannelEvent.Deleted.class, deleted -> assertThat(deleted.retracts())
                        .isEqualTo("om_1"));
    }

    @Test
    void everyMessageThatWasReadHasAReceipt() {
        // When
        List<ChannelEvent> events = feishu.parse(
                post("", event("im.message.message_read_v1", "{\"message_id_list\": [\"om_1\", \"om_2\"]}")),
                TOKEN_ONLY);

        // Then
        assertThat(events)
                .extracting(read -> read.origin().key())
                .containsExactly("receipt:om_1:read", "receipt:om_2:read");
    }

    @ParameterizedTest
    @CsvSource({
        "im.message.reaction.created_v1, REACTION",
        "im.chat.member.bot.added_v1, MEMBERSHIP",
        "contact.user.created_v3, UNKNOWN_TYPE"
    })
    void otherEventsArePassedOver(String type, Reason reason) {
        ChannelEvent event = only(feishu, event(type, "{}"));
        Calls.passedOver(event, reason);
        assertThat(event.origin().deliveryId()).isEqualTo("e1");
        assertThat(event.origin().occurredAt()).isEqualTo(Instant.parse("2020-10-29T13:54:58Z"));
    }

    @Test
    void theOldSchemaIsUnderstood() {
        // When
        Said said = said(feishu, """
                {"uuid": "u1", "token": "t", "ts": "1502199207.7171419", "type": "event_callback",
                 "event": {"type": "message", "open_chat_id": "oc_1", "chat_type": "group", "msg_type": "text",
                 "open_id": "ou_1", "open_message_id": "om_1", "text": "<at open_id=\\"x\\">@bot</at> 退款",
                 "text_without_at_bot": " 退款"}}""");

        // Then
        assertThat(said.content().text()).isEqualTo("退款");
        assertThat(said.origin().conversation()).isEqualTo("oc_1/om_1");
        assertThat(said.origin().occurredAt()).isEqualTo(Instant.parse("2017-08-08T13:33:27.717Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"header\": {}}",
                "{\"header\": {\"event_id\": \"1\", \"event_type\": \"im.message.receive_v1\"}}"
            })
    void whatIsNoEventIsMalformed(String body) {
        assertThatThrownBy(() -> only(feishu, body)).isInstanceOf(MalformedDeliveryException.class);
    }

    private static String message(String chatType, String type, String content, String more) {
        return event("im.message.receive_v1", """
                {"sender": {"sender_id": {"open_id": "ou_1"}, "sender_type": "user"}, "message": {"message_id": "om_1", %s
                 "create_time": "1609073151345", "chat_id": "oc_1", "chat_type": "%s", "message_type": "%s", "content": "%s",
                 "mentions": [{"key": "@_user_1", "name": "Tom"}, {"key": "@_user_10", "name": "Ann"}]}}""".formatted(more, chatType, type, content.replace("\"", "\\\"")));
    }

    private static String event(String type, String event) {
        return """
                {"schema": "2.0", "header": {"event_id": "e1", "event_type": "%s", "create_time": "1603979698000000"}, "event": %s}""".formatted(type, event);
    }

    private static Delivery signed(String key, Instant at, String body) {
        String time = Long.toString(at.getEpochSecond());
        String signature =
                HexFormat.of().formatHex(Digests.sha256((time + "n" + key + body).getBytes(StandardCharsets.UTF_8)));
        return post(
                "", body, "X-Lark-Signature", signature, "X-Lark-Request-Timestamp", time, "X-Lark-Request-Nonce", "n");
    }

    private static String encrypted(String key, String body) {
        byte[] start = new byte[AesCbc.BLOCK];
        byte[] sealed = new AesCbc(Digests.sha256(Hmac.bytes(key)), start)
                .encrypt(body.getBytes(StandardCharsets.UTF_8), AesCbc.BLOCK);
        byte[] whole = ByteBuffer.allocate(start.length + sealed.length)
                .put(start)
                .put(sealed)
                .array();
        return "{\"encrypt\": \"" + Base64.getEncoder().encodeToString(whole) + "\"}";
    }
}
