package io.beforehand.benchmarks.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgreementTest {

    @ParameterizedTest
    @EnumSource(names = {"DAY_BY_DAY", "MPXJ"})
    void aPeerThatIsCompleteComesToTheSameAnswers(Subject peer) {
        assertThat(Agreement.share(peer)).isEqualTo(1);
    }
}
