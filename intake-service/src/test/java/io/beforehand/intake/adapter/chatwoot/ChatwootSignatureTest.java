package io.beforehand.intake.adapter.chatwoot;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.Verification;
import io.beforehand.intake.adapter.signature.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatwootSignatureTest {

    private static final ChatwootAdapter CHATWOOT = new ChatwootAdapter();
    private static final String SECRET = "the-webhook-secret";
    private static final AccountKeys KEYS = AccountKeys.of(List.of("the-new-secret", SECRET));
    private static final Instant NOW = Instant.ofEpochSecond(1_764_580_000);
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private static final Map<String, Verification> EXPECTED = Map.of(
            "signed", Verification.SIGNED,
            "outside", Verification.OUTSIDE_WINDOW,
            "missing", Verification.MISSING,
            "invalid", Verification.INVALID);

    @ParameterizedTest
    @CsvSource({
        "1764580000, right,   signed",
        "1764579700, right,   signed",
        "1764580300, right,   signed",
        "1764579699, right,   outside",
        "1764580301, right,   outside",
        "1764580000, foreign, invalid",
        "1764580000, other,   invalid",
        "1764580000, bare,    invalid",
        "1764580000, garbage, invalid",
        "1764580000, empty,   invalid",
        "soon,       right,   invalid",
        "-5,         right,   invalid",
        "1764580000, none,    missing",
        "none,       right,   missing"
    })
    void onlyWhatTheSecretSignedJustNowIsGood(String timestamp, String signature, String expected) {
        // Given
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Chatwoot-Timestamp", timestamp);
        headers.put(
                "X-Chatwoot-Signature",
                switch (signature) {
                    case "right" -> "sha256=" + signature(timestamp, SECRET);
                    case "foreign" -> "sha256=" + signature(timestamp, "another");
                    case "other" -> "sha256=" + signature("1764580001", SECRET);
                    case "bare" -> signature(timestamp, SECRET);
                    case "garbage" -> "sha256=zz\u00e9";
                    case "none" -> "none";
                    default -> "";
                });
        headers.values().removeIf("none"::equals);

        // When
        Verification verification = CHATWOOT.verify(new Delivery("POST", "/", headers, BODY), KEYS, NOW);

        // Then
        assertThat(verification).isEqualTo(EXPECTED.get(expected));
    }

    private static String signature(String timestamp, String secret) {
        return HexFormat.of()
                .formatHex(Hmac.sha256(Hmac.bytes(timestamp + "."), BODY).under(Hmac.bytes(secret)));
    }
}
