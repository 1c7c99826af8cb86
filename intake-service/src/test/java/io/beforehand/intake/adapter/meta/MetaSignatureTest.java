package io.beforehand.intake.adapter.meta;

import static io.beforehand.intake.adapter.meta.MetaDeliveries.KEYS;
import static io.beforehand.intake.adapter.meta.MetaDeliveries.SECRET;
import static io.beforehand.intake.adapter.meta.MetaDeliveries.question;
import static io.beforehand.intake.adapter.meta.MetaDeliveries.signature;
import static io.beforehand.intake.adapter.meta.MetaDeliveries.signed;
import static io.beforehand.intake.adapter.meta.MetaDeliveries.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.intake.adapter.AccountKeys;
import io.beforehand.intake.adapter.Answer;
import io.beforehand.intake.adapter.ChannelAdapter;
import io.beforehand.intake.adapter.Delivery;
import io.beforehand.intake.adapter.InvalidKeysException;
import io.beforehand.intake.adapter.MalformedDeliveryException;
import io.beforehand.intake.adapter.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaSignatureTest {

    private static final String BODY = "{'object':'page','entry':[]}";
    private static final ChannelAdapter CHANNEL = new WhatsAppAdapter();

    @ParameterizedTest
    @MethodSource("forgeries")
    void whatTheAppSecretDidNotSignIsRefused(Verification why, Delivery delivery) {
        assertThat(verify(delivery)).isEqualTo(why);
    }

    static Stream<Arguments> forgeries() {
        String right = signature(BODY, SECRET);
        return Stream.of(
                Arguments.of(Verification.MISSING, new Delivery("POST", "/", Map.of(), new byte[0])),
                Arguments.of(Verification.MISSING, with("X-Hub-Signature", "sha1=" + right, BODY)),
                Arguments.of(Verification.INVALID, with("X-Hub-Signature-256", "", BODY)),
                Arguments.of(Verification.INVALID, with("X-Hub-Signature-256", "sha256=", BODY)),
                Arguments.of(Verification.INVALID, with("X-Hub-Signature-256", "sha256=zz\u00e9", BODY)),
                Arguments.of(Verification.INVALID, with("X-Hub-Signature-256", right, BODY)),
                Arguments.of(Verification.INVALID, with("X-Hub-Signature-256", "sha1=" + right, BODY)),
                Arguments.of(Verification.INVALID, with("X-Hub-Signature-256", "sha256=" + right, BODY + " ")),
                Arguments.of(
                        Verification.INVALID,
                        with("X-Hub-Signature-256", "sha256=" + signature(BODY, "another"), BODY)));
    }

    @Test
    void thePreviousSecretIsStillGood() {
        // Given
        AccountKeys changed = new AccountKeys(
                List.of("the-new-secret", SECRET), "token", null, null, null, null, null, null, null, null);

        // When
        Verification verification = CHANNEL.verify(signed(BODY), changed, Instant.EPOCH);

        // Then
        assertThat(verification).isEqualTo(Verification.SIGNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hub.mode=subscribe&hub.challenge=1&hub.verify_token=another",
                "hub.mode=subscribe&hub.challenge=1&hub.verify_token=",
                "hub.mode=subscribe&hub.challenge=1&hub.verify_token=%zz",
                "hub.mode=subscribe&hub.challenge=1",
                ""
            })
    void whoeverDoesNotKnowOurTokenGetsNoAnswer(String query) {
        assertThat(verify(question(query))).isInstanceOf(Verification.Refused.class);
    }

    @Test
    void anAccountWithoutATokenAnswersNobody() {
        // When
        Verification verification =
                CHANNEL.verify(question("hub.verify_token="), AccountKeys.of(List.of(SECRET)), Instant.EPOCH);

        // Then
        assertThat(verification).isEqualTo(Verification.WRONG_TOKEN);
    }

    @Test
    void theChallengeIsSaidBackAsPlainText() {
        // Given
        Delivery question = question("hub.mode=subscribe&hub.challenge=%3Cb%3E1&hub.verify_token=the-verify-token");

        // When
        Answer answer = CHANNEL.handshake(question, KEYS).orElseThrow();

        // Then
        assertThat(verify(question)).isEqualTo(Verification.SHOWN);
        assertThat(answer).isEqualTo(new Answer(200, "text/plain; charset=utf-8", "<b>1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub.mode=unsubscribe&hub.challenge=1", "hub.challenge=1", "hub.mode=subscribe"})
    void aQuestionThatIsNoneIsMalformed(String query) {
        assertThatThrownBy(() -> CHANNEL.handshake(question(query), KEYS))
                .isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void anAccountNeedsATokenToBeAskedFor() {
        assertThatThrownBy(() -> CHANNEL.check(AccountKeys.of(List.of(SECRET))))
                .isInstanceOf(InvalidKeysException.class)
                .extracting(e -> ((InvalidKeysException) e).field())
                .isEqualTo("verifyToken");
    }

    private static Verification verify(Delivery delivery) {
        return CHANNEL.verify(delivery, KEYS, Instant.EPOCH);
    }
}
