package io.beforehand.sla.policy;

import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/** Which requests a policy is for: every list that is not empty must name what the request is. */
public record Conditions(Set<Priority> priority, Set<String> tier, Set<Channel> channel, Set<String> category) {

    /** Any request. */
    public static final Conditions ANY = new Conditions(Set.of(), Set.of(), Set.of(), Set.of());

    public Conditions {
        priority = Set.copyOf(priority);
        tier = Set.copyOf(tier);
        channel = Set.copyOf(channel);
        category = Set.copyOf(category);
    }

    public boolean fit(RequestTraits request) {
        return (priority.isEmpty() || priority.contains(request.priority()))
                && (channel.isEmpty() || channel.contains(request.channel()))
                && (tier.isEmpty() || tier.contains(request.tier()))
                && (category.isEmpty() || category.contains(request.category()));
    }

    /** How many of the four lists say something: the more, the more specific. */
    public int specificity() {
        return (int) Stream.<Collection<?>>of(priority, tier, channel, category)
                .filter(list -> !list.isEmpty())
                .count();
    }
}
