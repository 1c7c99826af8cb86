package io.beforehand.intake.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    @Test
    void nobodyHasATreeBuiltOfMoreThanAChannelSends() {
        // Given
        byte[] small = bytes("[" + "0,".repeat(99_000) + "0]");
        byte[] many = bytes("[" + "0,".repeat(100_000) + "0]");

        // Then
        assertThatCode(() -> JsonBody.read(small)).doesNotThrowAnyException();
        assertThatThrownBy(() -> JsonBody.read(many)).isInstanceOf(MalformedDeliveryException.class);
        assertThatThrownBy(() -> JsonBody.mail(bytes("{\"Headers\":" + new String(many, StandardCharsets.UTF_8) + "}")))
                .isInstanceOf(MalformedDeliveryException.class);
    }

    @Test
    void onlyAMailMayBeLarge() {
        // Given
        byte[] large = bytes("{\"RawEmail\":\"" + "x".repeat(24_000_000) + "\"}");

        // Then
        assertThat(JsonBody.mail(large).path("RawEmail").asText()).hasSize(24_000_000);
        assertThatThrownBy(() -> JsonBody.object(large)).isInstanceOf(MalformedDeliveryException.class);
        assertThatThrownBy(() -> JsonBody.object(bytes("{}" + " ".repeat(1024 * 1024))))
                .isInstanceOf(MalformedDeliveryException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            nullValues = "-",
            value = {
                "1e999               ~ -",
                "-1e999              ~ -",
                "1e2                 ~ 100.0",
                "0.5                 ~ 0.5",
                "9007199254740993    ~ 9007199254740993",
                "\"\"                ~ -",
                "true                ~ -",
                "null                ~ -"
            })
    void aNumberIsATextUnlessItIsBeyondAllNumbers(String json, String text) {
        assertThat(JsonBody.text(node(json))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "253402300800", "9223372036854775807", "-9223372036854775808", "1e999"})
    void aTimeOfNoPlausibleYearIsNone(String seconds) {
        assertThat(JsonBody.seconds(node(seconds))).isNull();
    }

    @Test
    void aTimeIsNoneAlsoInMillisecondsOrWords() {
        assertThat(JsonBody.millis(node("253402300799999"))).isEqualTo(Instant.parse("9999-12-31T23:59:59.999Z"));
        assertThat(JsonBody.millis(node("253402300800000"))).isNull();
        assertThat(JsonBody.millis(node("-1"))).isNull();
        assertThat(JsonBody.seconds(node("0"))).isEqualTo(Instant.EPOCH);
        assertThat(JsonBody.iso(node("\"0001-01-01T00:00:00Z\""))).isNull();
        assertThat(JsonBody.iso(node("\"+999999999-12-31T23:59:59.999999999-18:00\"")))
                .isNull();
    }

    private static JsonNode node(String json) {
        return JsonBody.read(bytes(json));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
