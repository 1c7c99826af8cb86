package io.beforehand.intake.adapter.twilio;

import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.FORM;
import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.KEYS;
import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.TARGET;
import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.TOKEN;
import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.at;
import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.delivery;
import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.signature;
import static io.beforehand.intake.adapter.twilio.TwilioDeliveries.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.InvalidKeysException;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSignatureTest {

    private static final TwilioAdapter TWILIO = new TwilioAdapter();
    private static final String HERE = "https://intake.example.com" + TARGET;

    @ParameterizedTest
    @MethodSource("forgeries")
    void whatTheAuthTokenDidNotSignIsRefused(Verification why, Delivery delivery) {
        assertThat(verify(delivery, KEYS)).isEqualTo(why);
    }

    static Stream<Arguments> forgeries() {
        String right = signature(HERE + "Bodyhello", TOKEN);
        byte[] body = "Body=hello".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of(Verification.MISSING, new Delivery("POST", TARGET, Map.of("Content-Type", FORM), body)),
                Arguments.of(Verification.INVALID, delivery(TARGET, "", "Body=hello")),
                Arguments.of(Verification.INVALID, delivery(TARGET, "%%%\u00e9", "Body=hello")),
                Arguments.of(Verification.INVALID, delivery(TARGET, signature(HERE, TOKEN), "Body=hello")),
                Arguments.of(
                        Verification.INVALID, delivery(TARGET, signature(HERE + "Bodyhello", "another"), "Body=hello")),
                Arguments.of(Verification.INVALID, delivery(TARGET, right, "Body=hallo")),
                Arguments.of(Verification.INVALID, delivery(TARGET, right, "Body=hello&To=x")),
                Arguments.of(Verification.INVALID, delivery(TARGET, right, "Body=%zz")),
                Arguments.of(Verification.INVALID, delivery(TARGET + "?a=b", right, "Body=hello")),
                Arguments.of(Verification.INVALID, delivery("/v1/channels/twilio/other", right, "Body=hello")),
                Arguments.of(
                        Verification.INVALID,
                        new Delivery("POST", TARGET, Map.of("X-Twilio-Signature", right, "Content-Type", FORM), body)),
                Arguments.of(
                        Verification.INVALID,
                        new Delivery(
                                "POST",
                                TARGET,
                                Map.of("Host", "a/b?c", "X-Twilio-Signature", right, "Content-Type", FORM),
                                body)),
                Arguments.of(
                        Verification.INVALID,
                        new Delivery(
                                "GET",
                                TARGET,
                                Map.of(
                                        "Host",
                                        "intake.example.com",
                                        "X-Twilio-Signature",
                                        signature(HERE, TOKEN),
                                        "Content-Type",
                                        FORM),
                                new byte[0])));
    }

    @Test
    void thePreviousTokenIsStillGood() {
        assertThat(verify(signed("Body=hello", "Bodyhello"), KEYS)).isEqualTo(Verification.SIGNED);
    }

    @Test
    void aNameThatComesAgainIsSignedWithAllItsValuesOnce() {
        assertThat(verify(signed("Digits=5&Digits=1&A=x&Digits=1", "AxDigits1Digits5"), KEYS))
                .isEqualTo(Verification.SIGNED);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example,                    https://shop.example/v1/channels/twilio/main?tag=1",
        "https://shop.example/,                   https://shop.example/v1/channels/twilio/main?tag=1",
        "https://shop.example/beforehand,         https://shop.example/beforehand/v1/channels/twilio/main?tag=1",
        "https://shop.example/hooks/sms,          https://shop.example/hooks/sms?tag=1",
        "https://shop.example/hooks/sms?key=a,    https://shop.example/hooks/sms?key=a",
        "https://shop.example,                    https://shop.example:443/v1/channels/twilio/main?tag=1",
        "https://shop.example:443,                https://shop.example/v1/channels/twilio/main?tag=1",
        "https://shop.example:8443,               https://shop.example:8443/v1/channels/twilio/main?tag=1",
        "https://shop.example:8443,               https://shop.example/v1/channels/twilio/main?tag=1"
    })
    void theAddressThatTwilioKnowsMayBeSaidWholeOrInPart(String publicUrl, String signedUrl) {
        Delivery delivery = delivery(TARGET + "?tag=1", signature(signedUrl + "Bodyhello", TOKEN), "Body=hello");
        assertThat(verify(delivery, at(publicUrl))).isEqualTo(Verification.SIGNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example/v1/channels/twilio/main",
                "http://shop.example/v1/channels/twilio/main",
                "https://shop.example:444/v1/channels/twilio/main",
                "https://intake.example.com/v1/channels/twilio/main"
            })
    void anAddressThatIsNotOursIsNot(String signedUrl) {
        Delivery delivery = delivery(TARGET, signature(signedUrl + "Bodyhello", TOKEN), "Body=hello");
        assertThat(verify(delivery, at("https://shop.example"))).isEqualTo(Verification.INVALID);
    }

    @Test
    void ofJsonTheAddressHoldsADigest() {
        // Given
        String digest = digest("{}");
        String query = "?bodySHA256=" + digest;
        String signature = signature(HERE + query, TOKEN);

        // Then
        assertThat(verify(json(TARGET + query, signature, "{}"), KEYS)).isEqualTo(Verification.SIGNED);
        assertThat(verify(json(TARGET + query, signature, "[]"), KEYS)).isEqualTo(Verification.INVALID);
        assertThat(verify(json(TARGET, signature(HERE, TOKEN), "{}"), KEYS)).isEqualTo(Verification.INVALID);
        assertThat(verify(json(TARGET + "?bodySHA256=%zz", signature(HERE + "?bodySHA256=%zz", TOKEN), "{}"), KEYS))
                .isEqualTo(Verification.INVALID);
    }

    @Test
    void aDigestThatTwilioDidNotSignIsWorthNothing() {
        // Given
        String whole = "https://shop.example/hooks?key=a";

        // When
        Verification verification =
                verify(json(TARGET + "?bodySHA256=" + digest("{}"), signature(whole, TOKEN), "{}"), at(whole));

        // Then
        assertThat(verification).isEqualTo(Verification.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://shop.example", "shop.example", "https://", "https://shop.example/#a", "https://a b"})
    void anAddressThatNobodySignsIsNotTaken(String publicUrl) {
        assertThatThrownBy(() -> TWILIO.check(at(publicUrl))).isInstanceOf(InvalidKeysException.class);
    }

    private static Delivery json(String target, String signature, String body) {
        return new Delivery(
                "POST",
                target,
                Map.of(
                        "Host", "intake.example.com",
                        "Content-Type", "application/json",
                        "X-Twilio-Signature", signature),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String body) {
        return HexFormat.of().formatHex(Digests.sha256(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Verification verify(Delivery delivery, AccountKeys keys) {
        return TWILIO.verify(delivery, keys, Instant.EPOCH);
    }
}
