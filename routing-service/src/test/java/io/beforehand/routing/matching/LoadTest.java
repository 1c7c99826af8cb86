package io.beforehand.routing.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beforehand.events.Channel;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTest {

    private static final Capacity CAPACITY = new Capacity(Map.of(Channel.CHAT, 3, Channel.EMAIL, 6, Channel.VOICE, 1));

    @Test
    void threeThirdsAreExactlyOneWhole() {
        // Given
        Load load = Load.none(CAPACITY);

        // When
        Load full = load.plus(Channel.CHAT, 3);

        // Then
        assertThat(full.used()).isEqualTo(CAPACITY.whole());
        assertThat(full.fits(Channel.EMAIL)).isFalse();
    }

    @Test
    void channelsShareTheSameWhole() {
        // Given
        Load load = Load.none(CAPACITY).plus(Channel.CHAT, 2);

        // Then
        assertThat(load.room(Channel.EMAIL)).isEqualTo(2);
        assertThat(load.room(Channel.CHAT)).isEqualTo(1);
        assertThat(load.room(Channel.VOICE)).isZero();
    }

    @Test
    void aChannelWithoutCapacityNeverFits() {
        assertThat(Load.none(CAPACITY).fits(Channel.SMS)).isFalse();
        assertThat(Load.none(CAPACITY).room(Channel.SMS)).isZero();
        assertThat(Load.none(new Capacity(Map.of())).fits(Channel.CHAT)).isFalse();
    }

    @Test
    void aLoweredCapacityLeavesNoRoomUntilItFitsAgain() {
        // Given
        Load load = Load.none(CAPACITY).plus(Channel.CHAT, 3);

        // When
        Load lowered = new Load(new Capacity(Map.of(Channel.CHAT, 2)), load.held());

        // Then
        assertThat(lowered.fits(Channel.CHAT)).isFalse();
        assertThat(lowered.plus(Channel.CHAT, -1).fits(Channel.CHAT)).isFalse();
        assertThat(lowered.plus(Channel.CHAT, -2).fits(Channel.CHAT)).isTrue();
    }

    @Test
    void whatNobodyCanHoldIsRefused() {
        assertThatThrownBy(() -> new Capacity(Map.of(Channel.CHAT, 0))).hasMessageContaining("chat");
        assertThatThrownBy(() -> new Capacity(Map.of(Channel.EMAIL, 101))).hasMessageContaining("email");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverTheCapacitiesExactlySoManyFit(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int run = 0; run < 200; run++) {
            // Given
            EnumMap<Channel, Integer> capacities = new EnumMap<>(Channel.class);
            for (Channel channel : Channel.values()) {
                capacities.put(channel, random.nextInt(1, Capacity.MAX + 1));
            }
            Capacity capacity = new Capacity(capacities);
            Channel channel = Channel.values()[random.nextInt(Channel.values().length)];

            // When
            Load full = Load.none(capacity).plus(channel, capacity.of(channel));

            // Then
            assertThat(full.used()).isEqualTo(capacity.whole()).isPositive();
            assertThat(full.plus(channel, -1).room(channel)).isEqualTo(1);
        }
    }
}
