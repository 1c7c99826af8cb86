package io.beforehand.sla.policy;

import java.util.List;

/**
 * Which policy was chosen for a request, and what the request was then: the reason is kept with the choice.
 *
 * @param policy with the version of its calendar that counted
 */
public record Choice(Policy policy, RequestTraits traits) {

    /** What of the request made the policy fit, such as {@code priority=urgent}; empty for a policy that fits any. */
    public List<String> reasons() {
        return policy.when().reasons(traits);
    }
}
