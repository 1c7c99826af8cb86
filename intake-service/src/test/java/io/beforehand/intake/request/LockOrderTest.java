package io.beforehand.intake.request;

import static io.beforehand.intake.Api.event;
import static io.beforehand.intake.Api.json;
import static io.beforehand.intake.Api.post;
import static io.beforehand.intake.Api.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.beforehand.intake.IntakeStack;
import io.beforehand.intake.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Requests that were merged are locked in the order of their ids, so that nobody waits for one who waits for him. */
@QuarkusTest
@QuarkusTestResource(IntakeStack.class)
class LockOrderTest {

    private static final String WAITING =
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FOR UPDATE OF r%'";

    @Inject
    Pool pool;

    @Inject
    Tables tables;

    private final String customer = unique("lin");

    @Test
    void whatGoesOnInAnOlderRequestIsLockedAfterIt() throws Exception {
        // Given
        String into = says("one");
        String conversation = unique("c");
        String from = says(conversation, "two");
        merge(from, into);
        CompletableFuture<String> later;
        try (Holder _ = new Holder(pool, into)) {
            // When
            later = CompletableFuture.supplyAsync(() -> says(conversation, "three"));
            awaitWaiting();

            // Then
            assertFree(from);
        }
        assertThat(later.get(20, TimeUnit.SECONDS)).isEqualTo(into);
    }

    @Test
    void whatGoesOnInARequestThatIsMergedIsLockedWithIt() throws Exception {
        // Given
        String first = says("one");
        String from = says("two");
        String into = says("three");
        merge(first, from);
        CompletableFuture<Void> merging;
        try (Holder _ = new Holder(pool, first)) {
            // When
            merging = CompletableFuture.runAsync(() -> merge(from, into));
            awaitWaiting();

            // Then
            assertFree(from);
            assertFree(into);
        }
        merging.get(20, TimeUnit.SECONDS);
    }

    /** Somebody who has locked a request. */
    private record Holder(SqlConnection connection) implements AutoCloseable {

        Holder(Pool pool, String requestId) {
            this(pool.getConnection().await().indefinitely());
            connection.query("BEGIN").executeAndAwait();
            connection
                    .query("SELECT 1 FROM request WHERE id = '" + requestId + "' FOR UPDATE")
                    .executeAndAwait();
        }

        @Override
        public void close() {
            connection.query("ROLLBACK").executeAndAwait();
            connection.closeAndAwait();
        }
    }

    private void awaitWaiting() {
        await().atMost(Duration.ofSeconds(10)).until(() -> tables.number(WAITING) > 0);
    }

    private void assertFree(String requestId) {
        assertThatCode(() -> tables.execute("SELECT 1 FROM request WHERE id = '" + requestId + "' FOR UPDATE NOWAIT"))
                .doesNotThrowAnyException();
    }

    private static void merge(String from, String into) {
        json().body("{\"into\":\"" + into + "\"}")
                .post("/v1/requests/" + from + "/merge")
                .then()
                .statusCode(200);
    }

    private String says(String text) {
        return says(unique("c"), text);
    }

    private String says(String conversation, String text) {
        return post(event(unique("e"), "io.beforehand.message.received", """
                        {"channel":"chat","conversation":"%s","text":"%s","customer":{"id":"%s"}}""".formatted(conversation, text, customer)))
                .then()
                .statusCode(202)
                .extract()
                .path("accepted[0].requestId");
    }
}
