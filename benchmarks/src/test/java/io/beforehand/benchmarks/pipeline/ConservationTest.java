package io.beforehand.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConservationTest {

    @Test
    void itHoldsWhenEveryAcceptedRequestIsStoredAndAcknowledged() {
        assertThat(new Conservation(100, 0, 100, 100, 0, 0, 0).holds()).isTrue();
    }

    @Test
    void copiesOfAcknowledgementsAreAllowed() {
        assertThat(new Conservation(100, 0, 100, 100, 0, 7, 0).holds()).isTrue();
    }

    @Test
    void aCallWithoutAnAnswerMayBeStoredOrNot() {
        assertThat(new Conservation(100, 2, 100, 100, 0, 0, 0).holds()).isTrue();
        assertThat(new Conservation(100, 2, 102, 102, 0, 0, 0).holds()).isTrue();
        assertThat(new Conservation(100, 2, 103, 103, 0, 0, 0).holds()).isFalse();
    }

    @Test
    void aLostRequestBreaksIt() {
        assertThat(new Conservation(100, 0, 99, 99, 0, 0, 0).holds()).isFalse();
    }

    @Test
    void aMissingAcknowledgementBreaksIt() {
        assertThat(new Conservation(100, 0, 100, 99, 1, 0, 0).holds()).isFalse();
    }

    @Test
    void anAcknowledgementOfARequestThatIsNotThereBreaksIt() {
        assertThat(new Conservation(100, 0, 100, 101, 0, 0, 0).holds()).isFalse();
    }

    @Test
    void aDeadLetterBreaksIt() {
        assertThat(new Conservation(100, 0, 100, 100, 0, 0, 1).holds()).isFalse();
    }
}
