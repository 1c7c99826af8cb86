package io.beforehand.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.notification.testing.Database;
import io.beforehand.notification.testing.Examples;
import io.beforehand.notification.testing.OutsideWorld;
import io.beforehand.notification.testing.ScriptedSmtp;
import io.beforehand.notification.testing.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(OutsideWorld.class)
class PagingByMailTest {

    private static final Instant DUE = Instant.parse("2026-11-23T09:00:00Z");

    @RegisterExtension
    static final Stage stage = new Stage();

    private final ScriptedSmtp server = new ScriptedSmtp();

    @BeforeEach
    void onCallByMail() {
        Stage.put(
                "/v1/contacts/default",
                Map.of("name", "On call", "methods", List.of(Map.of("type", "email", "address", "ada@example.com"))));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void onCallIsPagedByMailThroughTheOutletForMail() {
        // Given
        Stage.mailOutlet("default", server.port());
        String requestId = stage.open("web", "nobody");

        // When
        stage.bus().send(requestId, Examples.breach(requestId, DUE));

        // Then
        String mail = await().atMost(Stage.SOON)
                .until(server::mails, all -> !all.isEmpty())
                .getFirst();
        assertThat(mail)
                .contains("To: ada@example.com", "Auto-Submitted: auto-generated", "first response is overdue since")
                .containsPattern("Subject: R-\\d+: first response is overdue")
                .doesNotContain("Precedence");
        await().atMost(Stage.SOON)
                .untilAsserted(() -> assertThat(alertStates(requestId)).containsExactly("sent"));
    }

    @Test
    void aPageThatHasNoMailServerIsTriedAgainUntilThereIsOne() {
        // Given
        stage.outlet("email", "default", "/no-mail");
        String requestId = stage.open("web", "nobody");
        stage.bus().send(requestId, Examples.breach(requestId, DUE));
        await().atMost(Stage.SOON)
                .untilAsserted(() -> assertThat(alertStates(requestId)).containsExactly("failed"));
        assertThat(stage.deliveries(requestId).getString("deliveries.find { it.kind == 'alert' }.reason"))
                .isEqualTo("no-mail-server");

        // When
        Stage.mailOutlet("default", server.port());
        Database.ahead(Duration.ofSeconds(10));

        // Then
        await().atMost(Stage.SOON)
                .untilAsserted(() -> assertThat(alertStates(requestId)).containsExactly("sent"));
    }

    private static List<String> alertStates(String requestId) {
        return stage.deliveries(requestId).getList("deliveries.findAll { it.kind == 'alert' }.state", String.class);
    }
}
