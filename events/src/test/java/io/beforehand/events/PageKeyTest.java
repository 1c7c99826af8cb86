package io.beforehand.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageKeyTest {

    @Test
    void aKeyIsReadAsItWasWritten() {
        PageKey key = new PageKey("019a1b2c-0000-7000-8000-000000000001", "a-1");

        assertThat(PageKey.parse(key.text())).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sla:1:2", "beforehand:1", "beforehand:1:2:3", "beforehand:1 :2", "xbeforehand:1:2"})
    void aKeyOfOthersIsNone(String text) {
        assertThat(PageKey.parse(text)).isEmpty();
    }
}
