package io.beforehand.messaging.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.Event;
import io.beforehand.events.Owner;
import io.beforehand.events.RequestEvent;
import io.beforehand.events.RoutingEvent;
import io.beforehand.events.StreamEvent;
import io.beforehand.events.StreamProgress;
import io.beforehand.messaging.UnprocessableException;
import io.beforehand.messaging.listener.StreamHoles.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest {

    private static final String REQUEST = "r-1";
    private static final Instant TIME = Instant.parse("2026-03-02T09:30:00Z");

    private static StreamEvent message(long sequence, int minute) {
        return at(sequence, minute, new RequestEvent.MessageRetracted("m-" + sequence));
    }

    private static StreamEvent release(long sequence, int minute) {
        return at(sequence, minute, new RoutingEvent.RequestReleased("ada", "resolved"));
    }

    private static StreamEvent at(long sequence, int minute, Event event) {
        return new StreamEvent(REQUEST, sequence, TIME.plusSeconds(60L * minute), null, event);
    }

    private static Streams streams(long heard, StreamEvent... events) {
        return Streams.of(REQUEST, new StreamProgress(Map.of(Owner.REQUESTS, heard)), List.of(events));
    }

    private static Place place(long sequence) {
        return new Place(REQUEST, Owner.REQUESTS, sequence);
    }

    @Test
    void aCopyIsNotProcessed() {
        // Given
        Streams streams = streams(2, message(2, 0), message(3, 0), message(3, 0));

        // Then
        assertThat(streams.toProcess(Set.of())).containsExactly(message(3, 0));
        assertThat(streams.late()).containsExactly(place(2));
        assertThat(streams.missing()).isEmpty();
    }

    @Test
    void whatIsPassedOverIsAHole() {
        assertThat(streams(2, message(5, 0), message(7, 0)).missing()).containsExactly(place(3), place(4), place(6));
    }

    @Test
    void anEventThatFillsAHoleIsProcessed() {
        // Given
        Streams streams = streams(5, message(3, 0), message(4, 0));

        // Then
        assertThat(streams.toProcess(Set.of(place(3)))).containsExactly(message(3, 0));
    }

    @Test
    void anOwnersEventsKeepTheirOrderWhateverTimesTheyBear() {
        // Given
        Streams streams = streams(0, message(1, 5), message(2, 1), message(3, 9));

        // Then
        assertThat(streams.toProcess(Set.of())).containsExactly(message(1, 5), message(2, 1), message(3, 9));
    }

    @Test
    void betweenOwnersTheEarlierComesFirst() {
        // Given
        Streams streams = streams(0, message(1, 1), message(2, 3), release(1, 2));

        // Then
        assertThat(streams.toProcess(Set.of())).containsExactly(message(1, 1), release(1, 2), message(2, 3));
    }

    @Test
    void aSequenceThatNobodyCanHaveReachedIsRefused() {
        assertThatThrownBy(() -> streams(2, message(5_000_000_000L, 0)).missing())
                .isInstanceOf(UnprocessableException.class);
    }

    /** Batches of any order with copies, some events coming only at the end: each counts once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverTheOrderEachEventCountsOnce(long seed) {
        // Given
        Random random = new Random(seed);
        List<StreamEvent> coming = new ArrayList<>();
        for (long sequence = 1; sequence <= 40; sequence++) {
            coming.add(message(sequence, random.nextInt(60)));
            coming.add(message(sequence, random.nextInt(60)));
        }
        Collections.shuffle(coming, random);

        // When
        List<Long> processed = new ArrayList<>();
        Set<Place> holes = new HashSet<>();
        StreamProgress progress = StreamProgress.NONE;
        while (!coming.isEmpty()) {
            List<StreamEvent> batch = coming.subList(0, Math.min(1 + random.nextInt(5), coming.size()));
            Streams streams = Streams.of(REQUEST, progress, batch);
            Set<Place> filled = new HashSet<>(streams.late());
            filled.retainAll(holes);
            holes.removeAll(filled);
            holes.addAll(streams.missing());
            for (StreamEvent event : streams.toProcess(filled)) {
                processed.add(event.sequence());
                progress = progress.after(event);
            }
            batch.clear();
        }

        // Then
        assertThat(processed).doesNotHaveDuplicates().hasSize(40);
        assertThat(holes).isEmpty();
    }
}
