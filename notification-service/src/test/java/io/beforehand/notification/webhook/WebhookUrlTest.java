package io.beforehand.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.com/hooks?a=b%20c, example.com, 443, /hooks?a=b%20c, true",
        "http://example.com, example.com, 80, /, false",
        "HTTP://example.com:8025/x, example.com, 8025, /x, false",
        "http://[::1]:8080/x, ::1, 8080, /x, false"
    })
    void aUrlIsTakenApart(String text, String host, int port, String target, boolean encrypted) {
        WebhookUrl url = WebhookUrl.parse(text);

        assertThat(url.host()).isEqualTo(host);
        assertThat(url.port()).isEqualTo(port);
        assertThat(url.target()).isEqualTo(target);
        assertThat(url.encrypted()).isEqualTo(encrypted);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://example.com/x, must start with http:// or https://",
        "file:///etc/passwd, must start with http:// or https://",
        "//example.com/x, must start with http:// or https://",
        "example.com, must start with http:// or https://",
        "http:///x, must name a host",
        "https:x, must name a host",
        "https://user:secret@example.com/x, must not carry a user or password",
        "https://example.com/x#y, must not have a fragment",
        "https://example.com:99999/x, must have a port between 1 and 65535",
        "https://exa mple.com/x, is not a URL",
        "http://2130706433:x/, must name a host"
    })
    void aUrlThatIsNoneOrHidesSomethingIsRefused(String text, String reason) {
        assertThatThrownBy(() -> WebhookUrl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aUrlDoesNotShowItselfForItMayHoldAToken() {
        assertThat(WebhookUrl.parse("https://example.com/token")).hasToString("WebhookUrl");
    }
}
