package io.beforehand.benchmarks.pipeline;

import io.beforehand.benchmarks.machine.ProcessUse;
import io.beforehand.benchmarks.report.Target;
import io.beforehand.benchmarks.report.Target.Verdict;
import io.beforehand.localstack.Service;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run is held to. */
final class Targets {
    private static final double ACKNOWLEDGEMENT_MS = 500;
    private static final double COMMIT_MS = 20;
    private static final double RESIDENT_MB = 350;

    private static final Set<String> SERVICES =
            Arrays.stream(Service.values()).map(Service::id).collect(Collectors.toSet());

    private Targets() {}

    /** @param phases of which one is the sustained and one the burst */
    static List<Target> judge(List<Phase> phases, Conservation conservation) {
        Phase sustained = called(phases, Phase.SUSTAINED);
        Phase burst = called(phases, Phase.BURST);
        List<Target> targets = new ArrayList<>();
        targets.add(new Target(
                "%.0f requests/s kept up with, without an error".formatted(sustained.rate()),
                "%.0f/s, %d errors, worked off after %.1f s"
                        .formatted(sustained.acceptedPerSecond(), sustained.errors(), sustained.workedOffSeconds()),
                Verdict.of(sustained.keptUp())));
        targets.add(acknowledgement(sustained));
        targets.add(new Target(
                "burst of %.0f/s accepted without an error".formatted(burst.rate()),
                "%.0f/s, %d errors".formatted(burst.acceptedPerSecond(), burst.errors()),
                Verdict.of(burst.errors() == 0)));
        targets.add(new Target(
                "burst worked off without loss",
                burst.left() == 0
                        ? "in %.1f s".formatted(burst.workedOffSeconds())
                        : "%d left after %.0f s".formatted(burst.left(), burst.workedOffSeconds()),
                Verdict.of(burst.left() == 0 && conservation.holds())));
        targets.add(memory(phases));
        return targets;
    }

    private static Phase called(List<Phase> phases, String name) {
        return phases.stream()
                .filter(phase -> phase.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Target acknowledgement(Phase sustained) {
        double p99 = sustained.acknowledgement().p99();
        double commit = sustained.commit().p99();
        boolean kept = p99 < ACKNOWLEDGEMENT_MS;
        return new Target(
                "acknowledgement p99 < %.0f ms where commit p99 < %.0f ms".formatted(ACKNOWLEDGEMENT_MS, COMMIT_MS),
                "%.0f ms, commit %.1f ms".formatted(p99, commit),
                kept || commit < COMMIT_MS ? Verdict.of(kept) : Verdict.NOT_JUDGED);
    }

    private static Target memory(List<Phase> phases) {
        return phases.stream()
                .flatMap(phase -> phase.processes().stream())
                .filter(process -> SERVICES.contains(process.name()))
                .max(Comparator.comparingDouble(ProcessUse::peakMb))
                .filter(largest -> largest.peakMb() > 0)
                .map(largest -> new Target(
                        "no service above %.0f MB resident".formatted(RESIDENT_MB),
                        "%s %.0f MB".formatted(largest.name(), largest.peakMb()),
                        Verdict.of(largest.peakMb() <= RESIDENT_MB)))
                .orElseGet(() -> new Target(
                        "no service above %.0f MB resident".formatted(RESIDENT_MB), "?", Verdict.NOT_JUDGED));
    }
}
