package io.beforehand.sla;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calendars and policies that come as a file with the deployment. */
@QuarkusTest
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
                    "beforehand.sla.promises.file", path.toString(), "beforehand.sla.promises.look-every", "50ms");
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
        invalid("0.0");
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
