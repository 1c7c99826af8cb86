package io.beforehand.sla.policy;

import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Requests to which nothing may be promised, out of those that a policy is for.
 *
 * @param channels on which they may come, at least one
 */
public record Gap(Priority priority, Set<Channel> channels) {

    public Gap {
        channels = Set.copyOf(channels);
    }

    /**
     * What policies leave open of the requests that conditions fit. Of each priority and channel one policy alone must fit all of
     * them: whether several together happen to fit every tier, category, team and customer is not looked into, as nobody
     * could tell by looking at them.
     */
    static List<Gap> between(Conditions conditions, Collection<Policy> policies) {
        List<Gap> gaps = new ArrayList<>();
        for (Priority priority : Priority.values()) {
            Set<Channel> open = EnumSet.noneOf(Channel.class);
            Arrays.stream(Channel.values())
                    .filter(channel -> fits(conditions, priority, channel))
                    .filter(channel ->
                            policies.stream().noneMatch(policy -> policy.when().fitAll(conditions, priority, channel)))
                    .forEach(open::add);
            if (!open.isEmpty()) {
                gaps.add(new Gap(priority, open));
            }
        }
        return gaps;
    }

    private static boolean fits(Conditions conditions, Priority priority, Channel channel) {
        return (conditions.priority().isEmpty() || conditions.priority().contains(priority))
                && (conditions.channel().isEmpty() || conditions.channel().contains(channel));
    }
}
