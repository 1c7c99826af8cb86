package io.beforehand.intake.request.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tokens that only we can make. */
class ReplyTokensTest {

    private static final String REQUEST = "01938f5c-1f2a-7c3b-8d4e-5f6a7b8c9d0e";

    private final ReplyTokens tokens = new ReplyTokens(new byte[32]);

    @Test
    void aTokenNamesItsRequest() {
        String token = tokens.of(REQUEST);

        assertThat(token).matches("[a-z2-7]{40}");
        assertThat(tokens.requestId(token)).contains(REQUEST);
    }

    @Test
    void aTokenOfAnotherSecretNamesNothing() {
        assertThat(new ReplyTokens("another".getBytes()).requestId(tokens.of(REQUEST)))
                .isEmpty();
    }

    @Test
    void noCharacterOfATokenCanBeChanged() {
        String token = tokens.of(REQUEST);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'a' ? 'b' : 'a';
            String forged = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(tokens.requestId(forged)).isEmpty();
        }
    }

    @Test
    void whatIsNoTokenNamesNothing() {
        assertThat(tokens.requestId("")).isEmpty();
        assertThat(tokens.requestId("a".repeat(40))).isEmpty();
        assertThat(tokens.requestId("1".repeat(40))).isEmpty();
        assertThat(tokens.requestId(UUID.randomUUID().toString())).isEmpty();
    }
}
