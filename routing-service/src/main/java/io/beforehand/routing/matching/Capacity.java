package io.beforehand.routing.matching;

import io.beforehand.events.Channel;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many requests of each channel an agent can have at the same time. A request costs him one part in so many; the
 * parts of all he holds never add up to more than one whole.
 *
 * <p>Counted in units, not fractions: the whole is the least common multiple of the agent's own capacities, so every cost
 * is an integer and sums are exact. A channel without a capacity is one he does not serve.
 */
public final class Capacity {

    /** Seven channels of at most 100 each keep the whole far within a {@code long}. */
    public static final int MAX = 100;

    private final Map<Channel, Integer> perChannel;
    private final long whole;

    /** @param perChannel each from 1 to {@link #MAX} */
    public Capacity(Map<Channel, Integer> perChannel) {
        EnumMap<Channel, Integer> copy = new EnumMap<>(Channel.class);
        copy.putAll(perChannel);
        copy.forEach((channel, requests) -> {
            if (requests < 1 || requests > MAX) {
                throw new IllegalArgumentException("capacity of " + channel.wireName() + " must be from 1 to " + MAX);
            }
        });
        this.perChannel = Map.copyOf(copy);
        this.whole = copy.values().stream().mapToLong(Integer::longValue).reduce(1, Capacity::leastCommonMultiple);
    }

    public Map<Channel, Integer> perChannel() {
        return perChannel;
    }

    /** Units of an agent who is full. */
    public long whole() {
        return whole;
    }

    /** Units that one request costs; more than the whole on a channel that he does not serve. */
    public long cost(Channel channel) {
        Integer requests = perChannel.get(channel);
        return requests == null ? whole + 1 : whole / requests;
    }

    public boolean serves(Channel channel) {
        return perChannel.containsKey(channel);
    }

    /** Requests of that channel he can have at once; 0 if he does not serve it. */
    public int of(Channel channel) {
        return perChannel.getOrDefault(channel, 0);
    }

    private static long leastCommonMultiple(long a, long b) {
        return a / greatestCommonDivisor(a, b) * b;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Capacity that && perChannel.equals(that.perChannel);
    }

    @Override
    public int hashCode() {
        return perChannel.hashCode();
    }

    @Override
    public String toString() {
        return "Capacity" + perChannel;
    }
}
