package io.beforehand.benchmarks.pipeline;

import io.beforehand.benchmarks.counts.PerRequest;
import io.beforehand.benchmarks.limits.Limits;
import io.beforehand.benchmarks.machine.Machine;
import io.beforehand.benchmarks.report.Target;
import java.util.List;

/**
 * Everything a run found out.
 *
 * @param at when it began, ISO 8601
 * @param agents registered, with room for every request of a phase
 * @param highestRate requests a second that the system kept up with in the search; 0 when even the first was too much
 */
public record Results(
        String at,
        Machine machine,
        int agents,
        Limits limits,
        List<Phase> phases,
        double highestRate,
        PerRequest perRequest,
        Conservation conservation,
        List<Target> targets) {}
