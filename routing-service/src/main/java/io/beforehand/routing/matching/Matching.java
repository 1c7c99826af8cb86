package io.beforehand.routing.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives waiting requests to free agents: the most urgent request chooses first, and gets whoever scores best among those
 * who may have it. What one gets counts at once against the next.
 */
public final class Matching {

    /** How many of those who would also have done are remembered with a decision. */
    static final int RUNNERS_UP = 3;

    private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(
                    (Scored s) -> s.score().total())
            .reversed()
            .thenComparing(s -> s.agent().idleSince())
            .thenComparing(s -> s.agent().agentId());

    private final Score.Weights weights;

    public Matching(Score.Weights weights) {
        this.weights = weights;
    }

    /** The request goes to the agent. */
    public record Decision(Waiter waiter, Candidate agent, Score score, List<RunnerUp> runnersUp, String why) {

        public String requestId() {
            return waiter.requestId();
        }
    }

    /** Somebody else who might have got it. */
    public record RunnerUp(String agentId, double score) {}

    private record Scored(Candidate agent, Score score) {}

    /** Decides for as many as possible. Whoever is not in the result goes on waiting: nobody may have him now. */
    public List<Decision> decide(Collection<Waiter> waiting, Collection<Candidate> free, Instant now) {
        Map<String, Candidate> agents = new TreeMap<>();
        free.forEach(agent -> agents.put(agent.agentId(), agent));
        List<Decision> decisions = new ArrayList<>();
        waiting.stream().sorted(Comparator.comparing(Waiter::urgency)).forEach(waiter -> {
            List<Scored> possible = possible(waiter, agents.values(), now);
            if (possible.isEmpty()) {
                return;
            }
            Candidate chosen = possible.getFirst().agent();
            decisions.add(decision(waiter, possible));
            agents.put(
                    chosen.agentId(),
                    chosen.with(chosen.load().plus(waiter.requirement().channel(), 1), now));
        });
        return decisions;
    }

    /** The best of those who may have it, the best first: as many as are remembered. */
    private List<Scored> possible(Waiter waiter, Collection<Candidate> agents, Instant now) {
        List<Scored> best = new ArrayList<>();
        for (Candidate agent : agents) {
            if (Obstacle.between(waiter.requirement(), waiter.affinity(), agent, now)
                    .isEmpty()) {
                Score score = Score.of(weights, waiter.requirement(), waiter.affinity(), agent, now);
                keep(best, new Scored(agent, score));
            }
        }
        return best;
    }

    private static void keep(List<Scored> best, Scored scored) {
        int place = best.size();
        while (place > 0 && BEST_FIRST.compare(scored, best.get(place - 1)) < 0) {
            place--;
        }
        best.add(place, scored);
        if (best.size() > 1 + RUNNERS_UP) {
            best.removeLast();
        }
    }

    private static Decision decision(Waiter waiter, List<Scored> possible) {
        Scored best = possible.getFirst();
        List<RunnerUp> others = possible.stream()
                .skip(1)
                .map(s -> new RunnerUp(s.agent().agentId(), s.score().total()))
                .toList();
        return new Decision(waiter, best.agent(), best.score(), others, why(waiter, best, others));
    }

    private static String why(Waiter waiter, Scored best, List<RunnerUp> others) {
        if (waiter.affinity().prefers(best.agent().agentId())) {
            return "had-it-before";
        }
        return others.isEmpty() ? "only-one-free" : "best-score";
    }

    /** How many requests with that requirement the free agents could take at the most, were there no others. */
    public static int room(Requirement requirement, Collection<Candidate> free) {
        return free.stream()
                .filter(agent -> Obstacle.unsuitable(requirement, agent).isEmpty())
                .mapToInt(agent -> agent.load().room(requirement.channel()))
                .sum();
    }
}
