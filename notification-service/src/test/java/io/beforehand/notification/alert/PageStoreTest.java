package io.beforehand.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.AlertLevel;
import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.localstack.testing.LocalStackResource;
import io.beforehand.messaging.transaction.Transaction;
import io.beforehand.messaging.transaction.Transactions;
import io.beforehand.notification.alert.AlertHearing.Heard;
import io.beforehand.notification.contact.OnCall;
import io.beforehand.notification.language.Language;
import io.beforehand.notification.testing.Database;
import io.beforehand.notification.testing.Examples;
import io.beforehand.notification.testing.OutsideWorld;
import io.beforehand.notification.testing.Stage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
@WithTestResource(LocalStackResource.class)
@WithTestResource(OutsideWorld.class)
class PageStoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant DUE = Instant.parse("2026-11-23T09:00:00Z");
    private static final OnCall CONTACT = new OnCall(OnCall.DEFAULT, Language.ENGLISH, List.of("webhook"));

    @RegisterExtension
    static final Stage stage = new Stage();

    @Inject
    AlertStore alerts;

    @Inject
    PageStore pages;

    @Inject
    Untold untold;

    @Inject
    Transactions transactions;

    @Test
    void aPageLeavesTheNoticeOfAnAlertThatIsJustGettingWorse() {
        // Given
        AlertDecision warned = warned();
        run(transaction -> store(transaction, warned));
        AlertDecision breached = AlertDecision.rise(warned.alert(), rising(warned, AlertLevel.BREACH));

        // When
        int meanwhile = run(transaction -> store(transaction, breached).chain(() -> pages.send(CONTACT)));

        // Then
        assertThat(meanwhile).isZero();
        assertThat(await(pages.send(CONTACT))).isEqualTo(1);
        assertThat(Database.value("SELECT body::jsonb ->> 'level' FROM delivery JOIN alert_page ON delivery_id = id"
                        + " WHERE alert_id = '" + breached.alert().id() + "'"))
                .isEqualTo("breach");
    }

    @Test
    void aNoticeIsAsOldAsItsFirstTelling() {
        // Given
        AlertDecision warned = warned();
        run(transaction -> store(transaction, warned));

        // When
        Database.ahead(Duration.ofMinutes(10));
        run(transaction -> store(transaction, warned));

        // Then
        Untold.Standing standing = await(untold.standing());
        assertThat(standing.unreachable()).isTrue();
        assertThat(standing.millis())
                .isBetween(
                        Duration.ofMinutes(10).toMillis(),
                        Duration.ofMinutes(11).toMillis());
    }

    @Test
    void whoHasNothingToHearIsNotUnreachable() {
        assertThat(await(untold.standing())).isEqualTo(new Untold.Standing(0, false));
    }

    private static AlertDecision warned() {
        String requestId = Examples.requestId();
        Danger.Rising warning =
                new Danger.Rising(ClockRef.of(requestId, Metric.FIRST_RESPONSE, 1), AlertLevel.WARNING, DUE);
        return AlertDecision.raise("a-" + requestId, requestId, stage.number(), warning, DUE.minusSeconds(900));
    }

    private static Danger.Rising rising(AlertDecision known, AlertLevel level) {
        return new Danger.Rising(ClockRef.of(known.alert().requestId(), Metric.FIRST_RESPONSE, 1), level, DUE);
    }

    private Uni<Void> store(Transaction transaction, AlertDecision decision) {
        return alerts.store(transaction, List.of(new Heard(decision, null)));
    }

    private <T> T run(Function<Transaction, Uni<T>> work) {
        return await(transactions.run(work));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
