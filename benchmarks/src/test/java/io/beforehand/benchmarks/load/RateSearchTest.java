package io.beforehand.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateSearchTest {
    private static final int TRIES = 20;

    @ParameterizedTest
    @ValueSource(doubles = {37, 100, 400, 1_234, 9_999})
    void theHighestRateIsFoundToATenth(double capacity) {
        // Given
        RateSearch search = new RateSearch(400, TRIES);

        // When
        int tries = 0;
        for (OptionalDouble rate = search.next(); rate.isPresent(); rate = search.next()) {
            search.tried(rate.getAsDouble() <= capacity);
            tries++;
        }

        // Then
        assertThat(search.best()).isBetween(capacity / 1.1, capacity);
        assertThat(tries).isLessThan(TRIES);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void itEndsAfterItsTriesEvenIfNothingIsTooMuchOrEverythingIs(int tries) {
        for (boolean keepsUp : new boolean[] {true, false}) {
            RateSearch search = new RateSearch(400, tries);
            int tried = 0;
            while (search.next().isPresent()) {
                search.tried(keepsUp);
                tried++;
            }
            assertThat(tried).isEqualTo(tries);
            assertThat(search.best() > 0).isEqualTo(keepsUp);
        }
    }
}
