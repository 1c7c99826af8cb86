package io.beforehand.sla.waiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.ClockRef;
import io.beforehand.events.Metric;
import io.beforehand.sla.waiver.Waiver.Decision.Approved;
import io.beforehand.sla.waiver.Waiver.Decision.Rejected;
import io.beforehand.sla.waiver.Waiver.Outcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaiverTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3600);
    private static final Person ADA = new Person("Ada");
    private static final Person BOB = new Person("Bob");

    private final Waiver asked =
            Waiver.ask(ClockRef.of("r1", Metric.RESOLUTION, 1), ADA, "the carrier was on strike", NINE);

    @Test
    void anotherPersonMayApprove() {
        assertThat(asked.approve(BOB, TEN)).isInstanceOfSatisfying(Outcome.Decided.class, decided -> assertThat(
                        decided.waiver().decision())
                .isEqualTo(new Approved(BOB, TEN)));
    }

    @Test
    void whoAsksDoesNotApproveHoweverTheNameIsWritten() {
        assertThat(asked.approve(new Person("  aDA "), TEN)).isEqualTo(new Outcome.SecondPersonNeeded());
    }

    @Test
    void whoAsksMayTakeItBack() {
        assertThat(asked.reject(ADA, TEN)).isInstanceOfSatisfying(Outcome.Decided.class, decided -> assertThat(
                        decided.waiver().decision())
                .isEqualTo(new Rejected(ADA, TEN)));
    }

    @Test
    void whatIsDecidedStaysDecided() {
        Waiver approved = ((Outcome.Decided) asked.approve(BOB, TEN)).waiver();

        assertThat(approved.reject(BOB, TEN)).isEqualTo(new Outcome.AlreadyDecided());
        assertThat(approved.approve(BOB, TEN)).isEqualTo(new Outcome.AlreadyDecided());
    }

    @Test
    void nobodyIsNoPerson() {
        assertThatThrownBy(() -> new Person(" \t")).hasMessage("must be a name of at most 100 characters");
        assertThatThrownBy(() -> new Person("x".repeat(101))).isInstanceOf(IllegalArgumentException.class);
    }
}
