package io.beforehand.intake.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.twilio.com/media/1",
                "https://API.twilio.com/media/1",
                "https://cdn.api.twilio.com:443/media/1"
            })
    void whatIsTheChannelsOwnIsKept(String address) {
        assertThat(MediaAddress.ofHosts(address, "api.twilio.com")).isEqualTo(address);
        assertThat(MediaAddress.open(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.twilio.com/media/1",
                "https://api.twilio.com.example.com/media/1",
                "https://evilapi.twilio.com/media/1",
                "https://api.twilio.com@example.com/media/1",
                "https://example.com/?https://api.twilio.com/",
                "https://example.com\\@api.twilio.com/",
                "https://api.twilio.com:8443/media/1",
                "https:///media/1",
                "//api.twilio.com/media/1",
                "/media/1",
                ""
            })
    void aSecretIsShownToNobodyElse(String address) {
        assertThat(MediaAddress.ofHosts(address, "api.twilio.com")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " javascript:alert(1)",
                "data:text/html,hello",
                "file:///etc/passwd",
                "http://example.com/picture.png",
                "//example.com/picture.png",
                ""
            })
    void nobodyIsLedElsewhereThanToHttps(String address) {
        assertThat(MediaAddress.open(address)).isNull();
    }
}
