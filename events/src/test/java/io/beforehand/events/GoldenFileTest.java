package io.beforehand.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is on the wire is a promise. The golden file of a new type, or of what was added to one, is written by running this test with {@code
 * -Dgolden.write=true}; an existing file is never changed.
 */
class GoldenFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Event> samples() {
        return Stream.concat(Samples.ALL.stream(), Samples.ADDED.values().stream())
                .toList();
    }

    @Test
    void everyTypeHasASample() {
        // Given
        var sampled = Samples.ALL.stream().map(EventType::nameOf).collect(Collectors.toSet());

        // Then
        assertThat(sampled).isEqualTo(EventType.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEventIsWrittenAsItsGoldenFileSays(Event event) throws IOException {
        // Given
        String golden = golden(event);

        // When
        String written = render(Samples.at(7, event));

        // Then
        assertThat(written).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aGoldenFileIsReadAsItsEvent(Event event) throws IOException {
        // Given
        ObjectNode golden = (ObjectNode) JSON.readTree(golden(event));
        Map<String, String> headers = new HashMap<>();
        golden.get("headers")
                .fields()
                .forEachRemaining(h -> headers.put(h.getKey(), h.getValue().asText()));

        // When
        var decoded = EventCodec.decode(headers, JSON.writeValueAsBytes(golden.get("payload")));

        // Then
        assertThat(decoded).isEqualTo(new EventCodec.Decoded.Known(Samples.at(7, event)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFieldThatANewerWriterAddsIsPassedOver(Event event) throws IOException {
        // Given
        ObjectNode payload = (ObjectNode) JSON.readTree(EventCodec.encode(event));
        payload.putObject("addedLater").put("deep", true);

        // When
        var decoded = EventCodec.decode(EventCodec.headers(Samples.at(7, event)), JSON.writeValueAsBytes(payload));

        // Then
        assertThat(decoded).isEqualTo(new EventCodec.Decoded.Known(Samples.at(7, event)));
    }

    private static String render(StreamEvent event) throws IOException {
        ObjectNode file = JSON.createObjectNode();
        ObjectNode headers = file.putObject("headers");
        EventCodec.headers(event).forEach(headers::put);
        file.set("payload", JSON.readTree(EventCodec.encode(event.event())));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
    }

    private static String golden(Event event) throws IOException {
        String added = Samples.ADDED.entrySet().stream()
                .filter(sample -> sample.getValue().equals(event))
                .map(sample -> "+" + sample.getKey())
                .findFirst()
                .orElse("");
        String name = "/golden/" + EventType.nameOf(event) + added + ".json";
        Path source = Path.of("src/test/resources" + name);
        if (Boolean.getBoolean("golden.write") && !Files.exists(source)) {
            Files.writeString(source, render(Samples.at(7, event)), UTF_8);
        }
        if (Files.exists(source)) {
            return Files.readString(source, UTF_8);
        }
        try (InputStream file = GoldenFileTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }

    @Test
    void noGoldenFileIsWithoutItsType() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden"))) {
            var named = files.map(f -> f.getFileName().toString().replaceAll("(\\+.*)?\\.json$", ""))
                    .collect(Collectors.toSet());
            assertThat(named).isEqualTo(EventType.all().keySet());
        }
    }
}
