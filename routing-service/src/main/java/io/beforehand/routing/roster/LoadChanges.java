package io.beforehand.routing.roster;

import io.beforehand.events.Channel;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers what changes for the agents of a transaction, one change each, in the order in which their rows are locked. */
public final class LoadChanges {

    private final boolean onlyIfAvailable;
    private final TreeMap<String, LoadChange> byAgent = new TreeMap<>();

    /** @param onlyIfAvailable whether whoever takes something must be available at that moment */
    public LoadChanges(boolean onlyIfAvailable) {
        this.onlyIfAvailable = onlyIfAvailable;
    }

    public void take(String agentId, Channel channel) {
        add(agentId, channel, 1);
    }

    public void release(String agentId, Channel channel) {
        add(agentId, channel, -1);
    }

    public SortedMap<String, LoadChange> byAgent() {
        return Collections.unmodifiableSortedMap(byAgent);
    }

    private void add(String agentId, Channel channel, int count) {
        byAgent.merge(
                agentId,
                LoadChange.none(onlyIfAvailable).plus(channel, count),
                (change, _) -> change.plus(channel, count));
    }
}
