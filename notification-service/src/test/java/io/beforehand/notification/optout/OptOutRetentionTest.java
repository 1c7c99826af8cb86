package io.beforehand.notification.optout;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.messaging.retention.RetentionRule;
import io.beforehand.notification.testing.Database;
import io.beforehand.notification.testing.OutsideWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(OutsideWorld.class)
class OptOutRetentionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    @Named("opt-out-word-retention")
    RetentionRule rule;

    @Inject
    Pool pool;

    @BeforeEach
    void nobodySaidAnything() {
        Database.execute("DELETE FROM opt_out", "DELETE FROM opt_out_word");
    }

    @Test
    void aWordIsLetGoOfOnceNothingOlderCanComeAndAnOptOutIsNot() {
        // Given
        Database.execute("""
                INSERT INTO opt_out_word (channel, account, address, is_out, at)
                SELECT 'sms', 'support', address, is_out, beforehand_now() - age::interval
                  FROM (VALUES ('in', false, '15 days'), ('out', true, '15 days'), ('late', false, '8 days'))
                       AS word (address, is_out, age)""", """
                INSERT INTO opt_out (channel, account, address, at)
                VALUES ('sms', 'support', 'out', beforehand_now() - interval '15 days')""");

        // When
        pool.preparedQuery(rule.delete())
                .execute(Tuple.of(OffsetDateTime.now(ZoneOffset.UTC).minus(rule.keep()), 100))
                .await()
                .atMost(PATIENCE);

        // Then
        assertThat(Database.value("SELECT string_agg(address, ',') FROM opt_out_word"))
                .isEqualTo("late");
        assertThat(Database.value("SELECT string_agg(address, ',') FROM opt_out"))
                .isEqualTo("out");
    }
}
