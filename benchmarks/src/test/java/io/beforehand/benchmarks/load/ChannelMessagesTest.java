package io.beforehand.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.benchmarks.load.ChannelMessages.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What channels post: each message of its own, and the same when it is made again. */
class ChannelMessagesTest {
    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

    static Stream<ChannelMessages> kinds() {
        return Stream.of(new MailMessages("bench", "a-secret", "run"), new SlackMessages("bench", "a-secret", "run"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachMessageIsOfAConversationOfItsOwn(ChannelMessages messages) {
        assertThat(LongStream.range(0, 10_000)
                        .mapToObj(number -> messages.message(number, NOW).conversation()))
                .doesNotHaveDuplicates();
        assertThat(messages.message(7, NOW)).isEqualTo(messages.message(7, NOW));
    }

    @Test
    void aMailNamesItsConversation() {
        // When
        Message mail = new MailMessages("bench", "a-secret", "run").message(7, NOW);

        // Then
        assertThat(mail.body().toString(StandardCharsets.UTF_8))
                .contains("\r\nMessage-ID: <" + mail.conversation() + ">\r\n")
                .contains("\r\nDate: Mon, 2 Nov 2026 08:00:00 GMT\r\n");
    }

    @Test
    void aMessageOfSlackIsSigned() {
        // When
        Message message = new SlackMessages("bench", "8f742231b10e8888abcd99yyyzzz85a5", "run").message(7, NOW);

        // Then
        assertThat(message.headers()).containsEntry("X-Slack-Request-Timestamp", "1793606400");
        assertThat(message.headers().get("X-Slack-Signature")).matches("v0=[0-9a-f]{64}");
        assertThat(message.body().toString(StandardCharsets.UTF_8)).contains("\"ts\":\"1793606400.000007\"");
    }
}
