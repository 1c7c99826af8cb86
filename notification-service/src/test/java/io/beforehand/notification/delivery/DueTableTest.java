package io.beforehand.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.notification.testing.Database;
import io.beforehand.notification.testing.OutsideWorld;
import io.beforehand.notification.testing.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(OutsideWorld.class)
class DueTableTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A partition that no replica owns, so that nobody else takes what is in it. */
    private static final int NOBODYS = 9_999;

    @RegisterExtension
    static final Stage stage = new Stage();

    @Inject
    DueTable table;

    @Inject
    OldestDue oldestDue;

    @AfterEach
    void forget() {
        Database.execute(
                "DELETE FROM delivery WHERE request_id = 'due-table'",
                "DELETE FROM opt_out",
                "DELETE FROM partition_owner WHERE partition = " + NOBODYS);
    }

    @Test
    void aDeliveryOfAKindFromANewerVersionHoldsUpNoOther() {
        // Given
        Database.execute("INSERT INTO partition_owner (partition, epoch, owner, since) VALUES (" + NOBODYS
                + ", 1, 'test', beforehand_now())");
        insert("newer", NOBODYS, "telegram");
        insert("known", NOBODYS, "alert");

        // When
        List<ClaimedDelivery> claimed = table.claim(List.of(due("newer"), due("known")), Map.of(NOBODYS, 1L))
                .await()
                .atMost(PATIENCE);

        // Then
        assertThat(claimed).extracting(ClaimedDelivery::id).containsExactly("known");
    }

    @Test
    void aCustomerMayHaveOptedOutButNobodyOnCall() {
        // Given
        Database.execute("INSERT INTO partition_owner (partition, epoch, owner, since) VALUES (" + NOBODYS
                + ", 1, 'test', beforehand_now())");
        insert("page", NOBODYS, "alert");
        insert("reply", NOBODYS, "reply");
        Database.execute(
                "UPDATE delivery SET channel = 'email', address = 'Bo@example.com' WHERE request_id = 'due-table'",
                "UPDATE delivery SET account = 'default', destination = 'outlet/email/default' WHERE id = 'reply'",
                "INSERT INTO opt_out VALUES ('email', 'default', 'bo@example.com', beforehand_now())");

        // When
        List<ClaimedDelivery> claimed = table.claim(List.of(due("page"), due("reply")), Map.of(NOBODYS, 1L))
                .await()
                .atMost(PATIENCE);

        // Then
        assertThat(claimed)
                .extracting(
                        ClaimedDelivery::id, delivery -> delivery.recipient().optedOut())
                .containsExactlyInAnyOrder(tuple("page", false), tuple("reply", true));
    }

    @Test
    void theOldestDueIsMeasuredWhetherOrNotAnybodyCanAttemptIt() {
        // Given
        assertThat(oldestDue.millis().await().atMost(PATIENCE)).isZero();
        insert("stuck", 3, "telegram");

        // When
        long millis = oldestDue.millis().await().atMost(PATIENCE);

        // Then
        assertThat(millis).isGreaterThanOrEqualTo(Duration.ofHours(1).toMillis());
    }

    private static DueDelivery due(String id) {
        return new DueDelivery(id, NOBODYS, "contact/0/nobody", Instant.now());
    }

    private static void insert(String id, int partition, String kind) {
        Database.execute("""
                INSERT INTO delivery (id, partition, request_id, kind, destination, channel, address, body, state,
                                      next_attempt_at, created_at)
                VALUES ('%s', %d, 'due-table', '%s', 'contact/0/nobody', 'webhook', 'nobody', '{}', 'pending',
                        beforehand_now() - interval '1 hour', beforehand_now())""".formatted(id, partition, kind));
    }
}
