package io.beforehand.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.EventCodec.Decoded;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private static final Event MESSAGE = new RequestEvent.CustomerMessaged("m-2", "Hello?", Samples.TIME, null);
    private static final byte[] PAYLOAD = EventCodec.encode(MESSAGE);

    private final Map<String, String> headers = new HashMap<>(EventCodec.headers(Samples.at(3, MESSAGE)));

    @Test
    void aTypeThatANewerWriterAddedIsToldApartFromGarbage() {
        // Given
        headers.put("ce_type", "io.beforehand.requests.request-snoozed.v1");

        // Then
        assertThat(EventCodec.decode(headers, PAYLOAD))
                .isEqualTo(new Decoded.UnknownType("io.beforehand.requests.request-snoozed.v1"));
    }

    @Test
    void aRecordOfAnotherVersionIsAnotherType() {
        // Given
        headers.replace("ce_type", headers.get("ce_type").replace(".v1", ".v2"));

        // Then
        assertThat(EventCodec.decode(headers, PAYLOAD)).isInstanceOf(Decoded.UnknownType.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_subject", "ce_sequence", "ce_time"})
    void anAttributeThatIsMissingMakesARecordUndecodable(String attribute) {
        // Given
        headers.remove(attribute);

        // Then
        assertThat(EventCodec.decode(headers, PAYLOAD)).isEqualTo(new Decoded.Undecodable("attributes-malformed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "9223372036854775808", "one", ""})
    void aSequenceThatCountsNothingMakesARecordUndecodable(String sequence) {
        // Given
        headers.put("ce_sequence", sequence);

        // Then
        assertThat(EventCodec.decode(headers, PAYLOAD)).isEqualTo(new Decoded.Undecodable("attributes-malformed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{", "[]", "\"text\"", "{}", "{\"messageId\":null}", "{\"messageId\":{}}", "\u0000"})
    void aPayloadThatIsNotTheEventMakesARecordUndecodable(String payload) {
        assertThat(EventCodec.decode(headers, payload.getBytes(UTF_8)))
                .isEqualTo(new Decoded.Undecodable("payload-malformed"));
    }

    @Test
    void aMessageThatIsNoMailHasNoneInItsRecord() {
        // Given
        byte[] written = EventCodec.encode(MESSAGE);

        // Then
        assertThat(new String(written, UTF_8)).doesNotContain("mail");
        assertThat(EventCodec.decode(headers, written)).isInstanceOf(Decoded.Known.class);
    }

    @Test
    void aPayloadThatIsMissingMakesARecordUndecodable() {
        assertThat(EventCodec.decode(headers, null)).isEqualTo(new Decoded.Undecodable("payload-missing"));
    }

    @Test
    void aPayloadNestedTenThousandDeepMakesARecordUndecodable() {
        // Given
        String nested = "{\"messageId\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        // Then
        assertThat(EventCodec.decode(headers, nested.getBytes(UTF_8)))
                .isEqualTo(new Decoded.Undecodable("payload-malformed"));
    }

    @Test
    void aTraceThatIsNoTraceIsAsGoodAsNone() {
        // Given
        headers.put("traceparent", "00-zz");

        // Then
        assertThat(EventCodec.decode(headers, PAYLOAD))
                .isEqualTo(new Decoded.Known(new StreamEvent(Samples.REQUEST, 3, Samples.TIME, null, MESSAGE)));
    }
}
