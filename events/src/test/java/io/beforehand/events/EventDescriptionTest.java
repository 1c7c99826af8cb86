package io.beforehand.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published description of the topics says what the code does. */
class EventDescriptionTest {

    private static final EventDescription DESCRIPTION = EventDescription.read();

    static Collection<Event> samples() {
        return Stream.concat(Samples.ALL.stream(), Samples.ADDED.values().stream())
                .toList();
    }

    static Collection<Map.Entry<String, Class<? extends Event>>> types() {
        return EventType.all().entrySet();
    }

    @Test
    void everyTypeIsDescribedAndNoOther() {
        assertThat(DESCRIPTION.schemasByType().keySet())
                .isEqualTo(EventType.all().keySet());
    }

    @ParameterizedTest
    @EnumSource(Owner.class)
    void aTopicsChannelListsItsOwnersTypes(Owner owner) {
        assertThat(DESCRIPTION
                        .document()
                        .at("/channels/" + owner.wireName() + "/address")
                        .asText())
                .isEqualTo(owner.topic());
        assertThat(DESCRIPTION.typesOf(owner))
                .containsExactlyInAnyOrderElementsOf(EventType.all().keySet().stream()
                        .filter(name -> name.startsWith("io.beforehand." + owner.wireName() + "."))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldIsDescribedAndTheObligatoryOnesAreRequired(Map.Entry<String, Class<? extends Event>> type) {
        // Given
        JsonNode schema = DESCRIPTION.schemasByType().get(type.getKey());
        RecordComponent[] fields = type.getValue().getRecordComponents();

        // Then
        assertThat(schema.get("properties").propertyStream().map(Map.Entry::getKey))
                .containsExactly(
                        Arrays.stream(fields).map(RecordComponent::getName).toArray(String[]::new));
        assertThat(StreamSupport.stream(schema.path("required").spliterator(), false)
                        .map(JsonNode::asText))
                .containsExactly(Arrays.stream(fields)
                        .filter(field -> !field.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(RecordComponent::getName)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aRecordIsAsDescribed(Event event) {
        assertThat(DESCRIPTION.violations(EventCodec.headers(Samples.at(7, event)), EventCodec.encode(event)))
                .isEmpty();
    }

    @Test
    void whatIsNotAsDescribedIsNoticed() {
        // Given
        Map<String, String> headers = new HashMap<>(EventCodec.headers(
                Samples.at(7, new RequestEvent.CustomerMessaged("m-2", "Hello?", Samples.TIME, null))));

        // Then
        assertThat(violations(headers, "{\"messageId\":\"m-2\"}")).isNotEmpty();
        assertThat(violations(headers, "{\"messageId\":7,\"receivedAt\":\"2026-03-02T09:30:00Z\"}"))
                .isNotEmpty();
        headers.put("ce_sequence", "0");
        assertThat(violations(headers, "{\"messageId\":\"m-2\",\"receivedAt\":\"2026-03-02T09:30:00Z\"}"))
                .isNotEmpty();
    }

    private static List<String> violations(Map<String, String> headers, String payload) {
        return DESCRIPTION.violations(headers, payload.getBytes(StandardCharsets.UTF_8));
    }
}
