package io.beforehand.sla.request;

import io.beforehand.sla.clock.Clock;
import io.beforehand.sla.request.ClockRows.ClockOfRequest;
import io.beforehand.sla.request.RequestStore.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The clocks that are not as they were stored.
 *
 * @param rung those that have given warnings and stand as they stood
 * @param changed the others
 */
record ChangedClocks(List<ClockOfRequest> rung, List<ClockOfRequest> changed) {

    /** @param takenBack whether the clocks of a request are stored with warnings that {@code before} does not have any more */
    static ChangedClocks of(List<Change> changes, Predicate<String> takenBack) {
        List<ClockOfRequest> rung = new ArrayList<>();
        List<ClockOfRequest> changed = new ArrayList<>();
        for (Change change : changes) {
            String id = change.after().id();
            boolean anyway = takenBack.test(id);
            for (Clock clock : change.after().clocks().clocks()) {
                Optional<Clock> before = change.before().clocks().find(clock.ref());
                boolean stands =
                        before.map(Clock::state).filter(clock.state()::equals).isPresent();
                if (!stands) {
                    changed.add(new ClockOfRequest(id, clock));
                } else if (anyway || !before.filter(clock::equals).isPresent()) {
                    rung.add(new ClockOfRequest(id, clock));
                }
            }
        }
        return new ChangedClocks(rung, changed);
    }
}
