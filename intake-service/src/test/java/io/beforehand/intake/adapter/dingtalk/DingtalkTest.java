package io.beforehand.intake.adapter.dingtalk;

import static io.beforehand.intake.adapter.Calls.NOW;
import static io.beforehand.intake.adapter.Calls.only;
import static io.beforehand.intake.adapter.Calls.post;
import static io.beforehand.intake.adapter.Calls.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Calls;
import io.beforehand.intake.adapter.ChannelEvent.PassedOver.Reason;
import io.beforehand.intake.adapter.ChannelEvent.Said;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.JsonBody;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.TextOrigin;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.Verification.Cause;
import io.beforehand.intake.adapter.sealed.SealedMessage;
import io.beforehand.intake.adapter.signature.Digests;
import io.beforehand.intake.adapter.signature.Hmac;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DingtalkTest {

    private static final String KEY = "YsNlBVcGCPZlSbuyKVRLyyw52LMdwHNhlnTy5uZwWa0";
    private static final AccountKeys KEYS = new AccountKeys(
            List.of("next-secret", "app-secret"), "event-token", KEY, "ding1", null, null, null, null, null, null);

    private final DingtalkAdapter dingtalk = new DingtalkAdapter();

    @ParameterizedTest
    @CsvSource({
        "app-secret, 3600, true",
        "app-secret, 3601, false",
        "app-secret, -3601, false",
        "someone's, 0, false",
        "event-token, 0, false"
    })
    void aRobotsMessageIsSignedWithTheAppsSecretWithinAnHour(String secret, long secondsLate, boolean good) {
        assertThat(robots(secret, NOW.minusSeconds(secondsLate)) instanceof Verification.Valid)
                .isEqualTo(good);
    }

    /** Two messages of one millisecond are signed alike. */
    @ParameterizedTest
    @ValueSource(longs = {0, 60, -60})
    void whatComesAtOnceIsTakenWhateverElseIsSignedLikeIt(long secondsLate) {
        Instant signedAt = NOW.minusSeconds(secondsLate);
        assertThat(robots("app-secret", signedAt))
                .isEqualTo(Verification.signedApartJustNow(Long.toString(signedAt.toEpochMilli())));
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 3600, -61})
    void aSignatureThatComesLaterIsGoodForOneMessage(long secondsLate) {
        Instant signedAt = NOW.minusSeconds(secondsLate);
        assertThat(robots("app-secret", signedAt))
                .isEqualTo(Verification.signedApart(Long.toString(signedAt.toEpochMilli())));
    }

    @ParameterizedTest
    @CsvSource({
        "1577262236757, , SIGNATURE_MISSING",
        ", c2lnbg==, SIGNATURE_MISSING",
        "1577262236757, '', SIGNATURE_INVALID",
        "1577262236757, %%%, SIGNATURE_INVALID",
        "yesterday, c2lnbg==, SIGNATURE_INVALID"
    })
    void whatIsNotDingtalksIsRefused(String timestamp, String sign, Cause cause) {
        // Given
        Delivery delivery = timestamp == null
                ? post("", "{}", "sign", sign)
                : sign == null
                        ? post("", "{}", "timestamp", timestamp)
                        : post("", "{}", "timestamp", timestamp, "sign", sign);

        // Then
        Calls.refused(dingtalk.verify(delivery, KEYS, NOW), cause);
    }

    @Test
    void anEventIsAnsweredSealedByTheTokenThatSignedIt() {
        // Given
        Delivery question = event("event-token", NOW, sealed("{\"EventType\": \"check_url\"}"));

        // When
        Verification verification = dingtalk.verify(question, KEYS, NOW);
        JsonNode answer = JsonBody.object(
                Hmac.bytes(dingtalk.handshake(question, KEYS).orElseThrow().body()));

        // Then
        assertThat(verification).isEqualTo(Verification.ENCRYPTED);
        String sealed = answer.path("encrypt").asText();
        assertThat(SealedMessage.open(sealed, KEYS)).contains("success");
        assertThat(answer.path("msg_signature").asText())
                .isEqualTo(Digests.sortedSha1(
                        "event-token",
                        answer.path("timeStamp").asText(),
                        answer.path("nonce").asText(),
                        sealed));
    }

    @Test
    void anEventThatAsksForNothingIsPassedOverAndAnsweredAllTheSame() {
        // Given
        Delivery event = event(
                "event-token", NOW, sealed("{\"EventType\": \"user_add_org\", \"TimeStamp\": \"1608001896814\"}"));

        // Then
        assertThat(dingtalk.handshake(event, KEYS)).isEmpty();
        Calls.passedOver(dingtalk.parse(event, KEYS).getFirst(), Reason.UNKNOWN_TYPE);
        assertThat(dingtalk.answer(event, KEYS).body()).contains("msg_signature");
    }

    /** Whoever saw an event can ask with it again, but not learn what is in it. */
    @Test
    void nothingOfAnEventIsSaidBack() {
        // Given
        Delivery event = event("event-token", NOW, sealed("{\"EventType\": \"check_url\", \"x\": \"private\"}"));

        // When
        String answer = JsonBody.object(
                        Hmac.bytes(dingtalk.handshake(event, KEYS).orElseThrow().body()))
                .path("encrypt")
                .asText();

        // Then
        assertThat(SealedMessage.open(answer, KEYS)).contains("success");
    }

    @Test
    void eventsOfOthersAreRefused() {
        String good = sealed("{}");
        Calls.refused(dingtalk.verify(event("someone's", NOW, good), KEYS, NOW), Cause.SIGNATURE_INVALID);
        Calls.refused(
                dingtalk.verify(event("event-token", NOW.minusSeconds(301), good), KEYS, NOW), Cause.OUTSIDE_WINDOW);
        Calls.refused(dingtalk.verify(event("event-token", NOW, "###"), KEYS, NOW), Cause.SIGNATURE_INVALID);
        Calls.refused(
                dingtalk.verify(
                        event("event-token", NOW, SealedMessage.seal("{}", "r", Calls.sealed("t", KEY, "ding2"))),
                        KEYS,
                        NOW),
                Cause.SIGNATURE_INVALID);
        Calls.refused(
                dingtalk.verify(post("msg_signature=1&timestamp=1&nonce=1", "no JSON"), KEYS, NOW),
                Cause.SIGNATURE_INVALID);
        Calls.refused(
                dingtalk.verify(event("app-secret", NOW, good), AccountKeys.of(List.of("app-secret")), NOW),
                Cause.SIGNATURE_INVALID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "text; \"text\": {\"content\": \" 你好 \"}; 你好; TYPED; 0",
                "richText; \"content\": {\"richText\": [{\"text\": \"看\"}, {\"type\": \"picture\", \"downloadCode\": \"d\"}]}; 看; TYPED; 1",
                "picture; \"content\": {\"downloadCode\": \"d\"}; ; NONE; 1",
                "video; \"content\": {\"downloadCode\": \"d\", \"duration\": 3}; ; NONE; 1",
                "file; \"content\": {\"downloadCode\": \"d\", \"fileName\": \"a.pdf\"}; ; NONE; 1",
                "audio; \"content\": {\"downloadCode\": \"d\", \"recognition\": \"你好\"}; 你好; ASR; 1"
            })
    void aMessageIsReadByItsType(String type, String fields, String text, TextOrigin origin, int attachments) {
        // When
        Said said = said(dingtalk, message(type, fields));

        // Then
        assertThat(said.content().text()).isEqualTo(text);
        assertThat(said.content().textOrigin()).isEqualTo(origin);
        assertThat(said.content().attachments()).hasSize(attachments);
        assertThat(said.origin().key()).isEqualTo("message:msg1");
    }

    @ParameterizedTest
    @CsvSource({
        "https://oapi.dingtalk.com/robot/sendBySession?session=x, true",
        "http://oapi.dingtalk.com/robot/sendBySession?session=x, false",
        "https://oapi.dingtalk.com.example.net/, false",
        "https://oapi.dingtalk.com@example.net/, false",
        "https://oapi.dingtalk.com:8443/, false",
        "https://[, false"
    })
    void answersGoToDingtalkOnly(String url, boolean kept) {
        // When
        Said said = said(
                dingtalk,
                message(
                        "text",
                        "\"text\": {\"content\": \"x\"}, \"sessionWebhook\": \"%s\", \"sessionWebhookExpiredTime\": 1613635652738"
                                .formatted(url)));

        // Then
        assertThat(said.customer().address())
                .isEqualTo(kept ? url : said.customer().id());
        assertThat(said.content().replyUntil()).isEqualTo(kept ? Instant.ofEpochMilli(1613635652738L) : null);
    }

    @Test
    void whoeverIsNotOfTheOrganisationHasAnIdAllTheSame() {
        assertThat(said(dingtalk, message("text", "\"text\": {\"content\": \"x\"}"))
                        .customer()
                        .id())
                .isEqualTo("$:LWCP_v1:$F");
    }

    @Test
    void anUnknownTypeIsPassedOver() {
        Calls.passedOver(only(dingtalk, message("unknownMsgType", "\"content\": {}")), Reason.UNKNOWN_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"msgId\": \"1\"}", "{\"msgId\": \"1\", \"conversationId\": \"c\"}"})
    void whatIsNoMessageIsMalformed(String body) {
        assertThatThrownBy(() -> only(dingtalk, body)).isInstanceOf(MalformedDeliveryException.class);
    }

    private Verification robots(String secret, Instant signedAt) {
        String time = Long.toString(signedAt.toEpochMilli());
        String sign = Base64.getEncoder()
                .encodeToString(Hmac.sha256(Hmac.bytes(time + "\n" + secret)).under(Hmac.bytes(secret)));
        return dingtalk.verify(post("", "{}", "timestamp", time, "sign", sign), KEYS, NOW);
    }

    private static String message(String type, String fields) {
        return """
                {"msgId": "msg1", "conversationId": "cid", "senderId": "$:LWCP_v1:$F", "createAt": 1613630252678,
                 "msgtype": "%s", %s}""".formatted(type, fields);
    }

    private static String sealed(String event) {
        return SealedMessage.seal(event, "random", KEYS);
    }

    private static Delivery event(String token, Instant at, String sealed) {
        String time = Long.toString(at.toEpochMilli());
        return post(
                "msg_signature=" + Digests.sortedSha1(token, time, "n", sealed) + "&timestamp=" + time + "&nonce=n",
                "{\"encrypt\": \"" + sealed + "\"}");
    }
}
