package io.beforehand.intake.adapter.wechat;

import static io.beforehand.intake.adapter.Calls.NOW;
import static io.beforehand.intake.adapter.Calls.get;
import static io.beforehand.intake.adapter.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Calls;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.InvalidKeysException;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.Verification.Cause;
import io.beforehand.intake.adapter.sealed.SealedMessage;
import io.beforehand.intake.adapter.signature.Digests;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WechatVerificationTest {

    private static final String TOKEN = "the-token";
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final String OTHER_KEY = "kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR";
    private static final AccountKeys PLAIN = AccountKeys.of(List.of(TOKEN));
    private static final AccountKeys SEALED = Calls.sealed(TOKEN, KEY, "wx1");
    private static final String BODY = "<xml><FromUserName>u</FromUserName></xml>";

    private final WechatAdapter wechat = new WechatAdapter();
    private final WecomAdapter wecom = new WecomAdapter();

    static Stream<Arguments> refusedInPlainMode() {
        return Stream.of(
                Arguments.of(Cause.SIGNATURE_MISSING, post("", BODY)),
                Arguments.of(Cause.SIGNATURE_MISSING, post("timestamp=1&nonce=2", BODY)),
                Arguments.of(Cause.SIGNATURE_INVALID, post("signature=&timestamp=1&nonce=2", BODY)),
                Arguments.of(Cause.SIGNATURE_INVALID, post("signature=%zz&timestamp=1&nonce=2", BODY)),
                Arguments.of(Cause.SIGNATURE_INVALID, post(plain("another-token", NOW), BODY)),
                Arguments.of(Cause.SIGNATURE_INVALID, post(signed("soon", "n"), BODY)),
                Arguments.of(Cause.OUTSIDE_WINDOW, post(plain(TOKEN, NOW.minusSeconds(301)), BODY)),
                Arguments.of(Cause.OUTSIDE_WINDOW, post(plain(TOKEN, NOW.plusSeconds(301)), BODY)),
                Arguments.of(
                        Cause.SIGNATURE_INVALID,
                        post(
                                plain(TOKEN, NOW),
                                "<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><xml><Content>&x;</Content></xml>")),
                Arguments.of(Cause.SIGNATURE_INVALID, post(plain(TOKEN, NOW), "not XML")),
                Arguments.of(Cause.SIGNATURE_INVALID, post(plain(TOKEN, NOW), "")));
    }

    @ParameterizedTest
    @MethodSource("refusedInPlainMode")
    void whatIsNotWechatsIsRefused(Cause cause, Delivery delivery) {
        // When
        Verification verification = wechat.verify(delivery, PLAIN, NOW);

        // Then
        Calls.refused(verification, cause);
    }

    @Test
    void aPlainNonceIsGoodForOneBodyOnly() {
        // When
        Verification verification = wechat.verify(post(plain(TOKEN, NOW.minusSeconds(300)), BODY), PLAIN, NOW);

        // Then
        assertThat(verification)
                .isEqualTo(Verification.signedApart(NOW.minusSeconds(300).getEpochSecond() + ":n"));
    }

    @Test
    void thePreviousTokenIsGoodWhileBothAreKnown() {
        // Given
        AccountKeys both = AccountKeys.of(List.of("the-next-token", TOKEN));

        // When
        Verification verification = wechat.verify(post(plain(TOKEN, NOW), BODY), both, NOW);

        // Then
        assertThat(verification).isInstanceOf(Verification.Valid.class);
    }

    static Stream<Arguments> refusedInEncryptedMode() {
        String good = SealedMessage.seal(BODY, "random", SEALED);
        return Stream.of(
                // The weaker signature of the plain mode, which does not cover the body.
                Arguments.of(Cause.SIGNATURE_MISSING, post(plain(TOKEN, NOW), BODY)),
                Arguments.of(Cause.SIGNATURE_MISSING, post(plain(TOKEN, NOW), envelope(good))),
                Arguments.of(Cause.SIGNATURE_INVALID, post(sealedBy(TOKEN, NOW, good), BODY)),
                Arguments.of(Cause.SIGNATURE_INVALID, post(sealedBy("another-token", NOW, good), envelope(good))),
                Arguments.of(Cause.OUTSIDE_WINDOW, post(sealedBy(TOKEN, NOW.minusSeconds(301), good), envelope(good))),
                Arguments.of(Cause.SIGNATURE_INVALID, sealed("%%% no Base64")),
                Arguments.of(Cause.SIGNATURE_INVALID, sealed("YWJj")),
                Arguments.of(Cause.SIGNATURE_INVALID, sealed("")),
                Arguments.of(
                        Cause.SIGNATURE_INVALID,
                        sealed(SealedMessage.seal(BODY, "random", Calls.sealed(TOKEN, KEY, "wx2")))),
                Arguments.of(
                        Cause.SIGNATURE_INVALID,
                        sealed(SealedMessage.seal(BODY, "random", Calls.sealed(TOKEN, OTHER_KEY, "wx1")))));
    }

    @ParameterizedTest
    @MethodSource("refusedInEncryptedMode")
    void anAccountWithAKeyTakesNothingThatIsNotSealedForIt(Cause cause, Delivery delivery) {
        Calls.refused(wechat.verify(delivery, SEALED, NOW), cause);
        Calls.refused(wecom.verify(delivery, SEALED, NOW), cause);
    }

    @Test
    void whatIsSealedForTheAccountIsEncryptedAndReadable() {
        // Given
        String sealed = SealedMessage.seal(
                "<xml><ToUserName>c</ToUserName><FromUserName>u</FromUserName><MsgType>text</MsgType><Content>你好</Content></xml>",
                "random",
                SEALED);

        // When
        Verification verification = wechat.verify(sealed(sealed), SEALED, NOW);

        // Then
        assertThat(verification).isEqualTo(Verification.ENCRYPTED);
        assertThat(wechat.parse(sealed(sealed), SEALED))
                .singleElement()
                .asString()
                .contains("你好");
    }

    @Test
    void wecomAsksEncryptedAndWechatInPlainWordsWhetherTheyHaveFoundUs() {
        // Given
        String question = SealedMessage.seal("5927782489442352469", "random", SEALED);
        Delivery fromWecom =
                get(sealedBy(TOKEN, NOW, question) + "&echostr=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
        Delivery fromWechat = get(plain(TOKEN, NOW) + "&echostr=123");

        // Then
        assertThat(wecom.verify(fromWecom, SEALED, NOW)).isEqualTo(Verification.ENCRYPTED);
        assertThat(wecom.handshake(fromWecom, SEALED).orElseThrow().body()).isEqualTo("5927782489442352469");
        assertThat(wechat.verify(fromWechat, SEALED, NOW)).isInstanceOf(Verification.Valid.class);
        assertThat(wechat.handshake(fromWechat, SEALED).orElseThrow().body()).isEqualTo("123");
        Calls.refused(wecom.verify(get(plain(TOKEN, NOW)), SEALED, NOW), Cause.SIGNATURE_MISSING);
        Calls.refused(wecom.verify(get(sealedBy(TOKEN, NOW, "")), SEALED, NOW), Cause.SIGNATURE_INVALID);
    }

    /** Its signature is good: a push that somebody saw is signed like a question, and would be opened for him. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xml><ToUserName>c</ToUserName><Content>secret</Content></xml>",
                "my password is 1234",
                "你好",
                "",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void onlyLettersAndDigitsAreSaidBack(String text) {
        // Given
        String sealed = SealedMessage.seal(text, "random", SEALED);
        Delivery toWecom =
                get(sealedBy(TOKEN, NOW, sealed) + "&echostr=" + URLEncoder.encode(sealed, StandardCharsets.UTF_8));
        Delivery toWechat = get(plain(TOKEN, NOW) + "&echostr=" + URLEncoder.encode(text, StandardCharsets.UTF_8));

        // Then
        assertThat(wecom.verify(toWecom, SEALED, NOW)).isEqualTo(Verification.ENCRYPTED);
        assertThatThrownBy(() -> wecom.handshake(toWecom, SEALED)).isInstanceOf(MalformedDeliveryException.class);
        assertThatThrownBy(() -> wechat.handshake(toWechat, PLAIN)).isInstanceOf(MalformedDeliveryException.class);
        assertThatThrownBy(() -> wechat.handshake(toWechat, SEALED)).isInstanceOf(MalformedDeliveryException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "!bcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"})
    void aKeyThatIsNoneIsRefusedWithTheAccount(String key) {
        assertThatThrownBy(() -> wechat.check(Calls.sealed(TOKEN, key, "wx1")))
                .isInstanceOf(InvalidKeysException.class);
        assertThatThrownBy(() -> wecom.check(PLAIN)).isInstanceOf(InvalidKeysException.class);
        assertThatThrownBy(() -> wechat.check(Calls.sealed(TOKEN, KEY, null))).isInstanceOf(InvalidKeysException.class);
    }

    private static String plain(String token, Instant at) {
        String time = Long.toString(at.getEpochSecond());
        return "signature=" + Digests.sortedSha1(token, time, "n") + "&timestamp=" + time + "&nonce=n";
    }

    private static String signed(String time, String nonce) {
        return "signature=" + Digests.sortedSha1(TOKEN, time, nonce) + "&timestamp=" + time + "&nonce=" + nonce;
    }

    private static String sealedBy(String token, Instant at, String sealed) {
        String time = Long.toString(at.getEpochSecond());
        return "msg_signature=" + Digests.sortedSha1(token, time, "n", sealed) + "&timestamp=" + time + "&nonce=n";
    }

    private static Delivery sealed(String sealed) {
        return post(sealedBy(TOKEN, NOW, sealed), envelope(sealed));
    }

    private static String envelope(String sealed) {
        return "<xml><ToUserName>whoever</ToUserName><Encrypt><![CDATA[" + sealed + "]]></Encrypt></xml>";
    }
}
