package io.beforehand.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions about working time over HTTP, first of all the worked examples of others. */
@QuarkusTest
class WorkingTimeInServiceTest extends ServiceTest {

    private static final String NINE_TO_FIVE =
            "{'zone': 'Europe/Berlin', 'weekly': {'THU': [['09:00', '17:00']], 'FRI': [['09:00', '17:00']]}}";

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void answersAsOthersWorkedItOut(String source, JsonNode example) {
        ObjectNode question = JsonMapper.builder().build().createObjectNode();
        question.set("calendar", example.get("calendar"));
        question.set("pauses", example.get("pauses"));
        if (example.get("kind").textValue().equals("due")) {
            question.set("start", example.get("start"));
            question.put("goal", "PT" + example.get("goalSeconds").longValue() + "S");
            ValidatableResponse answer = ask("due", question.toString());
            if (example.get("due").isNull()) {
                answer.statusCode(422).body("code", equalTo("calendar-never-opens"));
            } else {
                String due = answer.statusCode(200).extract().path("due");
                assertThat(Instant.parse(due))
                        .isEqualTo(OffsetDateTime.parse(example.get("due").textValue())
                                .toInstant());
            }
        } else {
            question.set("from", example.get("from"));
            question.set("to", example.get("to"));
            ask("elapsed", question.toString())
                    .statusCode(200)
                    .body("seconds", equalTo(example.get("seconds").intValue()));
        }
    }

    static Stream<Arguments> examples() throws IOException {
        try (InputStream file = WorkingTimeInServiceTest.class.getResourceAsStream("/clock-vectors.json")) {
            JsonNode examples = JsonMapper.builder().build().readTree(Objects.requireNonNull(file));
            assertThat(examples).hasSize(107);
            return StreamSupport.stream(examples.spliterator(), false)
                    .map(example -> Arguments.of(example.get("source").textValue(), example));
        }
    }

    @Test
    void aKeptCalendarIsNamedByItsId() {
        String id = "c-" + UUID.randomUUID();
        operator()
                .contentType("application/json")
                .body(json(NINE_TO_FIVE))
                .put("/v1/calendars/" + id)
                .then()
                .statusCode(201);

        ask("due", "{'calendar': '" + id + "', 'start': '2026-11-20T16:30:00+01:00', 'goal': '1h'}")
                .body("due", equalTo("2026-11-26T08:30:00Z"));
        ask("elapsed", "{'calendar': 'always', 'from': '2026-11-20T16:30:00Z', 'to': '2026-11-20T16:30:01.500Z'}")
                .body("seconds", equalTo(1.5f));
    }

    @Test
    void pausesMayComeInAnyOrderAndOverlap() {
        ask("elapsed", """
                {'calendar': 'always', 'from': '2026-11-20T10:00:00Z', 'to': '2026-11-20T11:00:00Z',
                 'pauses': [['2026-11-20T10:20:00Z', '2026-11-20T10:40:00Z'], ['2026-11-20T10:10:00Z', '2026-11-20T10:30:00Z'],
                            ['2026-11-20T10:50:00Z', '2026-11-20T10:50:00Z']]}""").statusCode(200).body("seconds", equalTo(1800));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "due     | {'calendar': 'always', 'start': '2026-11-20T10:00:00Z'} | 400 | goal",
                "due     | {'calendar': 'always', 'start': '2026-11-20T10:00:00', 'goal': '1h'} | 400 | start",
                "due     | {'calendar': 'always', 'start': '2026-11-20T10:00:00Z', 'goal': '-PT1H'} | 400 | goal",
                "due     | {'calendar': 'nine-to-five', 'start': '2026-11-20T10:00:00Z', 'goal': '1h'} | 400 | calendar",
                "due     | {'calendar': {'zone': 'x'}, 'start': '2026-11-20T10:00:00Z', 'goal': '1h'} | 400 | calendar.zone",
                "due     | {'start': '2026-11-20T10:00:00Z', 'goal': '1h'} | 400 | calendar",
                "due     | [1] | 400 | body",
                "elapsed | {'calendar': 'always', 'from': '2026-11-20T10:00:00Z'} | 400 | to",
                "elapsed | {'calendar': 'always', 'from': '1950-01-01T00:00:00Z', 'to': '2026-01-01T00:00:00Z'} | 400 | to",
                "elapsed | {'calendar': 'always', 'from': '2026-01-01T00:00:00Z', 'to': '2026-01-01T01:00:00Z', 'pauses': [[1, 2]]} | 400 | pauses[0]"
            })
    void whatIsNoQuestionIsRefusedWithTheFieldAndTheReason(String kind, String question, int status, String field) {
        ask(kind, question)
                .statusCode(status)
                .body("code", equalTo("invalid-field"))
                .body("problems.field", contains(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'calendar': 'always', 'start': '2026-11-20T10:00:00Z', 'goal': '4000d'}",
                "{'calendar': {'zone': 'UTC', 'weekly': {'SUN': [['11:00', '12:00']]}}, 'start': '2026-11-20T10:00:00Z', 'goal': '600h'}",
                "{'calendar': 'always', 'start': '2026-11-20T10:00:00Z', 'goal': '1h', 'pauses': [['2026-11-20T10:00:00Z', '2036-11-30T10:00:00Z']]}"
            })
    void aDeadlineFurtherThanTenYearsOffIsRefused(String question) {
        ask("due", question).statusCode(422).body("code", equalTo("due-too-far"));
    }

    private static ValidatableResponse ask(String kind, String question) {
        return operator()
                .contentType("application/json")
                .body(json(question))
                .post("/v1/" + kind)
                .then();
    }

    private static String json(String text) {
        return text.contains("\"") ? text : text.replace('\'', '"');
    }
}
