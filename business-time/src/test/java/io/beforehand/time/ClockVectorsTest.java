package io.beforehand.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Worked examples of others, from the tests and documents that each names as its source. */
class ClockVectorsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isDueAsOthersWorkedItOut(String source, JsonNode example) {
        Instant start = instant(example.get("start"));
        Duration goal = Duration.ofSeconds(example.get("goalSeconds").longValue());

        if (example.get("due").isNull()) {
            assertThatThrownBy(() -> calendar(example)).isInstanceOf(NeverOpensException.class);
        } else {
            assertThat(calendar(example).due(start, goal)).isEqualTo(instant(example.get("due")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void asMuchPassesAsOthersWorkedOut(String source, JsonNode example) {
        assertThat(calendar(example).elapsed(instant(example.get("from")), instant(example.get("to"))))
                .isEqualTo(Duration.ofSeconds(example.get("seconds").longValue()));
    }

    static Stream<Arguments> isDueAsOthersWorkedItOut() throws IOException {
        return examples("due");
    }

    static Stream<Arguments> asMuchPassesAsOthersWorkedOut() throws IOException {
        return examples("elapsed");
    }

    private static Stream<Arguments> examples(String kind) throws IOException {
        try (InputStream file = ClockVectorsTest.class.getResourceAsStream("/clock-vectors.json")) {
            JsonNode examples = JsonMapper.builder().build().readTree(Objects.requireNonNull(file));
            assertThat(examples).hasSize(107);
            return stream(examples)
                    .filter(example -> example.get("kind").textValue().equals(kind))
                    .map(example -> Arguments.of(example.get("source").textValue(), example));
        }
    }

    private static BusinessCalendar calendar(JsonNode example) {
        JsonNode written = example.get("calendar");
        Map<DayOfWeek, List<Window>> weekly = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            weekly.put(day, windows(written.path("weekly").path(day.name().substring(0, 3))));
        }
        Set<LocalDate> holidays = new HashSet<>();
        written.path("holidays").forEach(date -> holidays.add(LocalDate.parse(date.textValue())));
        Map<LocalDate, List<Window>> special = new HashMap<>();
        written.path("special")
                .properties()
                .forEach(day -> special.put(LocalDate.parse(day.getKey()), windows(day.getValue())));
        OpeningHours hours = new OpeningHours(ZoneId.of(written.get("zone").textValue()), weekly, holidays, special);
        List<Interval> pauses = stream(example.path("pauses"))
                .map(pause -> new Interval(instant(pause.get(0)), instant(pause.get(1))))
                .toList();
        return new WithPauses(new WorkingCalendar(hours), pauses);
    }

    private static List<Window> windows(JsonNode written) {
        List<Window> windows = new ArrayList<>();
        written.forEach(window -> windows.add(
                Window.parse(window.get(0).textValue(), window.get(1).textValue())));
        return windows;
    }

    private static Instant instant(JsonNode text) {
        return OffsetDateTime.parse(text.textValue()).toInstant();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
