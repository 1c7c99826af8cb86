package io.beforehand.routing.roster;

import io.beforehand.events.Channel;
import java.util.EnumMap;
import java.util.Map;

/**
 * How what one agent holds changes. If he takes more than he gives, it holds only as a whole and only where it fits.
 *
 * @param requests more or fewer of each channel
 * @param onlyIfAvailable whether he must still be available to take: machines ask, people may insist
 */
public record LoadChange(Map<Channel, Integer> requests, boolean onlyIfAvailable) {

    public LoadChange {
        requests = Map.copyOf(requests);
    }

    static LoadChange none(boolean onlyIfAvailable) {
        return new LoadChange(Map.of(), onlyIfAvailable);
    }

    LoadChange plus(Channel channel, int count) {
        EnumMap<Channel, Integer> next = new EnumMap<>(Channel.class);
        next.putAll(requests);
        next.merge(channel, count, Integer::sum);
        return new LoadChange(next, onlyIfAvailable);
    }

    boolean takes() {
        return requests.values().stream().anyMatch(count -> count > 0);
    }
}
