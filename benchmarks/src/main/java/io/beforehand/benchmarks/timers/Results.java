package io.beforehand.benchmarks.timers;

import io.beforehand.benchmarks.machine.Machine;
import io.beforehand.benchmarks.report.Target;
import java.util.List;

/**
 * Everything a run found out.
 *
 * @param at when it began, ISO 8601
 * @param outstanding alarms besides, due long after the run
 * @param steady what all subjects made of the same plan, ours first
 * @param search what ours made of higher and higher rates
 * @param peerSearch the same of the peers with advised settings that kept up with the steady rate
 * @param burst what ours made of many alarms in one second
 * @param consistent whether replays found our alarms to be as the service would have stored them
 */
public record Results(
        String at,
        Machine machine,
        int outstanding,
        List<Outcome> steady,
        List<Outcome> search,
        List<Outcome> peerSearch,
        Outcome burst,
        Moves moves,
        boolean consistent,
        List<Target> targets) {

    /** Ours lost nothing, rang nothing early, and was what it says it was. */
    boolean holds() {
        return steady.getFirst().conserved()
                && burst.conserved()
                && search.stream().allMatch(outcome -> outcome.early() == 0)
                && moves.stillArmed() == 0
                && consistent;
    }
}
