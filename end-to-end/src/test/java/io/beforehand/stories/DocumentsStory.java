package io.beforehand.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.events.EventDescription;
import io.beforehand.events.Owner;
import io.beforehand.localstack.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What the documents say about the running system is so. */
@SideBySide
class DocumentsStory {

    private static final Pattern METER = Pattern.compile("`(beforehand_[a-z_]+)`");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (beforehand_[a-z_]+) ");

    @Test
    void everyRecordOnTheTopicsIsAsTheAsyncApiDocumentSays(Beforehand beforehand) {
        // Given
        String requestId = beforehand.post(
                "documents-1", "io.beforehand.message.received", Beforehand.message("documents", "你好", Map.of()));
        await().atMost(Beforehand.SOON)
                .until(() ->
                        beforehand.delivered(Beforehand.CUSTOMERS, requestId).size() == 1);
        EventDescription description = EventDescription.read();

        for (Owner owner : Owner.values()) {
            // When
            var records = new Topic(beforehand, owner.topic()).records();

            // Then
            assertThat(records).as(owner.topic()).isNotEmpty().allSatisfy(told -> {
                assertThat(told.key()).isEqualTo(headers(told).get("ce_subject"));
                assertThat(description.violations(headers(told), told.value().getBytes(StandardCharsets.UTF_8)))
                        .isEmpty();
            });
        }
    }

    @Test
    void theMetersAreThoseThatAreListed(Beforehand beforehand) throws IOException {
        // Given
        TreeSet<String> listed = new TreeSet<>();
        METER.matcher(Files.readString(Path.of("../docs/metrics.md")))
                .results()
                .forEach(found -> listed.add(bare(found.group(1))));

        // When
        TreeSet<String> shown = new TreeSet<>();
        for (Service service : Service.values()) {
            String page = beforehand.as(service).get("/q/metrics").asString();
            TYPE.matcher(page).results().forEach(found -> shown.add(bare(found.group(1))));
        }
        shown.removeIf(name -> name.endsWith("_max"));

        // Then
        assertThat(shown).isEqualTo(listed);
    }

    /** OpenMetrics counts in {@code _total} what it names without. */
    private static String bare(String meter) {
        return meter.replaceFirst("_total$", "");
    }

    private static Map<String, String> headers(ConsumerRecord<String, String> told) {
        Map<String, String> headers = new TreeMap<>();
        told.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
