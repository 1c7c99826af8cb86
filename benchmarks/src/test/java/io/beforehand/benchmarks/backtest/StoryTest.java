package io.beforehand.benchmarks.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.beforehand.events.Owner;
import io.beforehand.events.RequestEvent.RequestChanged;
import io.beforehand.events.RequestEvent.StatusChanged;
import io.beforehand.events.RequestStatus;
import io.beforehand.events.StreamEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoryTest {

    private static final Instant OPENS = Instant.parse("2026-03-02T09:00:00Z");

    private final List<List<StreamEvent>> stories = IntStream.range(0, 500)
            .mapToObj(i -> Story.of("r" + i, OPENS, new Random(i)))
            .toList();

    @Test
    void everyStoryIsToldInOrderWithoutGapsAndEndsBeforeItIsCopied() {
        for (List<StreamEvent> story : stories) {
            assertThat(story).isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
            for (Owner owner : Owner.values()) {
                List<Long> sequences = story.stream()
                        .filter(event -> event.owner() == owner)
                        .map(StreamEvent::sequence)
                        .toList();
                assertThat(sequences)
                        .containsExactlyElementsOf(Stream.iterate(1L, n -> n + 1)
                                .limit(sequences.size())
                                .toList());
            }
            assertThat(story.getLast().event()).isInstanceOfSatisfying(StatusChanged.class, end -> assertThat(end.to())
                    .isEqualTo(RequestStatus.CLOSED));
            assertThat(story.getLast().time()).isBefore(OPENS.plus(PastFiller.AGO));
        }
    }

    @Test
    void storiesDiffer() {
        assertThat(stories.stream().filter(story -> moves(story, RequestStatus.PENDING)))
                .hasSizeBetween(100, 250);
        assertThat(stories.stream().filter(story -> moves(story, RequestStatus.OPEN)))
                .hasSizeGreaterThan(100);
        assertThat(stories.stream()
                        .filter(story -> story.stream().anyMatch(event -> event.event() instanceof RequestChanged)))
                .hasSizeBetween(40, 130);
        assertThat(stories.stream()
                        .map(story -> Duration.between(OPENS, story.getLast().time()))
                        .distinct())
                .hasSize(500);
    }

    private static boolean moves(List<StreamEvent> story, RequestStatus to) {
        return story.stream().anyMatch(event -> event.event() instanceof StatusChanged changed && changed.to() == to);
    }
}
