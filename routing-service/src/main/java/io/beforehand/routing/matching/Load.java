package io.beforehand.routing.matching;

import io.beforehand.events.Channel;
import java.util.EnumMap;
import java.util.Map;

/**
 * What an agent holds against what he can hold. May be above the whole when his capacity was lowered meanwhile: then he
 * gets nothing until it fits again.
 *
 * @param held requests by channel
 */
public record Load(Capacity capacity, Map<Channel, Integer> held) {

    public Load {
        EnumMap<Channel, Integer> copy = new EnumMap<>(Channel.class);
        copy.putAll(held);
        copy.values().removeIf(requests -> requests == 0);
        held = Map.copyOf(copy);
    }

    public static Load none(Capacity capacity) {
        return new Load(capacity, Map.of());
    }

    /** Units in use, of {@link Capacity#whole()}. */
    public long used() {
        long used = 0;
        for (Map.Entry<Channel, Integer> requests : held.entrySet()) {
            used += requests.getValue() * capacity.cost(requests.getKey());
        }
        return used;
    }

    /** Whether one more request of that channel fits. */
    public boolean fits(Channel channel) {
        return used() + capacity.cost(channel) <= capacity.whole();
    }

    /** How many more requests of that channel fit. */
    public int room(Channel channel) {
        return (int) Math.max(0, (capacity.whole() - used()) / capacity.cost(channel));
    }

    /** Used share of the whole, for comparing; never for deciding whether something fits. */
    public double share() {
        return (double) used() / capacity.whole();
    }

    public Load plus(Channel channel, int requests) {
        EnumMap<Channel, Integer> next = new EnumMap<>(Channel.class);
        next.putAll(held);
        next.merge(channel, requests, Integer::sum);
        return new Load(capacity, next);
    }
}
