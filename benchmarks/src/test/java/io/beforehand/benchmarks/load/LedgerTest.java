package io.beforehand.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final long MILLISECOND = 1_000_000;

    private final Ledger ledger = new Ledger();
    private final Tally tally = new Tally();

    @Test
    void anAcknowledgementCountsFromTheAcceptance() {
        ledger.accepted("a", 100 * MILLISECOND, tally);
        ledger.acknowledged("a", 130 * MILLISECOND);

        assertThat(tally.acknowledgement().count()).isEqualTo(1);
        assertThat(tally.acknowledgement().max()).isBetween(30.0, 30.1);
    }

    @Test
    void anAcknowledgementMayOvertakeTheAnswerToItsRequest() {
        ledger.acknowledged("a", 100 * MILLISECOND);
        ledger.accepted("a", 130 * MILLISECOND, tally);

        assertThat(tally.acknowledged()).isEqualTo(1);
        assertThat(tally.acknowledgement().max()).isZero();
        assertThat(ledger.unacknowledged()).isEmpty();
    }

    @Test
    void aCopyIsNoSecondAcknowledgement() {
        ledger.accepted("a", 0, tally);
        ledger.acknowledged("a", MILLISECOND);
        ledger.acknowledged("a", 2 * MILLISECOND);

        assertThat(ledger.acknowledged()).isEqualTo(1);
        assertThat(ledger.copies()).isEqualTo(1);
        assertThat(tally.acknowledgement().count()).isEqualTo(1);
    }

    @Test
    void whatWasAcceptedAndNeverAcknowledgedIsNamed() {
        ledger.accepted("a", 0, tally);
        ledger.accepted("b", 0, tally);
        ledger.acknowledged("b", 0);

        assertThat(ledger.unacknowledged()).containsExactly("a");
    }

    @Test
    void whatWasAcceptedIsHandedOutOnce() {
        ledger.accepted("a", 0, tally);
        ledger.accepted("b", 0, tally);

        assertThat(ledger.takeAccepted()).containsExactly("a", "b");
        assertThat(ledger.takeAccepted()).isEmpty();
    }
}
