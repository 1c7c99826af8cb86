package io.beforehand.routing;

import static io.beforehand.routing.testing.Office.soon;
import static org.hamcrest.Matchers.is;

import io.beforehand.events.RequestStatus;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.messaging.retention.RetentionRule;
import io.beforehand.routing.testing.Bus;
import io.beforehand.routing.testing.EmptyTopics;
import io.beforehand.routing.testing.Office;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is long over goes, what is not stays. */
@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(EmptyTopics.class)
class RetentionTest {

    @Inject
    @Named("routed-request-retention")
    RetentionRule rule;

    @Inject
    Pool pool;

    private Bus bus;
    private Office office;

    @BeforeEach
    void open() {
        bus = new Bus(LocalStackResource.kafka().bootstrapServers());
        office = Office.open(bus);
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void whatIsLongOverIsForgottenAndWhatWaitsIsNot() {
        // Given
        String over = office.chat();
        String waiting = office.chat();
        office.status(over, 2, RequestStatus.OPEN, RequestStatus.CLOSED);
        soon(() -> office.assignment(over).body("state", is("ended")));
        soon(() -> office.assignment(waiting).body("state", is("queued")));

        // When
        OffsetDateTime longAgo =
                OffsetDateTime.now(ZoneOffset.UTC).plus(Duration.ofDays(91)).minus(rule.keep());
        pool.preparedQuery(rule.delete())
                .execute(Tuple.of(longAgo, 1_000))
                .await()
                .atMost(Duration.ofSeconds(20));

        // Then
        office.assignment(over).statusCode(404);
        office.assignment(waiting).statusCode(200);
    }
}
