package io.beforehand.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beforehand.intake.mail.Report.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails as they are really sent, and what must be read out of each. What a meta file leaves null, it does not say. */
class ExampleMailsTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/channels/email");

    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.replace(".eml", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aMailIsReadAsItsExampleSays(String name) throws IOException {
        // Given
        JsonNode example = new ObjectMapper()
                .readTree(EXAMPLES.resolve(name + ".meta.json").toFile());
        JsonNode expected = example.get("expect");

        // When
        Mail mail = new MailReader(MailLimits.DEFAULT).read(Files.readAllBytes(EXAMPLES.resolve(name + ".eml")), null);

        // Then
        said(expected, "message_id").forEach(id -> assertThat(mail.id()).isEqualTo(id));
        said(expected, "text").forEach(text -> assertThat(mail.written()).isEqualTo(text));
        said(expected, "subject").forEach(subject -> assertThat(mail.subject()).isEqualTo(subject));
        said(expected, "timestamp").forEach(time -> assertThat(mail.date()).isEqualTo(Instant.parse(time)));
        said(expected, "in_reply_to").forEach(id -> assertThat(mail.inReplyTo()).contains(id));
        assertThat(references(mail)).containsAll(texts(expected.path("references")));
        assertThat(mail.files()).extracting(MailFile::name).containsAll(texts(expected.path("attachments"), "name"));
        assertThat(mail.files())
                .extracting(MailFile::mediaType)
                .containsAll(texts(expected.path("attachments"), "mime"));
        said(expected, "customer_id")
                .forEach(customer -> assertThat(customer(mail)).isEqualTo(customer));
        assertThat(action(mail, example.get("action").asText()))
                .isEqualTo(example.get("action").asText());
    }

    private static List<String> references(Mail mail) {
        return mail.references();
    }

    private static String customer(Mail mail) {
        return mail.nature() instanceof Nature.Told(Report report) && report.recipient() != null
                ? report.recipient()
                : mail.from().address();
    }

    /** Whether a customer's mail opens a request or joins one is not to be seen in the mail alone. */
    private static String action(Mail mail, String expected) {
        return switch (mail.nature()) {
            case Nature.Person() -> expected.equals("append") ? "append" : "create_or_append";
            case Nature.Machine _ -> "no_ack";
            case Nature.AutoReply _ -> "ignore";
            case Nature.Told(Report report) ->
                switch (report.state()) {
                    case State.BOUNCED_HARD -> "hard_bounce";
                    case State.BOUNCED_SOFT -> "soft_bounce";
                    case State.COMPLAINT -> "stop_contact";
                    case State.READ, State.DELIVERED, State.OTHER -> "update_delivery";
                };
        };
    }

    private static List<String> said(JsonNode expected, String field) {
        return expected.path(field).isTextual() ? List.of(expected.get(field).textValue()) : List.of();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(element -> element.get(field).textValue())
                .toList();
    }
}
