package io.beforehand.sla.report;

import io.beforehand.events.ClockRef;
import io.beforehand.sla.clock.Clock;
import io.beforehand.sla.policy.RequestTraits;
import io.beforehand.sla.request.Owners.Tenure;
import io.beforehand.sla.request.RequestStore.Change;
import io.beforehand.sla.request.WatchedRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a change of a request makes of its verdicts. A verdict is laid to whoever had the request when it was decided, also
 * when that becomes known later.
 *
 * @param written those that are new or different
 * @param withdrawn those that were counted and do not stand any more
 */
record VerdictChanges(List<Counted> written, List<Counted> withdrawn) {

    VerdictChanges {
        written = List.copyOf(written);
        withdrawn = List.copyOf(withdrawn);
    }

    /**
     * A verdict and what it is grouped by.
     *
     * @param traits what the request was when the verdict was found
     */
    record Counted(
            String requestId, ClockRef clock, Verdict verdict, String policy, Tenure owner, RequestTraits traits) {

        static Counted of(WatchedRequest request, Clock clock, Verdict verdict) {
            return new Counted(
                    request.id(),
                    clock.ref(),
                    verdict,
                    clock.course().terms().policy().id(),
                    request.owners().at(verdict.at()),
                    request.traits());
        }

        /** The team of whoever had it, or the request's own. */
        String team() {
            return owner.team().isEmpty() ? traits.team() : owner.team();
        }

        /** A request that becomes urgent afterwards does not change what was counted. */
        private boolean isSame(Counted other) {
            return verdict.equals(other.verdict) && owner.equals(other.owner) && policy.equals(other.policy);
        }
    }

    static VerdictChanges of(Change change) {
        boolean sameOwners = change.before().owners().equals(change.after().owners());
        List<Clock> was = change.before().clocks().clocks();
        List<Clock> is = change.after().clocks().clocks();
        Map<ClockRef, Counted> before = counted(change.before(), sameOwners ? is : List.of());
        Map<ClockRef, Counted> after = counted(change.after(), sameOwners ? was : List.of());
        List<Counted> written = new ArrayList<>();
        after.forEach((clock, counted) -> {
            Counted earlier = before.remove(clock);
            if (earlier == null || !counted.isSame(earlier)) {
                written.add(counted);
            }
        });
        return new VerdictChanges(written, List.copyOf(before.values()));
    }

    /** @param unchanged clocks that need not be looked at */
    private static Map<ClockRef, Counted> counted(WatchedRequest request, List<Clock> unchanged) {
        Map<ClockRef, Counted> counted = new HashMap<>();
        for (Clock clock : request.clocks().clocks()) {
            if (!unchanged.contains(clock)) {
                Verdict.of(clock).ifPresent(verdict -> counted.put(clock.ref(), Counted.of(request, clock, verdict)));
            }
        }
        return counted;
    }
}
