package io.beforehand.benchmarks.pipeline;

import io.beforehand.benchmarks.load.Latencies;
import io.beforehand.benchmarks.machine.ProcessUse;
import java.util.List;
import java.util.Map;

/**
 * What one phase came to.
 *
 * @param rate planned, requests a second
 * @param requests planned
 * @param failures requests that were not accepted, by cause
 * @param acceptedPerSecond until the last answer
 * @param sendDelay the driver's own, from the planned moment to the sending
 * @param acceptance from the planned moment to the answer that it is stored
 * @param acknowledgement from that answer to the customer's webhook
 * @param commit of the probe's row, during the phase
 * @param workedOffSeconds from the last planned moment until nothing was left to do
 * @param left undone when the patience was over, else 0
 * @param perhapsStored failures that may be stored all the same
 */
public record Phase(
        String name,
        double rate,
        int requests,
        int accepted,
        Map<String, Integer> failures,
        double acceptedPerSecond,
        Latencies sendDelay,
        Latencies acceptance,
        Latencies acknowledgement,
        Latencies commit,
        double workedOffSeconds,
        long left,
        int perhapsStored,
        List<ProcessUse> processes) {
    static final String WARM_UP = "warm-up";
    static final String SUSTAINED = "sustained";
    static final String BURST = "burst";
    static final String SEARCH = "search";
    static final String MAILS = "mails";
    static final String SLACK = "slack";

    private static final double SLOWEST_ACCEPTANCE_MS = 1_000;
    private static final double LONGEST_TAIL_SECONDS = 2;

    int errors() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** All accepted, 99 % of them within a second, and nothing piled up that takes longer than two seconds. */
    boolean keptUp() {
        return errors() == 0 && acceptance.p99() < SLOWEST_ACCEPTANCE_MS && workedOffSeconds < LONGEST_TAIL_SECONDS;
    }
}
