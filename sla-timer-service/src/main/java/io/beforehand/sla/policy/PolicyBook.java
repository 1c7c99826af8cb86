package io.beforehand.sla.policy;

import io.beforehand.sla.calendar.CalendarBook;
import io.beforehand.sla.calendar.CalendarParts;
import io.beforehand.sla.calendar.CalendarRef;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every version of every policy, as they are at one moment, and the calendars that they go by. A policy names a calendar; which
 * version of it counts is settled when the policy is applied to a request, and pinned with it.
 */
public final class PolicyBook {

    private final Map<PolicyRef, Policy> byRef = new HashMap<>();
    private final Map<String, Policy> latest = new HashMap<>();
    private final List<Policy> inForce;
    private final CalendarBook calendars;

    public PolicyBook(Collection<Policy> versions, CalendarBook calendars) {
        this(versions, Set.of(), calendars);
    }

    /** @param retired the ids of policies that are out of use */
    public PolicyBook(Collection<Policy> versions, Set<String> retired, CalendarBook calendars) {
        this.calendars = calendars;
        byRef.put(Policy.NONE.ref(), Policy.NONE);
        for (Policy policy : versions) {
            byRef.put(policy.ref(), policy);
            latest.merge(
                    policy.ref().id(),
                    policy,
                    (a, b) -> a.ref().version() > b.ref().version() ? a : b);
        }
        inForce = latest.values().stream()
                .filter(policy -> !retired.contains(policy.ref().id()))
                .sorted(Policy.PRECEDENCE)
                .toList();
    }

    /** What something was pinned to: a version of a policy, and the version of the calendar that the policy names, with its parts. */
    public record Pin(PolicyRef policy, int calendarVersion, CalendarParts calendarParts) {

        /** To a calendar that leaves nothing open. */
        Pin(PolicyRef policy, int calendarVersion) {
            this(policy, calendarVersion, CalendarParts.NONE);
        }

        private CalendarRef calendar(Policy named) {
            return new CalendarRef(named.calendar().id(), calendarVersion, calendarParts);
        }
    }

    /** The latest version of a policy, be it in use or not. */
    public Optional<Policy> latest(String id) {
        return Optional.ofNullable(latest.get(id));
    }

    /** Whether there is such a policy and it is out of use. */
    public boolean isRetired(String id) {
        return latest.containsKey(id)
                && inForce.stream().noneMatch(policy -> policy.ref().id().equals(id));
    }

    /** One version as it was written. */
    public Optional<Policy> find(PolicyRef ref) {
        return Optional.ofNullable(byRef.get(ref));
    }

    /** Of the requests that conditions fit, those to which the policies in force may promise nothing. */
    public List<Gap> gaps(Conditions conditions) {
        return Gap.between(conditions, inForce);
    }

    /** The latest version of each policy in use, in the order in which they are tried. */
    public List<Policy> inForce() {
        return inForce;
    }

    /** What counts for a request that is like this from now on; {@link Policy#NONE} when nothing fits. */
    public Choice match(RequestTraits request, Instant now) {
        Policy fitting = inForce.stream()
                .filter(policy -> policy.when().fit(request))
                .findFirst()
                .orElse(Policy.NONE);
        String calendar = fitting.calendar().id();
        return new Choice(
                fitting.under(calendars
                        .inForce(calendar, now, request.timeZone())
                        .orElseThrow(() -> new IllegalStateException("no such calendar: " + calendar))),
                request);
    }

    /** The same policies in force without that one. */
    public PolicyBook without(String policyId) {
        return new PolicyBook(
                inForce.stream()
                        .filter(policy -> !policy.ref().id().equals(policyId))
                        .toList(),
                calendars);
    }

    public boolean holds(Pin pin) {
        Policy policy = byRef.get(pin.policy());
        return policy != null && calendars.holds(pin.calendar(policy));
    }

    /** The versions that something was pinned to. */
    public Policy pinned(Pin pin) {
        Policy policy = byRef.get(pin.policy());
        if (policy == null) {
            throw new IllegalStateException("no such policy version: " + pin.policy());
        }
        return policy.under(calendars.pinned(pin.calendar(policy)));
    }
}
