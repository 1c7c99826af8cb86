package io.beforehand.benchmarks.timers;

import static io.beforehand.benchmarks.report.Figures.number;

import io.beforehand.benchmarks.report.Target;
import io.beforehand.benchmarks.report.Target.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a run is held to: the least, not the aim. */
final class Targets {
    private static final double P50_MS = 5;
    private static final double P99_MS = 50;
    private static final double SATURATED_PER_SECOND = 5_000;
    private static final double SATURATED_P99_MS = 250;
    private static final double BURST_MS = 5_000;
    private static final double MOVES_PER_SECOND = 5_000;
    private static final double TIMES_BETTER = 5;

    private Targets() {}

    static List<Target> judge(List<Outcome> steady, List<Outcome> search, Outcome burst, Moves moves) {
        Outcome ours = steady.getFirst();
        List<Target> targets = new ArrayList<>();
        targets.add(new Target(
                "%.0f/s: p50 %.0f ms, p99 %.0f ms".formatted(ours.perSecond(), P50_MS, P99_MS),
                "%s ms, %s ms"
                        .formatted(
                                number(ours.lateness().p50()),
                                number(ours.lateness().p99())),
                Verdict.of(ours.lateness().p50() <= P50_MS && ours.lateness().p99() <= P99_MS)));
        targets.add(saturation(search));
        targets.add(peers(ours, steady.subList(1, steady.size())));
        targets.add(new Target(
                "%.0f due in one second: all within %.0f s".formatted(burst.perSecond(), BURST_MS / 1e3),
                "%s s".formatted(number(burst.lateness().max() / 1e3)),
                Verdict.of(burst.lost() == 0 && burst.lateness().max() <= BURST_MS)));
        targets.add(new Target(
                "armed and cancelled %.0f/s each".formatted(MOVES_PER_SECOND),
                "%s/s, %s/s".formatted(number(moves.armedPerSecond()), number(moves.cancelledPerSecond())),
                Verdict.of(
                        moves.armedPerSecond() >= MOVES_PER_SECOND && moves.cancelledPerSecond() >= MOVES_PER_SECOND)));
        int early = ours.early()
                + burst.early()
                + search.stream().mapToInt(Outcome::early).sum();
        targets.add(new Target("none early", Integer.toString(early), Verdict.of(early == 0)));
        return targets;
    }

    private static Target saturation(List<Outcome> search) {
        String wanted = "%.0f/s with p99 under %.0f ms".formatted(SATURATED_PER_SECOND, SATURATED_P99_MS);
        return search.stream()
                .filter(outcome -> outcome.lost() == 0 && outcome.lateness().p99() < SATURATED_P99_MS)
                .max(Comparator.comparingDouble(Outcome::perSecond))
                .map(best -> new Target(
                        wanted,
                        "%s/s with %s ms"
                                .formatted(
                                        number(best.perSecond()),
                                        number(best.lateness().p99())),
                        Verdict.of(best.perSecond() >= SATURATED_PER_SECOND)))
                .orElse(new Target(
                        wanted,
                        search.isEmpty() ? "not tried" : "at no rate tried",
                        search.isEmpty() ? Verdict.NOT_JUDGED : Verdict.MISSED));
    }

    private static Target peers(Outcome ours, List<Outcome> peers) {
        String wanted = "p99 %.0f times lower than the best peer's".formatted(TIMES_BETTER);
        return peers.stream()
                .filter(peer -> peer.lateness().count() > 0)
                .min(Comparator.comparingDouble(peer -> peer.lateness().p99()))
                .map(best -> new Target(
                        wanted,
                        "%s times (%s)"
                                .formatted(
                                        number(best.lateness().p99()
                                                / ours.lateness().p99()),
                                        best.subject()),
                        Verdict.of(best.lateness().p99()
                                >= TIMES_BETTER * ours.lateness().p99())))
                .orElse(new Target(wanted, "no peer", Verdict.NOT_JUDGED));
    }
}
