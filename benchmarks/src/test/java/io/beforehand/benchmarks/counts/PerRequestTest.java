package io.beforehand.benchmarks.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PerRequestTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void whatHappensBesideThePhaseIsNotTheCostOfItsRequests() {
        // Given 10 commits and a record a second when nothing is asked, and a phase of 15 in the 20 seconds that are
        // measured
        Counts quiet = counts(0, 0, 0, 0, 0);
        Counts before = counts(10, 100, 0, 10, 0);
        Counts after = counts(30, 100 + 50 + 500, 4_000, 10 + 5 + 800, 1_000_000);

        // When
        PerRequest one = PerRequest.of(new Growth(quiet, before), new Growth(before, after), 15, 100);

        // Then
        assertThat(one.commits()).containsExactly(entry("intake", 5.0));
        assertThat(one.rowVersions()).containsExactly(entry("intake", 40.0));
        assertThat(one.records()).containsExactly(entry("beforehand.requests", 8.0));
        assertThat(one.walBytes()).isEqualTo(10_000);
        assertThat(one.idleCommits()).containsExactly(entry("intake", 10.0));
    }

    @Test
    void withoutRequestsThereIsNoCostOfOne() {
        Growth none = new Growth(counts(0, 0, 0, 0, 0), counts(1, 0, 0, 0, 0));

        assertThatThrownBy(() -> PerRequest.of(none, none, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Counts counts(int second, long commits, long rows, long records, long wal) {
        return new Counts(
                second * SECOND,
                Map.of("intake", new Counts.Rows(commits, rows / 2, rows / 4, rows / 4)),
                Map.of("beforehand.requests", records),
                wal);
    }
}
