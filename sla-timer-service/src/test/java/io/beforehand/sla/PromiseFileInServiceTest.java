package io.beforehand.sla;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Calendars and policies that come as a file with the deployment. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PromiseFileInServiceTest extends ServiceTest {

    private static final String FILE = """
            calendars:
              - id: from-file
                zone: Europe/Berlin
                weekly: {MON: [["09:00", "17:00"]]}
            policies:
              - id: from-file
                when: {tier: [from-file]}
                calendar: from-file
                goals:
                  first-response: {within: %s}
            """;

    /** Where the service looks. */
    public static final class File implements QuarkusTestResourceLifecycleManager {

        static Path path;

        @Override
        public Map<String, String> start() {
            try {
                path = Files.createTempDirectory("promises").resolve("promises.yaml");
                write(FILE.formatted("1h"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of(
                    "beforehand.sla.promises.file", path.toString(),
                    "beforehand.sla.promises.look-every", "50ms",
                    "beforehand.sla.promises.retry-every", "100ms");
        }

        static void write(String content) throws IOException {
            Path next = path.resolveSibling("next");
            Files.writeString(next, content);
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void stop() {
            try {
                Files.deleteIfExists(path);
                Files.deleteIfExists(path.getParent());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    @Order(1)
    void theFileCountsFromTheStartAndWheneverItChangesButNeverInParts() throws IOException {
        // Given what was there at the start
        soon().untilAsserted(() -> within("1h", 1));

        // When it changes
        File.write(FILE.formatted("2h"));

        // Then only what changed has a new version
        soon().untilAsserted(() -> within("2h", 2));
        operator().get("/v1/calendars/from-file").then().body("version", equalTo(1));

        // When something in it is wrong
        File.write(FILE.formatted("3h") + "  - id: broken\n    goals: {happiness: {within: 1h}}\n");

        // Then none of it counts, and that is seen
        soon().untilAsserted(() -> invalid("1.0"));
        within("2h", 2);

        // When it is mended
        File.write(FILE.formatted("3h"));

        // Then
        soon().untilAsserted(() -> within("3h", 3));
        soon().untilAsserted(() -> invalid("0.0"));
    }

    @Test
    @Order(2)
    void whatCameWithTheFileGoesWithItAndWhatWasPutOverHttpStays() throws IOException {
        // Given what the file says, and a policy that goes by the file's calendar
        File.write(FILE.formatted("4h"));
        soon().untilAsserted(() -> within("4h", 4));
        String own = "p-" + UUID.randomUUID();
        yaml("when: {tier: [" + own + "]}\ncalendar: from-file\ngoals: {first-response: {within: 1h}}")
                .put("/v1/policies/" + own)
                .then()
                .statusCode(201);

        // When the file says nothing any more
        File.write("policies: []\n");

        // Then that is refused, as the calendar would be missing
        soon().untilAsserted(() -> invalid("1.0"));
        operator().get("/v1/policies/from-file").then().body("retired", nullValue());

        // When nobody needs it any more
        operator().delete("/v1/policies/" + own).then().statusCode(204);

        // Then it counts without anybody touching the file
        soon().untilAsserted(() -> {
            operator().get("/v1/policies/from-file").then().body("retired", equalTo(true));
            operator().get("/v1/calendars/from-file").then().body("retired", equalTo(true));
            invalid("0.0");
        });

        // When somebody puts a policy of that id over HTTP and the file changes
        yaml("when: {tier: [from-file]}\ngoals: {first-response: {within: 1h}}")
                .put("/v1/policies/from-file")
                .then()
                .statusCode(200)
                .body("version", equalTo(5));
        String marker = "m-" + UUID.randomUUID();
        File.write(minimal(marker, "always"));
        soon().untilAsserted(
                        () -> operator().get("/v1/policies/" + marker).then().statusCode(200));

        // Then it is not the file's
        operator()
                .get("/v1/policies/from-file")
                .then()
                .body("retired", nullValue())
                .body("version", equalTo(5));
    }

    @Test
    @Order(3)
    void aFileThatNamesACalendarThatComesLaterOverHttpCountsAsSoonAsItIsThere() throws IOException {
        // Given
        String id = "later-" + UUID.randomUUID();
        File.write(minimal(id, id));
        soon().untilAsserted(() -> invalid("1.0"));

        // When
        operator()
                .contentType("application/json")
                .body("{\"zone\": \"UTC\", \"weekly\": {\"MON\": [[\"09:00\", \"17:00\"]]}}")
                .put("/v1/calendars/" + id)
                .then()
                .statusCode(201);

        // Then
        soon().untilAsserted(() -> operator().get("/v1/policies/" + id).then().body("calendar", equalTo(id)));
        soon().untilAsserted(() -> invalid("0.0"));
    }

    @Test
    @Order(4)
    void aShippedPolicyThatIsInTheFileNoMoreIsAgainAsItWasShipped() throws IOException {
        // Given
        String shipped = operator().get("/v1/policies/social-high").path("goals.resolution.within");
        File.write("""
                policies:
                  - {id: social-high, when: {priority: [high], channel: [social]}, fallback: true, goals: {resolution: {within: 17h}}}
                """);
        soon().untilAsserted(() ->
                operator().get("/v1/policies/social-high").then().body("goals.resolution.within", equalTo("17h")));

        // When
        File.write("policies: []\n");

        // Then
        soon().untilAsserted(() -> operator()
                .get("/v1/policies/social-high")
                .then()
                .body("goals.resolution.within", equalTo(shipped))
                .body("retired", nullValue()));
    }

    private static String minimal(String id, String calendar) {
        return "policies: [{id: %1$s, when: {tier: [%1$s]}, calendar: %2$s, goals: {resolution: {within: 1h}}}]\n"
                .formatted(id, calendar);
    }

    private static void within(String goal, int version) {
        operator()
                .get("/v1/policies/from-file")
                .then()
                .statusCode(200)
                .body("version", equalTo(version))
                .body("calendar", equalTo("from-file"))
                .body("goals.'first-response'.within", equalTo(goal));
    }

    private static void invalid(String value) {
        operator().get("/q/metrics").then().body(containsString("beforehand_promises_invalid " + value));
    }
}
