package io.beforehand.sla.policy;

import io.beforehand.events.Channel;
import io.beforehand.events.Priority;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which requests a policy is for: every list that is not empty must name what the request is.
 *
 * @param customer identities of customers, as their channels name them
 */
public record Conditions(
        Set<Priority> priority,
        Set<String> tier,
        Set<Channel> channel,
        Set<String> category,
        Set<String> team,
        Set<String> customer) {

    /** Any request. */
    public static final Conditions ANY = new Conditions(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public Conditions {
        priority = Set.copyOf(priority);
        tier = Set.copyOf(tier);
        channel = Set.copyOf(channel);
        category = Set.copyOf(category);
        team = Set.copyOf(team);
        customer = Set.copyOf(customer);
    }

    public boolean fit(RequestTraits request) {
        return (priority.isEmpty() || priority.contains(request.priority()))
                && (channel.isEmpty() || channel.contains(request.channel()))
                && (tier.isEmpty() || tier.contains(request.tier()))
                && (category.isEmpty() || category.contains(request.category()))
                && (team.isEmpty() || team.contains(request.team()))
                && (customer.isEmpty() || customer.contains(request.customer()));
    }

    /** Whether they fit every request of that priority and channel that the others fit. */
    boolean fitAll(Conditions others, Priority ofPriority, Channel byChannel) {
        return (priority.isEmpty() || priority.contains(ofPriority))
                && (channel.isEmpty() || channel.contains(byChannel))
                && covers(tier, others.tier)
                && covers(category, others.category)
                && covers(team, others.team)
                && covers(customer, others.customer);
    }

    private static boolean covers(Set<String> mine, Set<String> others) {
        return mine.isEmpty() || (!others.isEmpty() && mine.containsAll(others));
    }

    /** How many of the lists say something: the more, the more specific. */
    public int specificity() {
        return (int) lists().filter(list -> !list.isEmpty()).count();
    }

    /** Why they fit a request, such as {@code priority=urgent}: one reason for each list that says something. */
    public List<String> reasons(RequestTraits request) {
        List<String> reasons = new ArrayList<>();
        reason(reasons, priority, "priority", request.priority().wireName());
        reason(reasons, tier, "tier", request.tier());
        reason(reasons, channel, "channel", request.channel().wireName());
        reason(reasons, category, "category", request.category());
        reason(reasons, team, "team", request.team());
        reason(reasons, customer, "customer", request.customer());
        return List.copyOf(reasons);
    }

    private static void reason(List<String> reasons, Collection<?> list, String name, String value) {
        if (!list.isEmpty()) {
            reasons.add(name + "=" + value);
        }
    }

    private Stream<Collection<?>> lists() {
        return Stream.of(priority, tier, channel, category, team, customer);
    }
}
