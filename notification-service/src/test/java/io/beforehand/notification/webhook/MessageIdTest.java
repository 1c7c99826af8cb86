package io.beforehand.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdTest {

    @Test
    void theChannelsOwnIdIsTakenAsItIs() {
        assertThat(MessageId.in("{\"messageId\":\"wamid.HBgLMTY1MA==\",\"to\":[1]}"))
                .contains("wamid.HBgLMTY1MA==");
        assertThat(MessageId.in(" {\"messageId\": 9007199254740993} ")).contains("9007199254740993");
        assertThat(MessageId.in("{\"messageId\":\"" + "x".repeat(256) + "\"}")).contains("x".repeat(256));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ok",
                "null",
                "[]",
                "\"SM1\"",
                "{}",
                "{\"messageId\":null}",
                "{\"messageId\":\"\"}",
                "{\"messageId\":\" \"}",
                "{\"messageId\":1.5}",
                "{\"messageId\":[\"SM1\"]}",
                "{\"messageId\":{\"id\":\"SM1\"}}",
                "{\"messageId\":\"SM\\u0000\"}",
                "{\"messageId\":\"SM\\n1\"}",
                "{\"messageId\":\"SM\\ud83d\"}",
                "{\"messageId\":\"SM1\"",
                "<html>"
            })
    void whateverElseAServerAnswersNamesNoMessage(String body) {
        assertThat(MessageId.in(body)).isEmpty();
    }

    @Test
    void anIdThatIsTooLongIsNone() {
        assertThat(MessageId.in("{\"messageId\":\"" + "x".repeat(257) + "\"}")).isEmpty();
    }
}
