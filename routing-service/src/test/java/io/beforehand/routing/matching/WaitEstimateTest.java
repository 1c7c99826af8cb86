package io.beforehand.routing.matching;

import static io.beforehand.routing.matching.Samples.agent;
import static io.beforehand.routing.matching.Samples.chat;
import static io.beforehand.routing.matching.Samples.demanding;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitEstimateTest {

    private static final Optional<Duration> FOUR_MINUTES = Optional.of(Duration.ofMinutes(4));

    @Test
    void placesTimesHandlingOverPeopleSideBySide() {
        assertThat(WaitEstimate.of(3, FOUR_MINUTES, chat(), List.of(agent("ada"), agent("ben"))))
                .contains(Duration.ofMinutes(2));
    }

    @Test
    void withoutHistoryOrPeopleThereIsNoEstimate() {
        assertThat(WaitEstimate.of(1, Optional.empty(), chat(), List.of(agent("ada"))))
                .isEmpty();
        assertThat(WaitEstimate.of(1, FOUR_MINUTES, chat(), List.of())).isEmpty();
        assertThat(WaitEstimate.of(1, FOUR_MINUTES, demanding("billing", 1), List.of(agent("ada"))))
                .isEmpty();
    }

    @Test
    void aQuarterIsWorthTelling() {
        assertThat(WaitEstimate.movedNoticeably(Duration.ofMinutes(4), Duration.ofMinutes(3)))
                .isTrue();
        assertThat(WaitEstimate.movedNoticeably(Duration.ofMinutes(4), Duration.ofMinutes(5)))
                .isTrue();
        assertThat(WaitEstimate.movedNoticeably(Duration.ofSeconds(240), Duration.ofSeconds(181)))
                .isFalse();
        assertThat(WaitEstimate.movedNoticeably(Duration.ZERO, Duration.ZERO)).isFalse();
    }
}
