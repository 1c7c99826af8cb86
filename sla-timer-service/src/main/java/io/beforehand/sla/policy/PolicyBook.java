package io.beforehand.sla.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every version of every policy, as they are at one moment. */
public final class PolicyBook {

    /** The most specific first, then by order, then by id so that equals are always decided the same way. */
    private static final Comparator<Policy> PRECEDENCE = Comparator.comparingInt(
                    (Policy p) -> p.when().specificity())
            .reversed()
            .thenComparingInt(Policy::order)
            .thenComparing(p -> p.ref().id());

    private final Map<PolicyRef, Policy> byRef = new HashMap<>();
    private final List<Policy> inForce;

    public PolicyBook(Collection<Policy> versions) {
        byRef.put(Policy.NONE.ref(), Policy.NONE);
        Map<String, Policy> latest = new HashMap<>();
        for (Policy policy : versions) {
            byRef.put(policy.ref(), policy);
            latest.merge(
                    policy.ref().id(),
                    policy,
                    (a, b) -> a.ref().version() > b.ref().version() ? a : b);
        }
        inForce = latest.values().stream().sorted(PRECEDENCE).toList();
    }

    /** The latest version of each policy, in the order in which they are tried. */
    public List<Policy> inForce() {
        return inForce;
    }

    /** What counts for a request that is like this from now on; {@link Policy#NONE} when nothing fits. */
    public Policy match(RequestTraits request) {
        return inForce.stream()
                .filter(policy -> policy.when().fit(request))
                .findFirst()
                .orElse(Policy.NONE);
    }

    public boolean holds(PolicyRef ref) {
        return byRef.containsKey(ref);
    }

    /** The version that something was pinned to. */
    public Policy pinned(PolicyRef ref) {
        Policy policy = byRef.get(ref);
        if (policy == null) {
            throw new IllegalStateException("no such policy version: " + ref);
        }
        return policy;
    }
}
